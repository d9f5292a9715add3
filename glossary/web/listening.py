"""The socket that the server listens on, and the names under which it may be called."""

import errno
import socket
from ipaddress import ip_address

from glossary.errors import GlossaryError, InvalidInput

WAITING_CONNECTIONS = 128
LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
REASONS = {
    errno.EADDRINUSE: "another program listens there; choose another `port`, or `port` 0 for a free one",
    errno.EACCES: "only an administrator may open this port; choose a `port` above 1023",
    errno.EADDRNOTAVAIL: "that is no address of this machine; use `host` 127.0.0.1, or 0.0.0.0 for all",
}


def open_listener(host: str, port: int) -> socket.socket:
    """Return a socket that listens on ``host`` and ``port`` (0: any free one).

    Raises InvalidInput for a host that means nothing here, GlossaryError where the port cannot be had.
    """
    family, address = _resolve(host, port)
    # Without the protocol asyncio would leave Nagle's algorithm on: 40 ms for every answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(WAITING_CONNECTIONS)
    except OSError as error:
        listener.close()
        reason = REASONS.get(error.errno or 0, f"{error.strerror}; choose another `host` or `port`")
        raise GlossaryError(f"cannot listen on {host} port {port}: {reason}") from None
    return listener


def _resolve(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InvalidInput(
            f"{host!r} is no host; use `host` 127.0.0.1 for this machine alone, 0.0.0.0 for all"
        ) from None
    family, _, _, _, address = found[0]
    return family, (str(address[0]), int(address[1]))


def address_of(listener: socket.socket) -> str:
    """Return the address to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def accepted_hosts(listener: socket.socket) -> frozenset[str]:
    """Return the host names that a request may carry: the loopback ones there, elsewhere any (empty)."""
    address = listener.getsockname()[0]
    return LOOPBACK_HOSTS | {address} if ip_address(address).is_loopback else frozenset()
