"""Everything that is written as data: read, checked, compared and told, before anybody is signed in."""
