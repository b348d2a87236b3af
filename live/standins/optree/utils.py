"""Keras imports this, and uses nothing of it."""
