"""What stands beside the pages of a half of the site and lists them, for machines."""
