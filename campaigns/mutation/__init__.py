"""Change every scorer and edit check in one small place at a time; the fast tests must notice at least 90 % of it.

A package beside the other campaigns; `campaign` is what it does, `survivors.toml` what a person said of the rest.
"""

from campaigns.mutation.campaign import NAME, add_arguments, run

__all__ = ["NAME", "add_arguments", "run"]
