"""Every verb with the module of its family and its help in a line; written by verb_source.py.

`--help` reads it in place of all families. A docstring was changed, or a verb added: `make lists`.
"""

VERBS: dict[str, tuple[str, str]] = {
    "lookup": (
        "lookup",
        "Say what to write for a term: renderings with status, who used each when, and a context.",
    ),
    "annotate": (
        "annotate",
        "Mark the known terms of a text with what to write for each; where there is none it ends with 1.",
    ),
    "mine": (
        "mining",
        "Read documents and rank the terms that recur in them, with contexts.",
    ),
    "candidates": (
        "candidates",
        "List what was mined, best first, with what was decided.",
    ),
    "why": (
        "candidates",
        "Explain a candidate: the features that its score is the product of, contexts, proposed renderings.",
    ),
    "align": (
        "aligning",
        "Find the English phrases that stand for Chinese terms in bilingual text, with their sentence pairs.",
    ),
    "report": (
        "reporting",
        "Write one HTML page of what was mined: terms, their features, where they stand, the documents.",
    ),
    "review": (
        "review",
        "Decide on candidates one by one, by keys, in a full screen; goes on where it stopped.",
    ),
    "add": (
        "curation",
        "Add a rendering to a Chinese term, with who used it; without a publisher it counts as composed.",
    ),
    "accept": (
        "curation",
        "Make a candidate a term, of a new concept or of one that is there.",
    ),
    "reject": (
        "curation",
        "Say that a candidate is no term; mining again will not bring it back.",
    ),
    "defer": (
        "curation",
        "Put a candidate off.",
    ),
    "history": (
        "memory",
        "Tell what was done to the base: who, when, why, before and after; the decision log.",
    ),
    "undo": (
        "memory",
        "Take back what was done, with all that was done in the same stroke; what came later stays.",
    ),
    "requests": (
        "memory",
        "List what was looked up and not found, the most wanted first, or forget it.",
    ),
    "snapshot": (
        "memory",
        "Write down the state of the base under an id that can be cited; the same content has the same id.",
    ),
    "formats": (
        "exchange",
        "List the exchange formats and what each cannot carry.",
    ),
    "export": (
        "exchange",
        "Write the base, or what is asked for of it, in a format for other tools: to a file or to stdout.",
    ),
    "import": (
        "importing",
        "Bring into the base what was changed in a file; what the file cannot say stays as it is.",
    ),
    "check": (
        "checking",
        "Say where a translation does not render a term as the base has it.",
    ),
    "build": (
        "base",
        "Write a new base from its seeds in the place of the old one.",
    ),
    "copy": (
        "base",
        "Copy the base whole to another file or database, with all its changes and documents.",
    ),
    "stats": (
        "base",
        "Count what the base holds.",
    ),
    "doctor": (
        "doctor",
        "Check the base for contradictions, missing evidence, duplicates and broken relations.",
    ),
    "serve": (
        "serving",
        "Serve pages, the JSON endpoints and downloads; Ctrl+C stops it. Who reaches it may change the base.",
    ),
    "mcp": (
        "serving",
        "Serve language models over MCP on stdin and stdout; a client such as a chat program starts it.",
    ),
    "documents": (
        "documents",
        "The documents that the base was mined from.",
    ),
    "concept": (
        "concepts",
        "One concept: look at it, change it, see what was done.",
    ),
    "attestations": (
        "attestations",
        "Lists of who wrote what for which term, to propose renderings from.",
    ),
    "waivers": (
        "waivers",
        "Findings of checks that are accepted.",
    ),
}
"""By name: the family, and the first paragraph of the help."""
