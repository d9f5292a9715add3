"""Exchange formats: one file a format, all of them listed in ``registry``; none knows the database."""
