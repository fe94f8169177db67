"""Every text a person may see is in Finnish, Swedish and English, with the same blanks; none is left over."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests import house

LANGUAGES = ("fi", "sv", "en")
BLANK = re.compile(r"\{(\w*)\}")
MARKERS = {"N_": 1, "N_many": 2}
METHODS = {"say": 1, "count": 2}
LEAST_ARGUMENTS = {2: 3}
"""``count`` of texts has a number after its two forms; that of a list or a str has not."""
FORMS = 2


def called(node: ast.Call) -> int:
    """How many of the first arguments are texts; 0 when the call is none of ours."""
    if isinstance(node.func, ast.Name):
        return MARKERS.get(node.func.id, 0)
    wanted = METHODS.get(node.func.attr, 0) if isinstance(node.func, ast.Attribute) else 0
    return wanted if len(node.args) >= LEAST_ARGUMENTS.get(wanted, 1) else 0


def literal(node: ast.expr) -> str | None:
    """The text of a literal, joined pieces included."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = literal(node.left), literal(node.right)
        return None if left is None or right is None else left + right
    return None


def texts_in(path: Path) -> Iterator[str]:
    """Texts that the marker marks, and those handed to ``say`` and ``count`` as they stand."""
    for node in ast.walk(house.tree(path)):
        if isinstance(node, ast.Call) and (wanted := called(node)):
            yield from (found for each in node.args[:wanted] if (found := literal(each)) is not None)


@cache
def marked() -> frozenset[str]:
    """Every text of the program that needs a translation."""
    return frozenset(text for path in house.sources(*house.CODE) for text in texts_in(path) if text)


@cache
def from_rules() -> frozenset[str]:
    """Titles and notes of the rules, which the rules' own screen may translate."""

    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for each in value.values():
                yield from strings(each)
        elif isinstance(value, list):
            for each in value:
                yield from strings(each)

    rules = [
        path for path in house.files() if path.parts[:2] == ("resources", "rules") and path.suffix == ".toml"
    ]
    return frozenset(text for path in rules for text in strings(tomllib.loads(house.text(path))))


def catalogues(language: str) -> list[Path]:
    place = ("resources", "locale", language)
    return [path for path in house.files() if path.parts[:3] == place and path.suffix == ".po"]


@cache
def messages(language: str) -> dict[Path, tuple[Message, ...]]:
    """The messages of a language by file, without the headers."""
    found = {}
    for path in catalogues(language):
        with (house.ROOT / path).open("rb") as file:
            found[path] = tuple(each for each in read_po(file, locale=language) if each.id)
    return found


def all_messages(language: str) -> list[Message]:
    return [each for group in messages(language).values() for each in group]


def forms(message: Message, *, of_id: bool) -> tuple[str, ...]:
    """One text, or the forms for one and for many."""
    held = message.id if of_id else message.string
    return (held,) if isinstance(held, str) else tuple(held or ())


def blanks(text: str) -> Counter[str]:
    return Counter(BLANK.findall(text))


def test_only_literals_are_marked() -> None:
    unclear = [
        f"{path}:{node.lineno}"
        for path in house.sources(*house.CODE)
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS
        if any(literal(each) is None for each in node.args)
    ]
    assert unclear == []


def test_blanks_are_named() -> None:
    assert [text for text in sorted(marked()) if "" in blanks(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    known = {text for each in all_messages(language) if not each.fuzzy for text in forms(each, of_id=True)}
    missing = sorted(marked() - known)
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_empty_or_doubtful(language: str) -> None:
    empty = [
        each.id
        for each in all_messages(language)
        if each.fuzzy or not any(forms(each, of_id=False)) or "" in forms(each, of_id=False)
    ]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_form(language: str) -> None:
    short = [
        each.id
        for each in all_messages(language)
        if isinstance(each.id, tuple) and len(forms(each, of_id=False)) != FORMS
    ]
    assert short == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_one_entry_with_its_plural(language: str) -> None:
    plural = {each.id for each in all_messages(language) if isinstance(each.id, tuple)}
    counted = [
        tuple(literal(word.args[0]) for word in node.value.elts if isinstance(word, ast.Call))
        for path in house.sources(*house.CODE)
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple)
        if any(isinstance(to, ast.Attribute) and to.attr == "count_words" for to in node.targets)
    ]
    assert counted
    assert [words for words in counted if words and words not in plural] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_blanks_of_its_text(language: str) -> None:
    wrong = []
    for each in all_messages(language):
        wanted = {name for text in forms(each, of_id=True) for name in blanks(text)}
        given = {name for text in forms(each, of_id=False) for name in blanks(text)}
        if wanted != given:
            wrong.append((each.id, each.string))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language: str) -> None:
    used = marked() | from_rules()
    left = [
        f"{path.name}: {each.id}"
        for path, group in messages(language).items()
        for each in group
        if not any(text in used for text in forms(each, of_id=True))
    ]
    assert not left, "\n".join(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_stands_in_one_catalogue(language: str) -> None:
    places = Counter(forms(each, of_id=True) for each in all_messages(language))
    assert [text for text, times in places.items() if times > 1] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_languages_hold_the_same_texts(language: str) -> None:
    ours = {forms(each, of_id=True) for each in all_messages(language)}
    finnish = {forms(each, of_id=True) for each in all_messages("fi")}
    odd = sorted(ours ^ finnish)
    assert not odd, "\n".join(map(str, odd))
