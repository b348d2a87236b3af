"""What the press puts around the words of a page: its head, and the page in Markdown alone."""
