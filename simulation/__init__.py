"""Whole studies, invented and seeded: a plan of plain facts, performed through the real program and counted by hand.

The plan and the tally know nothing of the program; only what performs the plan and what reads the program back does.
"""
