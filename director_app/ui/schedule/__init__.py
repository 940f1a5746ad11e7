"""The schedule: geometry (pure), painting and gestures apart; month, week, list and tray."""
