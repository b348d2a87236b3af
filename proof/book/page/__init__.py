"""A page as it stands in its file: front matter, blocks and links, each with its place. Judges nothing."""

from proof.common.complaint import BookError


class PageError(BookError):
    """A page that cannot be read; the message names file and line."""
