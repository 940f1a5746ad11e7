"""The one file of a season: SQLite, opened safely, written one transaction per edit."""
