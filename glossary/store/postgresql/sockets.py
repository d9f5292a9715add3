"""The way to a server: a socket, encrypted where that is asked for or possible."""

import socket
import ssl

from glossary.errors import BaseError
from glossary.store.postgresql.address import Address, Encryption

CONNECT_TIMEOUT_SECONDS = 10.0
# PostgreSQL documentation, Message Formats, SSLRequest: its length in bytes, and a code that is no version.
SSL_REQUEST = (8).to_bytes(4, "big") + (80_877_103).to_bytes(4, "big")
WILLING, UNWILLING = b"S", b"N"


def open_socket(address: Address) -> socket.socket:
    """Return a socket that the server listens to. Raises BaseError where none does."""
    try:
        if address.host.startswith("/"):
            opened = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            opened.connect(f"{address.host}/.s.PGSQL.{address.port}")
            return opened
        opened = socket.create_connection((address.host, address.port), CONNECT_TIMEOUT_SECONDS)
        return _prepare(_encrypt(opened, address))
    except ssl.SSLCertVerificationError as error:
        raise BaseError(
            f"{address.shown}: the server's certificate cannot be trusted ({error.verify_message}); have "
            "the system trust it, or name another sslmode"
        ) from None
    except OSError as error:
        raise BaseError(
            f"{address.shown}: no server answers there ({error.strerror or error}); start it, or check "
            "host and port"
        ) from None


def _prepare(opened: socket.socket) -> socket.socket:
    opened.settimeout(None)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
    return opened


def _encrypt(opened: socket.socket, address: Address) -> socket.socket:
    if address.encryption is Encryption.DISABLE:
        return opened
    opened.sendall(SSL_REQUEST)
    answer = opened.recv(1)
    if answer == WILLING:
        return _context(address.encryption).wrap_socket(opened, server_hostname=address.host)
    if answer == UNWILLING and address.encryption is Encryption.PREFER:
        return opened
    opened.close()
    if answer == UNWILLING:
        raise BaseError(f"{address.shown}: the server refuses encryption, and sslmode asks for it")
    raise BaseError(f"{address.shown}: what answers there is no PostgreSQL; check host and port")


def _context(encryption: Encryption) -> ssl.SSLContext:
    if encryption is Encryption.VERIFY_FULL:
        return ssl.create_default_context()
    # As with psql: who wants it checked says verify-full. To load the system's certificates takes 20 ms.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
