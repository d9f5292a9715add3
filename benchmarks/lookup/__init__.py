"""How fast lookups answer."""
