"""Addresses of the web, and which of them may be fetched."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

from sayso.errors import BadInput

PORTS = {"http": 80, "https": 443}
SAFE = "/:?#[]@!$&'()*+,;=%-._~"
"""Characters that stand in an address as they are (RFC 3986)."""
CARRIERS = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
"""IPv6 addresses that carry an IPv4 address in their last 32 bits (RFC 6052, RFC 8215)."""


def check_url(url: str) -> SplitResult:
    """The parts of an address that may be fetched, its host in ASCII.

    Raises:
        BadInput: it is not of the web, has no host, or holds a password.
    """
    try:
        address = urlsplit(quote(url.strip(), safe=SAFE))
        port = address.port
        host = urlsplit(url.strip()).hostname or ""
        name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError) as error:
        raise BadInput(f"{url!r} is no address of the web: {error}; check it") from error
    if address.scheme not in PORTS or not host:
        raise BadInput(f"{url!r} is no address of the web; it must begin with http:// or https:// and name a host")
    if address.username is not None or address.password is not None:
        raise BadInput("the address holds a user name; sayso fetches only what is open to all")
    return address._replace(netloc=name if port in (None, PORTS[address.scheme]) else f"{name}:{port}", fragment="")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the open internet, also where an IPv6 address carries an IPv4 one."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and any(address in network for network in CARRIERS):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int, inside: bool) -> list[str]:
    """The addresses of a host.

    Raises:
        BadInput: it has none, or one of them is not of the open internet.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadInput(f"the host {host} is not found; check the address and the network") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not inside and not is_public(ip_address(address.partition("%")[0])):
            raise BadInput(f"the host {host} is at {address}, inside a network; sayso fetches from the open web only")
    return addresses
