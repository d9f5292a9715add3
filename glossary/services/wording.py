"""What options mean, in the same words for every face of the base; imports nothing."""

REASON = "Why; kept with the change."
INSTEAD = "What to write in place of a deprecated or forbidden one."
ATTACH_AS = "Attach as variant or short-form."
NEW_SCOPE = "The document or region where the new sense holds."
PARTIAL_DATE = "YYYY, YYYY-MM or YYYY-MM-DD."

SOURCE_LANG = "The code to write for Chinese."
TARGET_LANG = "The code to write for English."
ONLY_APPROVED = "Only preferred and admitted renderings."
ONE_RENDERING = "Only the best rendering of each Chinese term."
BYTE_ORDER_MARK = "Whether the file begins with a byte order mark."

MODIFIERS = "How many words may be inserted into a rendering."
COUNTED = "A term must be rendered as often as its segment names it."

NEWEST = "So many of the last changes"
WHO = "Only what this person did."
SINCE = f"Only from this date on: {PARTIAL_DATE}"
