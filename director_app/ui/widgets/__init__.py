"""Small parts that several workspaces share."""
