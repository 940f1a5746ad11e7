"""Lists of records edited line by line, and pages of them."""
