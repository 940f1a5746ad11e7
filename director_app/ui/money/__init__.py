"""The page of money, works of light, and what came of the season."""
