"""Proposals: what is asked for, how it is searched beside the window, and the difference that may be accepted."""
