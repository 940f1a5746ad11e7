"""Everything that knows Qt: the window, its workspaces and their parts."""
