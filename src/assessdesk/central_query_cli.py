"""`assessdesk central query`: ask a site about a value, accept or send back its answer, list what is asked.

Part of the shell without windows; what a query is and where it may point is decided elsewhere.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assessdesk.central_cli import (
    add_action,
    add_central_parser,
    days_since,
    now,
    open_central,
    open_store,
    printable,
    say,
    table,
)
from assessdesk.services.central import queries as central_queries

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from assessdesk.central_cli import Commands

HEADINGS = ("query", "station", "state", "days", "participant", "visit", "instrument", "slot", "asked by")
WAITING = "*"


def add_central_parsers(commands: Commands) -> None:
    """Add `central` with all its words, `query raise | close | reopen | list` among them."""
    parser = add_central_parser(commands).add_parser("query", help="queries: raise, close, reopen, list")
    acts = parser.add_subparsers(required=True, metavar="raise | close | reopen | list")
    asked = add_action(acts, "raise", "ask a site; the query travels with the next receipt", _raise)
    _add_voice(asked, "what is asked; without names and without the study group")
    asked.add_argument("--participant", required=True, metavar="CODE", help="the study code")
    asked.add_argument("--visit", default="", metavar="ID", help="the planned visit, such as week6")
    asked.add_argument("--date", default="", metavar="DAY", help="its day, where one plan has several visits")
    asked.add_argument("--instrument", default="", metavar="ID", help="the instrument at that visit")
    asked.add_argument("--slot", default="", metavar="SLOT", help="the value, such as calf.right.1.reading")
    for name, what, words in (
        ("close", "accept the answer to a query of central, or take it back", "why it is settled"),
        ("reopen", "say that an answer was not enough", "what is still asked"),
    ):
        action = add_action(acts, name, what, _go_on)
        action.add_argument("--query", required=True, metavar="C-NNNN", help="the query's number")
        _add_voice(action, words)
        action.set_defaults(act=name)
    listing = add_action(acts, "list", "list queries of all stations; needs no keys", _list)
    listing.add_argument("--state", choices=["open", "answered", "closed"], help="only these")
    listing.add_argument("--json", action="store_true", help="print JSON instead of words")


def _add_voice(action: ArgumentParser, words: str) -> None:
    """Add who speaks, what is said, and the keys it is signed with."""
    action.add_argument("--keys", type=Path, required=True, metavar="DIR", help="folder of central's two key files")
    action.add_argument("--by", required=True, metavar="CODE", help="the data manager's code, such as DM-01")
    action.add_argument("--text", required=True, metavar="WORDS", help=words)


def _raise(arguments: Namespace) -> int:
    store, desk = open_central(arguments)
    wish = central_queries.QueryWish(
        by=arguments.by,
        code=arguments.participant,
        text=arguments.text,
        visit=arguments.visit,
        date=arguments.date,
        instrument=arguments.instrument,
        slot=arguments.slot,
    )
    word = central_queries.raise_query(store, desk, wish, now=now)
    say(f"{word.query} was raised. It travels with the next receipt of its station.")
    return 0


def _go_on(arguments: Namespace) -> int:
    store, desk = open_central(arguments)
    act = {"close": central_queries.close_query, "reopen": central_queries.reopen_query}[arguments.act]
    word = act(store, desk, arguments.query, by=arguments.by, text=arguments.text, now=now)
    say(f"{word.query} is {word.act}. It travels with the next receipt of its station.")
    return 0


def _list(arguments: Namespace) -> int:
    found = central_queries.listed(open_store(arguments))
    shown = [one for one in found if arguments.state in {None, one.stand}]
    if arguments.json:
        documents = [{**asdict(one), "days": days_since(one.since)} for one in shown]
        say(json.dumps(documents, ensure_ascii=False, indent=2))
        return 0
    if not shown:
        say("There is no such query.")
        return 0
    lines = table(HEADINGS, [_cells(one) for one in shown])
    say(lines[0])
    for one, line in zip(shown, lines[1:], strict=True):
        say(printable(line))
        say(printable(f"    {one.text}"))
        if one.answer:
            say(printable(f"    {one.answered_by}: {one.answer}"))
    if any(not one.at_site for one in shown):
        say(f"{WAITING} The station is not known to have this yet: it travels with every receipt until it has.")
    return 0


def _cells(one: central_queries.HeldQuery) -> list[str]:
    stand = f"{one.stand}{'' if one.at_site else WAITING}"
    days = str(days_since(one.since))
    return [one.number, one.station, stand, days, one.code, one.visit, one.instrument, one.slot, one.raised_by]
