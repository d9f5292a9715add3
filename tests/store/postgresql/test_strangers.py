"""What listens at the host and port of a URL need not be PostgreSQL."""

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from glossary.errors import BaseError
from glossary.store.database import open_base

Answering = Callable[[bytes], str]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """A function that has somebody give this answer to whoever calls once, and returns the URL."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer_once(answer: bytes) -> None:
        with listener.accept()[0] as caller:
            caller.recv(100)
            caller.sendall(answer)

    def answer(text: bytes) -> str:
        threading.Thread(target=answer_once, args=[text], daemon=True).start()
        return f"postgresql://mei:hunter2@127.0.0.1:{listener.getsockname()[1]}/terms"

    yield answer
    listener.close()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"", "what answers there is no PostgreSQL; check host and port"),
        (b"HTTP/1.1 400 Bad Request", "what answers there is no PostgreSQL"),
        (b"N" + b"?" * 20, "no connection to the server"),
        (b"S" + b"?" * 20, "no server answers there"),
        (b"N", "no connection to the server"),
    ],
)
def test_a_stranger_is_told_from_a_server(answering: Answering, answer: bytes, words: str) -> None:
    with pytest.raises(BaseError, match=words) as caught:
        open_base(answering(answer), write=False)
    assert "hunter2" not in str(caught.value)


def test_a_server_that_refuses_encryption_is_refused_where_that_is_asked_for(answering: Answering) -> None:
    with pytest.raises(BaseError, match="the server refuses encryption, and sslmode asks for it"):
        open_base(answering(b"N") + "?sslmode=require", write=False)
