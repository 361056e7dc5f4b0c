"""Accuracy and speed, against peers."""
