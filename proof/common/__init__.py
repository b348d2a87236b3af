"""Small things that know nothing of books: files, progress, and what a command says when it cannot."""
