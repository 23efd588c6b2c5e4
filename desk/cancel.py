"""Stopping long work: a question that it asks between its steps; it answers with `errors.Cancelled`."""

from __future__ import annotations


def never() -> bool:
    """Stop nothing: the `stop` of an export that cannot be cancelled."""
    return False
