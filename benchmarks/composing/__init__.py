"""How often renderings composed of parts are those that curators chose."""
