"""What must survive a restart: chats, saved lists, feedback, questions, events, state of channels.

In the same database as the knowledge, with tables and revisions of its own; the knowledge knows of
no chat. :func:`bot.store.store.open_store` opens it.
"""
