"""Measures this project beside others that run code and show what it printed. Nothing imports it."""
