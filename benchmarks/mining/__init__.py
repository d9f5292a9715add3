"""How fast mining is and what memory it takes, against other tools in the same run."""
