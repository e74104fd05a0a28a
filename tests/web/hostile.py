"""Requests that nobody means well with: for every route, page and callback there is, from what the site says it is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import dash
from flask.testing import FlaskClient
from hypothesis import strategies as st

MARK = "zqx"  # of what must never come back as markup
VALUES = (
    "", " ", "\0", "'; DROP TABLE edition; --", "' OR '1'='1", '"; ATTACH \'/etc/passwd\' AS p; --', f"<{MARK}>",
    f'"><{MARK} onload="alert(1)', f"</title></style></script><{MARK}>", f"javascript:{MARK}", "../../../etc/passwd",
    "{{7*7}}", "%s%n%x", "0", "-1", "1e999", "nan", "inf", "9" * 400, "²", "٣", "2017-13", "9999-12",
    "0000-00", "0001-01", "2017-02-30", "२०१७-०६", "\u202e", "\ufeff", "𝔘" * 50, "A" * 900, "a\r\nSet-Cookie: a=b",
    "true", "None", "[]", "{}",
)  # fmt: skip
NAMES = ("measure", "to", "area", "show", "span", "q", "edition", "download", "form", "rows", "self", "__class__")
VARIABLE = re.compile(r"<(?:\w+:)?(\w+)>")
SINKS = {"answered", "fields", "shown"}  # texts of an answer that are addresses and values, never markup


@dataclass(frozen=True)
class Site:
    """`routes`: every address that can be read, with `<slug>` where a step varies. `asked`: what links ask for."""

    routes: tuple[str, ...]
    asked: dict[str, tuple[str, ...]]
    steps: tuple[str, ...]
    callbacks: tuple[dict[str, Any], ...]


def survey(client: FlaskClient) -> Site:
    """The site as it says it is: its map of addresses, its pages, its links and fields, its callbacks."""
    server = client.application
    files = {VARIABLE.sub(r"<\1>", r.rule) for r in server.url_map.iter_rules() if "GET" in (r.methods or ())}
    pages = {page.get("path_template") or page["path"] for page in dash.page_registry.values()}
    asked: dict[str, set[str]] = {name: set() for name in NAMES}
    for path in sorted(page for page in pages if "<" not in page):
        document = client.get(path).text
        for href in re.findall(r'(?:href|action)="([^"]*\?[^"]*)"', document):
            for name, value in parse_qsl(urlsplit(unescape(href)).query):
                asked.setdefault(name, set()).add(value)
        for name in re.findall(r'<(?:input|select)[^>]* name="(\w+)"', document):
            asked.setdefault(name, set())
    found = json.loads(client.get("/_dash-dependencies").data)
    return Site(
        tuple(sorted(files | pages)), {name: tuple(sorted(values)) for name, values in sorted(asked.items())},
        ("camden", "measures", "sources", "latest"), tuple(found),
    )  # fmt: skip


def address(route: str, step: str) -> str:
    return VARIABLE.sub(quote(step, safe=""), route)


def queries(site: Site) -> st.SearchStrategy[str]:
    """Some of the parameters there are, each with a value of its own, another's, a hostile one or any text at all."""
    real = sorted({value for values in site.asked.values() for value in values})
    value = st.sampled_from(VALUES) | st.sampled_from(real) | st.text(max_size=60)
    pair = st.tuples(st.sampled_from(sorted(site.asked)) | st.text(max_size=8), value)
    return st.lists(pair, max_size=8).map(lambda pairs: urlencode(pairs, errors="replace"))


def body_of(callback: dict[str, Any], value: Any) -> dict[str, Any]:
    """What the browser would send, with `value` for each input and state."""
    names = callback["output"].strip(".").split("...") if callback["output"].startswith("..") else [callback["output"]]
    outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    filled = {part: [{"id": each["id"], "property": each["property"],
                      "value": {"borough": value} if each["property"] == "fields" else value}
                     for each in callback[part]] for part in ("inputs", "state")}  # fmt: skip
    is_many = callback["output"].startswith("..")
    return {"output": callback["output"], "outputs": outputs if is_many else outputs[0], **filled,
            "changedPropIds": [f"{each['id']}.{each['property']}" for each in callback["inputs"]]}  # fmt: skip


def anything() -> st.SearchStrategy[Any]:
    """Any JSON, some of it hostile, with lone surrogates and numbers beyond all bounds."""
    alone = (st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(VALUES)
             | st.text(st.characters(), max_size=20) | st.just("\ud800"))  # fmt: skip
    return st.recursive(alone, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner,
                                                                                           max_size=3), max_leaves=6)


def deep(depth: int) -> bytes:
    return b'{"output":' + b"[" * depth + b"]" * depth + b"}"


def forged(site: Site) -> st.SearchStrategy[bytes]:
    """A body that is nearly right: a part left out, of another callback, of another type, or written into."""

    @st.composite
    def build(draw: st.DrawFn) -> bytes:
        body = body_of(draw(st.sampled_from(site.callbacks)), draw(anything()))
        for _ in range(draw(st.integers(1, 3))):
            key = draw(st.sampled_from(sorted(body) or ["output"]))
            match draw(st.integers(0, 3)):
                case 0:
                    body.pop(key, None)
                case 1:
                    body[key] = draw(anything())
                case 2:
                    body[key] = body_of(draw(st.sampled_from(site.callbacks)), "")[key] if key in _KEYS else None
                case 3 if isinstance(body.get(key), list) and body[key]:
                    body[key] = [*body[key], draw(anything())]
        return json.dumps(body).encode()

    return build() | st.binary(max_size=200) | st.sampled_from([deep(9_000), b"9" * 6_000, b"", b"\xff\xfe{}"])


_KEYS = ("output", "outputs", "inputs", "state", "changedPropIds")


def markup_in(answer: Any) -> str:
    """All the texts of a callback's answer that the browser takes for markup, or might."""
    match answer:
        case dict():
            return " ".join(markup_in(value) for name, value in answer.items() if name not in SINKS)
        case list():
            return " ".join(map(markup_in, answer))
    return str(answer)
