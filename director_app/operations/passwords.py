"""Passwords of servers: in the system's keyring if it has one and the director wishes so; nowhere else."""

from __future__ import annotations

from typing import Final

_SERVICE: Final = "culture-delivery-director"


def remembered(address: str, user: str) -> str:
    """The password the keyring has for a user of a server; empty when it has none, or there is no keyring."""
    from keyring import errors, get_password

    try:
        return get_password(_SERVICE, _name(address, user)) or ""
    except (errors.KeyringError, RuntimeError, OSError):
        return ""


def remember(address: str, user: str, password: str) -> bool:
    """Give it to the keyring; whether there is one that took it. An empty password is forgotten there."""
    from keyring import delete_password, errors, set_password

    try:
        if password:
            set_password(_SERVICE, _name(address, user), password)
        elif remembered(address, user):
            delete_password(_SERVICE, _name(address, user))
    except (errors.KeyringError, RuntimeError, OSError):
        return False
    return True


def _name(address: str, user: str) -> str:
    return f"{user} {address}"
