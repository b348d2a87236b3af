"""A page on which old code is pasted marks the lines that are known to fail."""
