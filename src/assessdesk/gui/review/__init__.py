"""What stands beside a visit at review: judgement, blinding log, signature, queries."""
