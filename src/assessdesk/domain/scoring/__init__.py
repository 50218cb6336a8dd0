"""Named, versioned pure scorers; `catalogue` lists them, the tables they read come from `resources/`."""
