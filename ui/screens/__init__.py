"""The pages, one file each.

Not called `pages`: Streamlit runs the files of a folder of that name by itself, past the navigation.
"""
