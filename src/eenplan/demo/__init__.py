"""The fictional municipality Zonnedaal, generated through the same actions as the screens."""
