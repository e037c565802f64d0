"""Reading opens no connection: nothing is fetched, nothing is sent."""

from __future__ import annotations

import socket
from typing import NoReturn

import pytest

from factories import a_report
from onrecord.reading import build_kit, read


def test_reading_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither loading the engine and the weights nor reading touches the network."""

    def refuse(*arguments: object, **_options: object) -> NoReturn:
        raise AssertionError(f"a connection was asked for: {arguments}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    reading = read(a_report("Police said two men fled after the raid."), build_kit())
    assert reading.mentions.attributions
