"""What central does: enrolling stations, ingest, receipts, queries of its own."""
