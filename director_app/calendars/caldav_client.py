"""Talks to one calendar server (CalDAV, RFC 4791) and carries out what was decided: the only part that uses a network.

Every failure is one sentence: not let in, no calendars there, gone in the middle, an answer that makes no sense.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.sax.saxutils import escape

from director_app.domain.refusals import RefusedInput
from director_app.wording import message

if TYPE_CHECKING:
    from caldav.response import DAVResponse

NO_ADDRESS: Final = message("“{address}” is not the address of a calendar server. It begins with https://.")
NOT_SAFE: Final = message(
    "“{address}” would send the password where anybody on the way can read it. Use the address with https://."
)
NOT_LET_IN: Final = message("{server} does not let {user} in. Check the name and the password.")
NO_CALENDARS: Final = message("{server} keeps no calendars for {user} at this address. Check the address.")
GONE: Final = message("{server} does not answer. Nothing here is lost; try again when the network is back.")
ODD: Final = message("{server} answered something that was not asked ({code}). Nothing here was changed.")

#: Seconds that an answer may take.
_PATIENCE: Final = 30
#: Objects asked for at once.
_AT_ONCE: Final = 50
_DAV: Final = "{DAV:}"
_CALENDAR_DATA: Final = "{urn:ietf:params:xml:ns:caldav}calendar-data"
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
#: From here on HTTP says no, or go elsewhere (RFC 9110, section 15).
_REFUSALS: Final = 300
_NOT_FOUND: Final = 404
_CHANGED: Final = 412
_MULTISTATUS: Final = 207
_NAMESPACES: Final = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'


class ServerGone(RefusedInput):
    """The server did not answer, or no longer does."""


class Login(NamedTuple):
    """Where a server is and who asks. The password is nowhere kept by this part."""

    address: str
    user: str
    password: str


class CalendarServer:
    """A session with a server; close it, or use it as a context."""

    def __init__(self, login: Login) -> None:
        """No word is sent yet.

        Raises:
            RefusedInput: for an address that is none, or not a safe one.
        """
        refuse_address(login.address)
        self._login = login
        self._name = urlsplit(login.address).hostname or login.address
        with self._asking():
            from caldav.davclient import DAVClient

            self._client = DAVClient(
                url=login.address, username=login.user, password=login.password, timeout=_PATIENCE,
                enable_rfc6764=False, require_tls=False,
            )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def calendar_address(self, name: str) -> str:
        """The address of the calendar with this short name among the user's; it need not be there yet.

        Raises:
            RefusedInput: when the server does not let us in or keeps no calendars.
        """
        with self._asking():
            home = self._client.get_principal().calendar_home_set.url
        if home is None:
            raise self._refused(NO_CALENDARS)
        return urljoin(f"{str(home).rstrip('/')}/", f"{quote(name)}/")

    def make(self, address: str, title: str) -> None:
        """Make an empty calendar (RFC 4791, section 5.3.1)."""
        made = self._ask(
            address, "MKCALENDAR",
            f'<?xml version="1.0" encoding="utf-8"?><C:mkcalendar {_NAMESPACES}><D:set><D:prop>'
            f"<D:displayname>{escape(title)}</D:displayname></D:prop></D:set></C:mkcalendar>",
        )  # fmt: skip
        if made.status >= _REFUSALS:
            raise self._refused(ODD, code=made.status)

    def listing(self, address: str) -> dict[str, str] | None:
        """Entity tag by path of every object of a calendar; None when there is no such calendar."""
        found = self._ask(
            address, "PROPFIND", f"<D:propfind {_NAMESPACES}><D:prop><D:getetag/></D:prop></D:propfind>",
            {"Depth": "1"},
        )  # fmt: skip
        if found.status == _NOT_FOUND:
            return None
        tags = {href: tag.text or "" for href, tag in self._each(found, f"{_DAV}getetag")}
        return {href: tag for href, tag in tags.items() if not href.endswith("/")}

    def read(self, address: str, hrefs: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Path, entity tag and text of objects of a calendar; those that have gone meanwhile are left out."""
        for start in range(0, len(hrefs), _AT_ONCE):
            asked = "".join(f"<D:href>{escape(quote(one))}</D:href>" for one in hrefs[start : start + _AT_ONCE])
            found = self._ask(
                address, "REPORT",
                f"<C:calendar-multiget {_NAMESPACES}><D:prop><D:getetag/><C:calendar-data/></D:prop>{asked}"
                "</C:calendar-multiget>",
            )  # fmt: skip
            tags = dict(self._each(found, f"{_DAV}getetag"))
            for href, data in self._each(found, _CALENDAR_DATA):
                tag = tags.get(href)
                yield href, (tag.text or "") if tag is not None else "", data.text or ""

    def put(self, address: str, href: str, data: str, tag: str | None) -> str | None:
        """Write an object: a new one, or (with `tag`) over that very version.

        Returns:
            The tag of what stands there now ("" when the server keeps it to itself), or None when somebody was there
            before us and nothing was written.
        """
        only = {"If-None-Match": "*"} if tag is None else {"If-Match": tag}
        kind = {"Content-Type": "text/calendar; charset=utf-8"}
        done = self._ask(urljoin(address, quote(href)), "PUT", data, {**kind, **only})
        if done.status in (_CHANGED, _NOT_FOUND):
            return None
        if done.status >= _REFUSALS:
            raise self._refused(ODD, code=done.status)
        return str(done.headers.get("ETag") or "")

    def remove(self, address: str, href: str, tag: str) -> bool:
        """Take an object away if it is still that version; whether it is gone."""
        done = self._ask(urljoin(address, quote(href)), "DELETE", "", {"If-Match": tag})
        if done.status == _CHANGED:
            return False
        if done.status >= _REFUSALS and done.status != _NOT_FOUND:
            raise self._refused(ODD, code=done.status)
        return True

    # -- one question to the server -----------------------------------------------------------------------------------

    def _ask(self, address: str, method: str, body: str, headers: Mapping[str, str] | None = None) -> DAVResponse:
        kind = {} if method in ("PUT", "DELETE") else {"Content-Type": "application/xml; charset=utf-8"}
        with self._asking():
            answer: DAVResponse = self._client.request(address, method, body, {**kind, **(headers or {})})
            return answer

    def _each(self, answer: DAVResponse, name: str) -> Iterator[tuple[str, Any]]:
        """Path and element of that name of every part of an answer that has it."""
        if answer.status != _MULTISTATUS or answer.tree is None:
            raise self._refused(ODD, code=answer.status)
        for part in answer.tree.iter(f"{_DAV}response"):
            element, href = part.find(f".//{name}"), part.findtext(f"{_DAV}href")
            if element is not None and href:
                yield unquote(urlsplit(href).path), element

    @contextlib.contextmanager
    def _asking(self) -> Iterator[None]:
        from caldav.lib import error

        try:
            yield
        except error.AuthorizationError:
            raise self._refused(NOT_LET_IN) from None
        except error.NotFoundError:
            raise self._refused(NO_CALENDARS) from None
        except OSError:
            raise ServerGone(GONE, server=self._name) from None
        except error.DAVError as found:
            raise self._refused(ODD, code=type(found).__name__) from None

    def _refused(self, why: str, **values: object) -> RefusedInput:
        return RefusedInput(why, **{"server": self._name, "user": self._login.user, **values})


def refuse_address(address: str) -> None:
    """An address that a password may be sent to: https, or this very machine.

    Raises:
        RefusedInput: for any other.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _port = parts.port  # read only to see that it is a number
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or parts.scheme not in ("https", "http"):
        raise RefusedInput(NO_ADDRESS, address=address[:200])
    if parts.scheme == "http" and host not in _LOOPBACK:
        raise RefusedInput(NOT_SAFE, address=address[:200])
