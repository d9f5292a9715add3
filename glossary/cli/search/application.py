"""The Textual application: how the search is run, and what one takes away from it."""

from glossary.cli.full_screen import FullScreen
from glossary.cli.search.asking import Asker
from glossary.cli.search.screen import SearchScreen


class SearchApp(FullScreen[None]):
    """Runs the search; ``taken`` are the texts that were copied, each once, in their order."""

    CSS_PATH = "search.tcss"
    TITLE = "glossary lookup"

    def __init__(self, asker: Asker) -> None:
        super().__init__(SearchScreen(asker, self.take))
        self.taken: list[str] = []

    def take(self, text: str) -> str:
        """Copy a text and return what to say of it.

        A terminal does not answer whether it took it, so the text is remembered, to be printed at the end.
        """
        self.copy_to_clipboard(text)
        if text not in self.taken:
            self.taken.append(text)
        return f"copied: {text}"
