"""The web page: Streamlit screens on top of the session."""
