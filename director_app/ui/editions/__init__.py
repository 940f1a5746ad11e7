"""Editions in the window: what was given out, and what a reader of it would notice now."""
