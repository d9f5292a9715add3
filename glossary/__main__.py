"""``python -m glossary`` is the command ``glossary``."""

import sys

from glossary.cli.entry import start

if __name__ == "__main__":
    sys.exit(start())
