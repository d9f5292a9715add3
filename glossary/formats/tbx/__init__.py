"""TermBase eXchange (ISO 30042): version 3 and version 2 (2008), a file each, read by one reader."""
