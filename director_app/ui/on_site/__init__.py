"""The day of the event: what is decided, whom to call, what came of it; large, for cold hands."""
