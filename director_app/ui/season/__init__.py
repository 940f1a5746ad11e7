"""The editor of the season itself: its facts, its complex, areas, initiatives, credits, and the copies of the plan."""
