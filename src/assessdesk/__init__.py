"""AssessDesk: guided capture of standardized physical performance assessments.

This package's root knows its version and nothing else, so that importing it costs nothing.
"""

from typing import Final

__version__: Final = "0.1.0"
