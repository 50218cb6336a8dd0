"""Press real keys in a real window and compare every time with the sender's own clock: T1, T2, T4, T5 and T8.

The negative control is a stopwatch that takes the time in the key handler: the campaign does not count unless that
one misses the goal under the same load.
"""

from campaigns.timing.campaign import NAME, add_arguments, run

__all__ = ["NAME", "add_arguments", "run"]
