"""Thinks about a Plan and changes nothing: pure functions, no sentences."""
