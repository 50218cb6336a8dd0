"""Driven adapter: sealed packages and receipts, files in and out."""
