"""What must be fast, each beside its floor in the same run: ratios are promised, seconds are for orientation."""
