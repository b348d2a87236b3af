"""The words of pages come in; what no run can decide goes out: form, terms, and both languages side by side.

Knows nothing of runs.
"""
