"""Two desks without a server: handing over, taking in, and busy times from a calendar."""
