"""A page as a test reads it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The attributes of every tag of a page, and its visible text without the space between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data.split()

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def values(self, attribute: str, *tags: str) -> list[str]:
        return [
            own[attribute] or "" for tag, own in self.tags if attribute in own and (not tags or tag in tags)
        ]
