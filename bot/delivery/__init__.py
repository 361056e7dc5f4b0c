"""Receiving without loss and sending without repeating, the same for all platforms over HTTP."""
