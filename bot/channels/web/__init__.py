"""The web chat: pages, the conversation on them, and the widget for other sites."""
