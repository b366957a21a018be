"""Tools the chat model calls: one thin file per noun, each a pure rule or a look-up behind it."""
