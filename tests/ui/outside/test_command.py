"""`urakka render` and `urakka read finvoice` through the real command."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lxml import etree

from subcontract.papers.files.e_invoices.finvoice import finvoice
from tests.paper_reading import text
from tests.random_invoices import random_invoice
from tests.schemas import schema
from tests.schematron import findings, ubl_schema
from tests.ui.outside.example import CREDIT, FACTS
from tests.ui.test_command_line import LOADED, urakka
from ui.outside.read_finvoice import read_finvoice
from ui.outside.render import RENDERERS, render
from ui.texts import CatalogueTexts

Given = Callable[[Any], str]
TEXTS = {language: CatalogueTexts(language) for language in ("fi", "sv", "en")}


@pytest.fixture
def given_facts(tmp_path: Path) -> Given:
    """Put facts into a file; gives its name."""

    def put(facts: Any) -> str:
        path = tmp_path / "facts.json"
        path.write_text(facts if isinstance(facts, str) else json.dumps(facts), encoding="utf-8")
        return str(path)

    return put


def must_be_right(kind: str, data: bytes) -> None:
    if kind == "pdf":
        assert data.startswith(b"%PDF")
    elif kind == "finvoice":
        rules = schema("finvoice/Finvoice3.0.xsd")
        assert rules.validate(etree.fromstring(data)), rules.error_log
    else:
        rules, root = ubl_schema(data)
        assert rules.validate(root), rules.error_log
        assert findings(data).failed == ()


@pytest.mark.parametrize("kind", RENDERERS)
@pytest.mark.parametrize("facts", [FACTS, CREDIT], ids=["invoice", "credit note"])
def test_facts_become_a_file(kind: str, facts: Any, given_facts: Given, tmp_path: Path) -> None:
    out = tmp_path / f"invoice.{kind}"
    done = urakka("render", kind, given_facts(facts), "--out", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    must_be_right(kind, out.read_bytes())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.json", out.name]


def test_the_paper_says_what_the_facts_say(given_facts: Given, tmp_path: Path) -> None:
    out = tmp_path / "invoice.pdf"
    render("pdf", Path(given_facts(FACTS)), out)
    said = text(out.read_bytes())
    assert "135,54" in said
    assert "Malli Oy" in said


@pytest.mark.parametrize("facts", [FACTS, CREDIT], ids=["invoice", "credit note"])
def test_reading_gives_the_facts_that_were_rendered(facts: Any, given_facts: Given, tmp_path: Path) -> None:
    out = tmp_path / "invoice.xml"
    assert urakka("render", "finvoice", given_facts(facts), "--out", str(out)).returncode == 0
    done = urakka("read", "finvoice", str(out))
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == facts


def test_what_was_read_is_rendered_to_the_same_facts(given_facts: Given, tmp_path: Path) -> None:
    """Random invoices, read and rendered again and again; only papers and contacts are not in the facts."""
    out = tmp_path / "again.xml"
    for seed in range(60):
        invoice = random_invoice(Random(seed))
        (facts,) = read_finvoice(finvoice(invoice, TEXTS[invoice.language]))
        if invoice.total.amount < 0:
            continue
        render("finvoice", Path(given_facts(facts)), out)
        assert read_finvoice(out.read_bytes()) == [facts]


def test_nothing_of_window_or_storage_is_loaded(given_facts: Given, tmp_path: Path) -> None:
    facts, out = given_facts(FACTS), str(tmp_path / "out")
    for words in (("render", "finvoice", facts, "--out", out), ("read", "finvoice", out)):
        done = urakka(*words, command=LOADED)
        assert (done.returncode, done.stderr.strip()) == (0, b"[]")
    done = urakka("render", "pdf", facts, "--out", out, command=LOADED)
    assert (done.returncode, done.stderr.strip()) == (0, b"['reportlab']")


def test_a_refusal_names_file_and_place_and_leaves_the_old_file(given_facts: Given, tmp_path: Path) -> None:
    out = tmp_path / "invoice.xml"
    out.write_bytes(b"old")
    facts = given_facts({**FACTS, "reference": "10015"})
    done = urakka("render", "finvoice", facts, "--out", str(out), "--language", "en")
    assert done.returncode == 1
    assert b"reference: " in done.stderr
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.json", "invoice.xml"]


def test_a_format_that_asks_for_more_says_what(given_facts: Given, tmp_path: Path) -> None:
    buyer = {name: text for name, text in FACTS["buyer"].items() if name != "ovt"}
    done = urakka("render", "ubl", given_facts({**FACTS, "buyer": buyer}), "--out", str(tmp_path / "x"))
    assert done.returncode == 1
    assert b"buyer.ovt: " in done.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("render",),
        ("render", "pdf"),
        ("render", "pdf", "facts.json"),
        ("render", "pdf", "facts.json", "--out"),
        ("render", "docx", "facts.json", "--out", "x"),
        ("render", "pdf", "facts.json", "more", "--out", "x"),
        ("render", "pdf", "--fast", "facts.json", "--out", "x"),
        ("read",),
        ("read", "finvoice"),
        ("read", "letters", "x"),
        ("read", "finvoice", "x", "y"),
        ("read", "finvoice", "--all", "x"),
    ],
)
def test_wrong_words_are_told_and_nothing_is_done(words: tuple[str, ...]) -> None:
    done = urakka(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().strip()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("content", ["", "[]", "{", "null", '{"kind":"invoice","kind":"invoice"}', "1.5"])
def test_what_are_no_facts_is_refused(content: str, given_facts: Given, tmp_path: Path) -> None:
    done = urakka("render", "pdf", given_facts(content), "--out", str(tmp_path / "x"))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "x").exists()


def test_files_and_folders_that_are_not_there_are_told(given_facts: Given, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere" / "x")
    for words in (
        ("read", "finvoice", nowhere),
        ("read", "finvoice", str(tmp_path)),
        ("render", "pdf", nowhere, "--out", str(tmp_path / "x")),
        ("render", "pdf", given_facts(FACTS), "--out", nowhere),
        ("render", "pdf", given_facts(FACTS), "--out", str(tmp_path)),
    ):
        done = urakka(*words)
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"Traceback" not in done.stderr
        assert done.stderr


def test_a_hostile_file_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    path.write_bytes(b"<!DOCTYPE a [<!ENTITY b 'b'>]><Finvoice>&b;</Finvoice>")
    done = urakka("read", "finvoice", str(path))
    assert (done.returncode, done.stdout) == (1, b"")
    assert str(path).encode() in done.stderr
