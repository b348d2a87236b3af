"""What stands beside the pages of the built site, or asks other sites about them."""
