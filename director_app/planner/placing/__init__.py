"""Places what has no date yet: options, a first plan at once, a better one from the solver, why there is none."""
