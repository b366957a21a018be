"""The one graph: guidance first, tools, and a guard between the chat model and the person."""
