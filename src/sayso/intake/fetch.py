"""Fetches one address of the web with good manners: what its robots.txt allows, slowly, never from inside a network.

Only addresses that a person gives are fetched; links are never followed. A host name is resolved once, every address
it has is checked, and the connection goes to one that was checked, so that a name cannot change its mind in between
(DNS rebinding). Every redirection passes the same checks.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin
from urllib.robotparser import RobotFileParser

from sayso.errors import BadInput
from sayso.intake.addresses import PORTS, check_url, resolve
from sayso.version import __version__

AGENT = "sayso"
"""The name that a robots.txt can give rules for."""
MOVED = frozenset({301, 302, 303, 307, 308})
BLOCK = 2**16
LARGEST_ROBOTS = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, section 2.5)."""


@dataclass(frozen=True, kw_only=True)
class Manners:
    """How far fetching goes."""

    timeout: float = 20.0
    """Seconds for each step of a connection."""
    patience: float = 120.0
    """Seconds for a whole answer."""
    largest: int = 64 * 2**20
    """Bytes of an answer, packed and unpacked."""
    redirects: int = 5
    pause: float = 1.0
    """Seconds between two requests to one host, unless its robots.txt asks for more."""
    longest_pause: float = 30.0
    inside: bool = False
    """Whether addresses inside a network may be reached. For tests; the command line has no such option."""


@dataclass(frozen=True)
class Answer:
    """What came back from an address."""

    url: str
    """The address after all redirections."""
    data: bytes
    kind: str | None
    """The type that the server declares, without its parameters."""
    charset: str | None


@dataclass
class Fetcher:
    """Fetches addresses, and remembers what each host allows and when it was last asked."""

    manners: Manners = field(default_factory=Manners)
    sleep: Callable[[float], None] = time.sleep
    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Answer:
        """What stands at an address.

        Raises:
            BadInput: the address is of a kind that is not fetched, its host does not allow it, does not answer well,
                or answers with more than is read.
        """
        for _ in range(self.manners.redirects + 1):
            address = check_url(url)
            self._ask_robots(address)
            self._wait(address)
            status, headers, data = self._get(address, self.manners.largest)
            if status not in MOVED:
                return _answer(url, status, headers, data)
            url = urljoin(url, headers.get("Location") or "")
        raise BadInput(f"the server redirects more than {self.manners.redirects} times; give the address it ends at")

    def _ask_robots(self, address: SplitResult) -> None:
        rules = self.robots.get(address.netloc)
        if rules is None:
            rules = self.robots[address.netloc] = self._fetch_robots(address)
        if not rules.can_fetch(AGENT, address.geturl()):
            raise BadInput(
                f"the robots.txt of {address.netloc} does not allow {AGENT} to fetch this; save the page by hand"
            )

    def _fetch_robots(self, address: SplitResult) -> RobotFileParser:
        """The rules of a host: none where it has no file, everything forbidden where the host fails (RFC 9309, 2.3)."""
        rules = RobotFileParser()
        where = address._replace(path="/robots.txt", query="", fragment="")
        for _ in range(self.manners.redirects + 1):
            status, headers, data = self._get(where, LARGEST_ROBOTS, cut=True)
            if status not in MOVED:
                break
            where = check_url(urljoin(where.geturl(), headers.get("Location") or ""))
        if status >= 500:
            rules.disallow_all = True  # type: ignore[attr-defined]
        elif status != 200:
            rules.allow_all = True  # type: ignore[attr-defined]
        else:
            rules.parse(data.decode("utf-8", "replace").splitlines())
        return rules

    def _wait(self, address: SplitResult) -> None:
        wanted = self.robots[address.netloc].crawl_delay(AGENT) or self.manners.pause
        pause = min(float(wanted), self.manners.longest_pause)
        now = time.monotonic()
        due = self.asked.get(address.netloc, now - pause) + pause
        if due > now:
            self.sleep(due - now)
        self.asked[address.netloc] = time.monotonic()

    def _get(self, address: SplitResult, largest: int, cut: bool = False) -> tuple[int, http.client.HTTPMessage, bytes]:
        """One request: status, headers and body, which is unpacked; `cut` takes the beginning of one too large."""
        deadline = time.monotonic() + self.manners.patience
        connection = _connect(address, self.manners)
        try:
            target = (address.path or "/") + (f"?{address.query}" if address.query else "")
            connection.request("GET", target, headers=_headers())
            with connection.getresponse() as response:
                body = b"" if response.status in MOVED else _read(response, largest, deadline, cut)
                return response.status, response.msg, body
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise BadInput(f"{address.netloc} did not answer as it should: {error}; try again later") from error
        finally:
            connection.close()


def _connect(address: SplitResult, manners: Manners) -> http.client.HTTPConnection:
    """A connection to a checked address of a host; the certificate must be that of its name."""
    host = address.hostname or ""
    port = address.port or PORTS[address.scheme]
    connection = http.client.HTTPConnection(host, port, timeout=manners.timeout)
    failure: OSError | None = None
    for ip in resolve(host, port, manners.inside):
        try:
            connection.sock = _open(ip, port, host if address.scheme == "https" else None, manners.timeout)
            return connection
        except OSError as error:
            failure = error
    raise BadInput(f"{host} cannot be reached: {failure}; try again later") from failure


def _open(ip: str, port: int, secure: str | None, timeout: float) -> socket.socket:
    """A socket to an address; encrypted where a name is given that its certificate must hold."""
    plain = socket.create_connection((ip, port), timeout=timeout)
    if secure is None:
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=secure)
    except BaseException:
        plain.close()
        raise


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{__version__} (reads news; one page at a time)",
        "Accept": "text/html, application/rss+xml, application/atom+xml, application/json, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _read(response: http.client.HTTPResponse, largest: int, deadline: float, cut: bool) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in _unpacked(response, _packed(response, deadline)):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            if cut:
                break
            raise BadInput(f"the answer is larger than {largest:,} bytes; save the page by hand, and cut it")
    return b"".join(pieces)[:largest]


def _packed(response: http.client.HTTPResponse, deadline: float) -> Iterator[bytes]:
    while block := response.read1(BLOCK):
        yield block
        if time.monotonic() > deadline:
            raise BadInput("the answer took too long; try again later")


def _unpacked(response: http.client.HTTPResponse, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The body, unpacked a block at a time, so that a small answer cannot become a large one unseen."""
    if (response.headers.get("Content-Encoding") or "identity").lower() not in ("gzip", "x-gzip"):
        yield from blocks
        return
    unpacker = zlib.decompressobj(wbits=31)
    for block in blocks:
        try:
            piece = unpacker.decompress(block, BLOCK)
            while piece:
                yield piece
                piece = unpacker.decompress(unpacker.unconsumed_tail, BLOCK) if unpacker.unconsumed_tail else b""
        except zlib.error as error:
            raise BadInput(f"the answer is packed and damaged ({error}); try again later") from error


def _answer(url: str, status: int, headers: http.client.HTTPMessage, data: bytes) -> Answer:
    if status != 200:
        raise BadInput(f"the server answered {status}; check the address, or try again later")
    charset = headers.get_content_charset()
    kind = headers.get_content_type().lower() if headers.get("Content-Type") else None
    return Answer(url, data, kind, charset)
