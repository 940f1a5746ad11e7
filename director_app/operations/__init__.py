"""What the user can do; the only way to change anything."""
