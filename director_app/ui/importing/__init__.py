"""Taking in a table: what its columns mean, which rows are unclear, and the one sentence at the end."""
