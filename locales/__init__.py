"""Gettext catalogs and their loader."""
