"""The arrays that texts, terms and matches are while they are looked for."""

from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[numpy.uint32]
"""Characters, by their code points."""
Positions: TypeAlias = NDArray[numpy.int64]
"""Where something stands in another array."""
Numbers: TypeAlias = NDArray[numpy.int32]
"""Patterns by their numbers, or lengths in characters."""
Keys: TypeAlias = NDArray[numpy.int64]
Flags: TypeAlias = NDArray[numpy.bool_]

UTF_32 = "utf-32-le"
"""The encoding whose bytes are an array of code points."""
