"""Forms of records: fields bound to the plan, lists beside them, and the larger parts they are made of."""
