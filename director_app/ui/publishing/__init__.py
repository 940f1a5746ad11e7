"""The workspace where everything is printed and given out."""
