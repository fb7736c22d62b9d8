"""Fetching: its manners and its limits, against a server that the test starts on this machine."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner

from sayso.cli.main import sayso as command
from sayso.errors import BadInput
from sayso.intake import fetch
from sayso.intake.addresses import check_url, is_public
from sayso.intake.fetch import Fetcher, Manners
from sayso.intake.sources import documents
from sayso.schema.document import Document
from tests.intake.made import page, reasons, rss, texts

INSIDE = Manners(inside=True, timeout=5, pause=0, largest=10_000)
Pages = dict[str, tuple[int, dict[str, str], bytes]]
FEED = rss("<title>T</title><description>It fails.</description>")
HTML = {"Content-Type": "text/html; charset=utf-8"}


@contextmanager
def served(pages: Pages) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A server's address, and what it was asked for by whom."""
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["User-Agent"]))
            status, headers, body = pages.get(self.path, (404, {}, b"gone"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as http.server has it
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def refused(pages: Pages, path: str = "/a", manners: Manners = INSIDE) -> str:
    with served(pages) as (home, _), pytest.raises(BadInput) as caught:
        Fetcher(manners).fetch(home + path)
    return str(caught.value)


def test_a_page_and_a_feed_are_read_with_their_address() -> None:
    pages: Pages = {
        "/a": (200, HTML, page()),
        "/f": (
            200,
            {"Content-Type": "application/rss+xml"},
            rss("<title>T</title><description>It fails.</description>"),
        ),
    }
    with served(pages) as (home, asked):
        one, two = documents([f"{home}/a", f"{home}/f"], manners=INSIDE)
    assert isinstance(one, Document)
    assert (one.url, one.title) == (f"{home}/a", "Bridges close")
    assert texts([two]) == ["T\n\nIt fails."]
    assert [path for path, _ in asked] == ["/robots.txt", "/a", "/f"]
    assert all(agent.startswith("sayso/") for _, agent in asked)


def test_what_robots_txt_forbids_is_not_fetched() -> None:
    rules = b"User-agent: sayso\nDisallow: /secret\n\nUser-agent: *\nDisallow: /\n"
    pages: Pages = {"/robots.txt": (200, {}, rules), "/a": (200, HTML, page()), "/secret": (200, HTML, page())}
    with served(pages) as (home, asked):
        fetcher = Fetcher(INSIDE)
        assert fetcher.fetch(f"{home}/a").data == page()
        with pytest.raises(BadInput, match=r"robots\.txt"):
            fetcher.fetch(f"{home}/secret")
    assert [path for path, _ in asked] == ["/robots.txt", "/a"]


def test_a_host_that_fails_at_its_robots_txt_is_left_alone() -> None:
    assert "robots.txt" in refused({"/robots.txt": (503, {}, b""), "/a": (200, HTML, page())})


def test_a_redirection_is_followed_and_asks_again() -> None:
    rules: tuple[int, dict[str, str], bytes] = (200, {}, b"User-agent: *\nDisallow: /secret\n")
    pages: Pages = {
        "/robots.txt": rules,
        "/a": (302, {"Location": "/b"}, b""),
        "/b": (200, HTML, page()),
        "/c": (301, {"Location": "/secret"}, b""),
        "/d": (302, {"Location": "/d"}, b""),
        "/e": (302, {"Location": "file:///etc/hostname"}, b""),
    }
    with served(pages) as (home, _):
        assert Fetcher(INSIDE).fetch(f"{home}/a").url == f"{home}/b"
    assert "robots.txt" in refused(pages, "/c")
    assert "redirects more than" in refused(pages, "/d")
    assert "no address of the web" in refused(pages, "/e")


def test_a_redirection_into_a_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: Pages = {"/a": (302, {"Location": "http://inner.example/"}, b"")}
    with served(pages) as (home, _):
        port = int(home.rpartition(":")[2])
        found = {"127.0.0.1": "127.0.0.1", "inner.example": "10.0.0.7"}
        monkeypatch.setattr(socket, "getaddrinfo", lambda h, *_, **__: [(2, 1, 6, "", (found[h], port))])
        monkeypatch.setattr("sayso.intake.addresses.is_public", lambda ip: str(ip) != "10.0.0.7")
        with pytest.raises(BadInput, match=r"inner\.example is at 10\.0\.0\.7"):
            Fetcher(replace(INSIDE, inside=False)).fetch(f"{home}/a")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.215.14", "127.0.0.1", "127.0.0.1"])
    reached: list[str] = []

    def connect(address: tuple[str, int], **_: object) -> socket.socket:
        reached.append(address[0])
        raise OSError("not today")

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", (next(answers), 80))])
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(BadInput, match="not today"):
        Fetcher().fetch("http://daily.example/")
    assert reached == ["93.184.215.14"]


def test_one_address_inside_a_network_is_enough_to_refuse_a_host(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("192.168.1.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(BadInput, match=r"192\.168\.1\.1"):
        Fetcher().fetch("http://daily.example/")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
def test_addresses_of_the_open_web_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "http://",
        "http://u:p@a.example/",
        "http://a.example:99999/",
        "http://[x/",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(BadInput):
        check_url(url)


def test_addresses_are_made_ascii() -> None:
    assert (
        check_url("http://Café.example:80/Brücke?q=ü#x").geturl() == "http://xn--caf-dma.example/Br%C3%BCcke?q=%C3%BC"
    )


def test_answers_are_limited_also_when_they_unpack() -> None:
    assert "larger than" in refused({"/a": (200, HTML, b"x" * 20_000)})
    bomb = gzip.compress(b"x" * 5_000_000)
    assert len(bomb) < INSIDE.largest
    assert "larger than" in refused({"/a": (200, HTML | {"Content-Encoding": "gzip"}, bomb)})
    assert "damaged" in refused({"/a": (200, HTML | {"Content-Encoding": "gzip"}, b"no gzip")})


def test_a_packed_answer_is_unpacked() -> None:
    with served({"/a": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(page()))}) as (home, _):
        assert Fetcher(INSIDE).fetch(f"{home}/a").data == page()


def test_a_server_that_says_nothing_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(BadInput, match="timed out"):
            Fetcher(replace(INSIDE, timeout=0.1)).fetch(url)


def test_a_slow_answer_is_left() -> None:
    assert "too long" in refused({"/a": (200, HTML, page())}, manners=replace(INSIDE, patience=-1))


def test_an_error_of_the_server_is_named() -> None:
    assert "answered 404" in refused({})


def test_a_host_is_asked_slowly() -> None:
    slept: list[float] = []
    rules: tuple[int, dict[str, str], bytes] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    with served({"/robots.txt": rules, "/a": (200, HTML, page())}) as (home, _):
        fetcher = Fetcher(INSIDE, sleep=slept.append)
        fetcher.fetch(f"{home}/a")
        assert slept == []
        fetcher.fetch(f"{home}/a")
    assert slept == [pytest.approx(7, abs=1)]


def test_the_command_line_reaches_nothing_inside_a_network() -> None:
    with served({"/a": (200, HTML, page())}) as (home, asked):
        (why,) = reasons(documents([f"{home}/a"]))
        assert "inside a network" in why
        assert asked == []
    assert not any("inside" in option.opts[0] for option in read_command().params)


def read_command() -> Any:
    loaded = command.get_command(None, "read")  # type: ignore[arg-type]
    assert CliRunner().invoke(command, ["read", "--help"]).exit_code == 0
    return loaded


def test_the_limit_for_robots_txt_takes_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST_ROBOTS", 30)
    rules = b"User-agent: *\nDisallow: /a\n" + b"# and so on\n" * 100
    assert "robots.txt" in refused({"/robots.txt": (200, {}, rules), "/a": (200, HTML, page())})
