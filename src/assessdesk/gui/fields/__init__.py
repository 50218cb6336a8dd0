"""The components the pages are made of. README.md in this folder is the index; each module is one component.

They take frozen view dataclasses, emit signals, and know nothing of the domain, of services or of storage.
"""
