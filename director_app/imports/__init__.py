"""Other people's files in: tables and lists are read, understood and matched with a Plan; nothing is written."""
