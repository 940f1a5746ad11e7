"""What every workspace is, and where each is found."""
