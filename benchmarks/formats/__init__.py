"""Exchange files of up to a million generated concepts: speed beside the obvious way, and memory."""
