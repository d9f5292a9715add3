import socket

import pytest
from fastapi.testclient import TestClient

from glossary.errors import GlossaryError, InvalidInput
from glossary.services.bases.choosing import Choice
from glossary.web.app import make_app
from glossary.web.listening import LOOPBACK_HOSTS, accepted_hosts, address_of, open_listener

PATHS = ["/", "/docs", "/api/v1/stats", "/api/v1/export/csv", "/nosuch", "/static/glossary.css"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.fixture
def guarded(built_base) -> TestClient:
    return TestClient(make_app(Choice(str(built_base), named=True), hosts=LOOPBACK_HOSTS))


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", "", "[::1"])
def test_a_loopback_server_refuses_the_names_of_others(guarded, host):
    with guarded as client:
        response = client.get("/api/v1/stats", headers={"Host": host})
    assert response.status_code == 421
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
def test_a_loopback_server_answers_to_its_own_names(guarded, host):
    with guarded as client:
        assert client.get("/api/v1/stats", headers={"Host": host}).status_code == 200


def test_the_address_names_the_port_that_was_free():
    with open_listener("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"


def test_a_server_for_this_machine_accepts_loopback_names():
    with open_listener("127.0.0.1", 0) as listener:
        assert accepted_hosts(listener) == LOOPBACK_HOSTS


def test_a_server_for_all_accepts_any_name():
    with open_listener("0.0.0.0", 0) as listener:
        assert accepted_hosts(listener) == frozenset()


def test_a_port_in_use_is_said_with_what_to_do():
    with open_listener("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            GlossaryError, match=f"port {port}: another program listens there; .*`port` 0 for a free one"
        ):
            open_listener("127.0.0.1", port)


@pytest.mark.parametrize("host", ["", "no such host", "a" * 300, "x\0y"])
def test_a_host_that_is_none_is_said_with_what_to_do(host):
    with pytest.raises(InvalidInput, match="is no host; use `host`"):
        open_listener(host, 0)


def test_an_address_of_another_machine_is_said_with_what_to_do():
    documentation_only = "192.0.2.1"
    with pytest.raises(GlossaryError, match="no address of this machine"):
        open_listener(documentation_only, 0)


def test_a_listener_is_closed_where_it_cannot_be_opened(monkeypatch):
    closed = []

    class Refusing(socket.socket):
        def bind(self, address):
            raise PermissionError(13, "Permission denied")

        def close(self):
            closed.append(self)
            super().close()

    monkeypatch.setattr(socket, "socket", Refusing)
    with pytest.raises(GlossaryError, match="above 1023"):
        open_listener("127.0.0.1", 80)
    assert closed


def test_answers_do_not_wait_for_nagles_algorithm():
    with open_listener("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # asyncio sets TCP_NODELAY on such sockets alone
