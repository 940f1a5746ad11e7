"""What else is in a director's charge, as lists to type in: council, tours, event days, residencies, support."""
