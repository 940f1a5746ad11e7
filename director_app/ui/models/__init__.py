"""Models that show records of a plan in lists and tables, and how their rows are painted."""
