"""A Zalo Official Account: the verified account of an office or business, API v3."""
