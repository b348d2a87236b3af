"""What is sent to a page: the stand-ins, what runs code there, and the wheel."""
