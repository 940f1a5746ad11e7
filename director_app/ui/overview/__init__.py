"""Parts of the overview: what is read from the plan, and the widgets that show it."""
