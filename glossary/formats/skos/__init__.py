"""skos."""
