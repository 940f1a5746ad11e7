"""Works of light in the window."""
