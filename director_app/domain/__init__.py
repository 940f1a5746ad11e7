"""What a season is: frozen values and the edits that lead from one plan to the next. No files, no sentences, no Qt."""
