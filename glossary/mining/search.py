"""Where given keys stand in the documents, whatever their script, case, width and inner punctuation."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from glossary.mining.contexts import Place
from glossary.mining.heads import find_strings, group_by_head
from glossary.mining.segments import Source
from glossary.text.folding import fold


def find_keys(sources: Sequence[Source], keys: Iterable[str]) -> dict[str, list[Place]]:
    """Return the places of each folded key that occurs in a kept line; overlapping keys are all found."""
    heads = group_by_head(keys)
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for number, source in enumerate(sources):
        folded = fold(source.clean.text)
        for span in source.clean.kept:
            positions = [at for at in range(span.start, span.end) if folded[at].isalnum()]
            letters = "".join(folded[at] for at in positions)
            for key, start in find_strings(letters, heads):
                place = Place(number, positions[start], positions[start + len(key) - 1] + 1)
                found[key].append(place)
    return dict(found)
