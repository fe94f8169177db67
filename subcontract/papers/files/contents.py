"""The table of contents of an archive of papers, as a page for any browser and as plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import quote

from subcontract.words import N_, Texts

KILO: Final = 1024
STYLE: Final = (
    "body{font:16px/1.5 'Source Sans Pro',system-ui,sans-serif;color:#1E2A2F;background:#FBFAF7;"
    "max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}a{color:#1D5C8A}"
    "table{border-collapse:collapse;width:100%;background:#fff}"
    "td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #D9D5CC}"
    "td.n{text-align:right;white-space:nowrap}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of the archive."""

    group: str
    path: str
    title: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The heading with its sums, and every file."""

    cover: tuple[tuple[str, ...], tuple[tuple[str, str], ...]]
    entries: tuple[Entry, ...]


def contents_html(contents: Contents, texts: Texts) -> bytes:
    """A page with a link to each file; it asks nothing of the network."""
    lines, sums = contents.cover
    body = [f"<h1>{escape(lines[0])}</h1>", *(f"<p>{escape(line)}</p>" for line in lines[1:] if line)]
    if sums:
        rows = "".join(
            f'<tr><td>{escape(what)}</td><td class="n">{escape(sum_)}</td></tr>' for what, sum_ in sums
        )
        body.append(f"<h2>{escape(texts.say(N_('Sums of the period')))}</h2><table>{rows}</table>")
    for group, entries in _groups(contents.entries):
        rows = "".join(_row(one, texts) for one in entries)
        body.append(f"<h2>{escape(group)} ({len(entries)})</h2><table>{rows}</table>")
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(texts.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(lines[0])}</title><style>{STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n"
        "</body></html>\n"
    )
    return page.encode()


def _row(entry: Entry, texts: Texts) -> str:
    link = f'<a href="{quote(entry.path)}">{escape(entry.title)}</a>'
    return (
        f'<tr><td>{link}</td><td>{escape(entry.path)}</td><td class="n">{_size(entry.size, texts)}</td></tr>'
    )


def contents_text(contents: Contents, texts: Texts) -> bytes:
    """The same as plain text that every editor opens right."""
    lines, sums = contents.cover
    told = [*lines, ""]
    if sums:
        told += [texts.say(N_("Sums of the period")), *(f"  {what}: {sum_}" for what, sum_ in sums), ""]
    for group, entries in _groups(contents.entries):
        told += [f"{group} ({len(entries)})", *(f"  {one.path}  {one.title}" for one in entries), ""]
    told.append(texts.say(N_("Open index.html to see the same with links.")))
    return ("\ufeff" + "".join(f"{line}\r\n" for line in told)).encode()


def _groups(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Files by their groups, in the order in which each first came."""
    groups: dict[str, list[Entry]] = {}
    for one in entries:
        groups.setdefault(one.group, []).append(one)
    yield from groups.items()


def _size(size: int, texts: Texts) -> str:
    """A size in kilobytes, rounded up."""
    return texts.say(N_("{number} kB"), number=-(-size // KILO))
