"""The command ``urakka``: what it is told, how it answers, and what it does without."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pytest

from tests import house
from ui.calc import run
from ui.calc.case import Answer, Case
from ui.calc.kinds import MODULES, Kind, kind
from ui.texts import CatalogueTexts

COMMAND = "import sys; from ui.command_line import main; sys.exit(main())"
FINNISH = CatalogueTexts("fi")
LOADED = """
import sys
from ui.command_line import main
code = main()
heavy = [name for name in ("PySide6", "shiboken6", "sqlalchemy", "alembic", "sqlite3", "db", "reportlab")
         if name in sys.modules]
print(heavy, file=sys.stderr)
sys.exit(code)
"""


def urakka(
    *words: str, given: bytes | str = b"", command: str = COMMAND
) -> subprocess.CompletedProcess[bytes]:
    cases = given.encode() if isinstance(given, str) else given
    surroundings = {**os.environ, "PYTHONPATH": str(house.ROOT)}
    start = [sys.executable, "-X", "utf8", "-c", command, *words]
    return subprocess.run(
        start, input=cases, cwd=house.ROOT, env=surroundings, capture_output=True, check=False, timeout=120
    )


def answers(name: str, lines: Iterable[bytes | str], *, explain: bool = False) -> list[Any]:
    """The results of cases, in this process."""
    cases = io.BytesIO(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines))
    results = io.BytesIO()
    run.run(kind(name), cases, results, FINNISH, explain=explain)
    return [json.loads(line) for line in results.getvalue().splitlines()]


def error(name: str, line: bytes | str) -> tuple[str, str]:
    (answer,) = answers(name, [line])
    assert set(answer["error"]) == {"code", "message", "field"}
    assert answer["error"]["message"]
    return answer["error"]["code"], answer["error"]["field"]


# --- the words after the command -------------------------------------------------------------


def test_every_kind_answers_its_example_and_is_listed() -> None:
    listed = urakka("calc", "--list")
    assert listed.returncode == 0
    text = listed.stdout.decode()
    for name in MODULES:
        assert f"{name}: " in text
        assert kind(name).example in text
        (answer,) = answers(name, [kind(name).example])
        assert "error" not in answer


@pytest.mark.parametrize(
    "words",
    [
        ("calc",),
        ("calc", "wages-of-sin"),
        ("calc", "split", "hours"),
        ("calc", "split", "--fast"),
        ("calc", "--list", "split"),
        ("calc", "--explain"),
        ("fly",),
        ("--fly",),
        ("--demo", "--fly"),
        ("calc", "split", "--language", "xx"),
        ("calc", "split", "--language"),
        ("\x1b[31mcalc",),
        ("x" * 5000,),
    ],
)
def test_a_wrong_word_is_told_without_a_traceback(words: tuple[str, ...]) -> None:
    done = urakka(*words, given=kind("split").example)
    assert done.returncode == 2
    assert done.stdout == b""
    told = done.stderr.decode()
    assert "Traceback" not in told
    assert "\x1b" not in told
    assert 0 < len(told) < 400


@pytest.mark.parametrize(("language", "word"), [("fi", "tapaukset"), ("sv", "fallen"), ("en", "cases")])
def test_help_is_given_in_each_language(language: str, word: str) -> None:
    done = urakka("--help", "--language", language)
    assert done.returncode == 0
    assert word in done.stdout.decode()
    assert "urakka calc KIND" in done.stdout.decode()


def test_the_calculator_starts_without_window_storage_and_network() -> None:
    for name in MODULES:
        given = kind(name).example + "\nx\n"
        done = urakka("calc", name, "--explain", given=given, command=LOADED)
        assert done.returncode == 0
        assert done.stderr.decode().strip() == "[]"
        assert len(done.stdout.splitlines()) == 2


def test_messages_are_finnish_unless_another_language_is_asked_for() -> None:
    finnish = json.loads(urakka("calc", "split", given="{").stdout)
    english = json.loads(urakka("calc", "split", "--language", "en", given="{").stdout)
    assert finnish["error"]["message"] == "Tämä ei ole JSON-rivi."
    assert english["error"]["message"] == "This is not a line of JSON."


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_a_reader_that_goes_away_is_no_error_to_shout_about() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "calc", "vat-rate"],
        input=(kind("vat-rate").example + "\n").encode() * 100,
        cwd=house.ROOT,
        env={**os.environ, "PYTHONPATH": str(house.ROOT)},
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1


NO_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "PySide6":
            raise ImportError("libEGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, NoQt())
from ui.command_line import main
sys.exit(main())
"""


@pytest.mark.parametrize("words", [(), ("--demo",)])
def test_a_window_that_cannot_open_says_why(words: tuple[str, ...]) -> None:
    done = urakka(*words, command=NO_QT)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert "libEGL" in told
    assert "Traceback" not in told


# --- lines in, lines out ---------------------------------------------------------------------


def test_a_refused_line_keeps_its_place_and_the_run_goes_on() -> None:
    good = kind("vat-rate").example
    lines: list[bytes | str] = [
        good,
        "",
        "x",
        "[1]",
        "null",
        b"\xff\xfe",
        "{}",
        '{"supplied":"x","class":"general"}',
        good,
    ]
    found = [answer.get("error", {}).get("code") for answer in answers("vat-rate", lines)]
    assert found == [
        None,
        "not_json",
        "not_json",
        "wrong_type",
        "wrong_type",
        "not_json",
        "required",
        "not_a_date",
        None,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"base":"1",}',
        "{'base':'123'}",
        '{"base":NaN}',
        '{"base":Infinity}',
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"base":"123"} {"base":"123"}',
        '{"base":' + "9" * 5000 + "}",
        b'{"base":"\xc3"}',
        "\x00",
        '\ufeff\ufeff{"base":"123"}',
    ],
)
def test_what_is_no_json_is_refused(line: bytes | str) -> None:
    assert error("reference", line) == ("not_json", "")


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    lines = b"\xef\xbb\xbf" + kind("vat-rate").example.encode() + b"\r"
    assert answers("vat-rate", [lines]) == [{"rate": "24.0"}]


def test_a_last_line_without_its_end_is_answered() -> None:
    results = io.BytesIO()
    cases = io.BytesIO(kind("vat-rate").example.encode())
    run.run(kind("vat-rate"), cases, results, FINNISH, explain=False)
    assert json.loads(results.getvalue()) == {"rate": "24.0"}


def test_a_line_too_long_to_keep_is_refused_and_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LONGEST_LINE", 64)
    good = '{"supplied":"2024-09-01","class":"general"}'
    found = answers("vat-rate", ["x" * 1000, good, "y" * 63, "z" * 64, good])
    assert [answer.get("error", {}).get("code") for answer in found] == [
        "too_large", None, "not_json", "too_large", None,
    ]  # fmt: skip


def test_names_given_twice_are_refused() -> None:
    assert error("split", '{"pot":"1.00","pot":"2.00","shares":{"a":"1"}}') == ("twice_in_list", "pot")
    assert error("split", '{"pot":"1.00","shares":{"a":"1","a":"2"}}') == ("twice_in_list", "a")


def test_an_unknown_field_is_named() -> None:
    assert error("split", '{"pot":"1.00","shares":{"a":"1"},"fast":true}') == ("unknown_field", "fast")
    assert error("price", '{"pay":{"forn":"wage"},"date":"2026-11-22","basis":"fixed"}') == (
        "unknown_field",
        "pay.forn",
    )
    entry = '{"client":"7","date":"2026-11-02","amount":"8.00","hours":"2"}'
    assert error("allowance", '{"entries":[' + entry + "]}") == ("unknown_field", "entries.0.hours")
    assert len(error("split", json.dumps({"x" * 100_000: 1}))[1]) == 200


@pytest.mark.parametrize("number", ["12.50", "1e2", "-0.0", "1E-400"])
@pytest.mark.parametrize(
    ("name", "before", "after", "field"),
    [
        ("split", '{"pot":', ',"shares":{"a":"1"}}', "pot"),
        ("split", '{"pot":"1.00","shares":{"a":', "}}", "shares.a"),
        ("reference", '{"base":', "}", "base"),
        ("hours", '{"date":', "}", "date"),
        ("hours", '{"date":"2026-11-02","start":"08:00","end":"09:00","breaks":[[', ",1]]}", "breaks.0"),
        ("price", '{"basis":"fixed","pay":{"form":"allowance","persons":', "}}", "pay.persons"),
    ],
)
def test_json_floats_are_refused_everywhere(
    *, name: str, before: str, number: str, after: str, field: str
) -> None:
    assert error(name, before + number + after) == ("float_refused", field)


def test_a_mistake_of_ours_in_one_case_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(case: Case) -> Answer:
        raise ZeroDivisionError(case)

    monkeypatch.setattr("ui.calc.vat_rate.KIND", Kind(purpose="x", fields=(), example="{}", answer=broken))
    assert error("vat-rate", "{}") == ("program_fault", "")


@pytest.mark.parametrize("name", list(MODULES))
def test_explained_results_carry_their_working(name: str) -> None:
    (plain,) = answers(name, [kind(name).example])
    (explained,) = answers(name, [kind(name).example], explain=True)
    assert explained["lines"]
    for line in explained["lines"]:
        assert set(line) == {"what", "basis", "rate", "amount", "rule", "valid_from", "source"}
        assert line["what"]
        assert "{" not in line["what"]
    kept = {"nets": plain.pop("lines")} if "lines" in plain else {}
    assert explained == plain | kept | {"lines": explained["lines"]}


def test_explained_lines_name_the_rule() -> None:
    (explained,) = answers("allowance", [kind("allowance").example], explain=True)
    line = explained["lines"][0]
    assert (line["rule"], line["valid_from"], line["rate"]) == ("allowance_limit", "2024-01-01", "12.00")
    assert "92 §" in line["source"]
    assert "2.11.2026" in line["what"]


@pytest.mark.slow
def test_ten_thousand_cases_take_seconds_and_no_more_memory() -> None:
    measure = COMMAND.replace(
        "sys.exit(main())",
        "main(); import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)",
    )
    if sys.platform == "win32":
        pytest.skip("no figure of memory there")
    few = urakka("calc", "price", given=(kind("price").example + "\n") * 10, command=measure)
    many = urakka("calc", "price", given=(kind("price").example + "\n") * 10_000, command=measure)
    assert len(many.stdout.splitlines()) == 10_000
    assert int(many.stderr) < int(few.stderr) * 1.5
