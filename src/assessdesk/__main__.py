"""Lets `python -m assessdesk` be the same program as `assessdesk`."""

import sys

from assessdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
