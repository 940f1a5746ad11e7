"""Culture Delivery Director: a planning desk for the culture season of an industrial complex."""

__version__ = "0.1.0"
