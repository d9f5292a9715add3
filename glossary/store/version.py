"""The version of the schema; a module that imports nothing, since the fast lookup starts with it.

CHANGELOG.md lists, under Schema, what each version brought; migrations.py holds the steps between them.
"""

SCHEMA_VERSION = 5
KEYS_VERSION = 2
"""Of the keys by which terms are found; whoever changes how they are computed raises it."""
