"""What a page needs to run Python by itself: packed from its pieces, and put beside the site."""
