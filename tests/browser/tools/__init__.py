"""What a page lets its reader do: ask a number for its proof, calculate, draw."""
