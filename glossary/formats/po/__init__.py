"""PO files of gettext, here of terms."""
