"""Plan -> calendar files that phones and calendar programs read (RFC 5545)."""
