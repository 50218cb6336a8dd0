"""Campaigns that try to break a promise many times over; each must first catch a deliberately weakened build.

A module of this package that has `NAME`, `add_arguments` and `run` is a campaign. It must not be part of the program.
"""
