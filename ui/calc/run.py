"""Runs cases: one line of JSON in, one line out, in the same order and in constant memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import BinaryIO, NoReturn

from subcontract.money import Money
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_, Texts
from ui.calc.case import Answer, FloatFound, Said, plain
from ui.calc.kinds import Kind

LONGEST_LINE = 16 * 1024 * 1024
"""A case of a whole county's month fits many times over; more is no case."""
MOST_LISTED = 3
LONGEST_FIELD = 200
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FAULT = N_("The program made a mistake with this case. Please report it; the other cases are right.")
UNFIT = N_("This is not a line of JSON.")


def run(kind: Kind, cases: BinaryIO, results: BinaryIO, texts: Texts, *, explain: bool) -> None:
    """Answer every line; a refused one gets an error on its line and the run goes on."""
    for line in lines_of(cases):
        results.write(answer_line(kind, line, texts, explain=explain) + b"\n")
        results.flush()


def lines_of(source: BinaryIO) -> Iterator[bytes | None]:
    """Each line without its end; ``None`` for one that is too long to be kept in memory."""
    first = True
    while line := source.readline(LONGEST_LINE):
        if first:
            line, first = line.removeprefix(BYTE_ORDER_MARK), False
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def answer_line(kind: Kind, line: bytes | None, texts: Texts, *, explain: bool) -> bytes:
    """The result of one line, or its error, as a line of JSON."""
    try:
        said = _answered(kind, line, texts, explain=explain)
    except Refused as refused:
        said = {"error": _error(refused.problems, texts)}
    except Exception:  # noqa: BLE001 - a mistake of ours in one case must not cost the others theirs
        said = {"error": {"code": "program_fault", "message": texts.say(FAULT), "field": ""}}
    written = json.dumps(said, ensure_ascii=False, default=lambda one: _sentence(one, texts))
    return written.encode("utf-8", "backslashreplace")


def _sentence(one: object, texts: Texts) -> str:
    """A sentence of a result; nothing else that JSON does not know stands there."""
    if not isinstance(one, Said):
        raise TypeError(one)
    return texts.say(one.text, **one.facts)


def _answered(kind: Kind, line: bytes | None, texts: Texts, *, explain: bool) -> Mapping[str, object]:
    if line is None:
        raise refuse(Code.TOO_LARGE)
    answer = kind.answer(kind.case(read_json(line)))
    return {**answer.result, **_explained(answer, texts)} if explain else answer.result


def _explained(answer: Answer, texts: Texts) -> dict[str, object]:
    """The working as ``lines``; a result that has lines of its own keeps them as ``nets``."""
    working = [_line(line, texts) for line in answer.lines]
    if "lines" in answer.result:
        return {"nets": answer.result["lines"], "lines": working}
    return {"lines": working}


def _line(line: WorkingLine, texts: Texts) -> dict[str, object]:
    return {
        "what": texts.say(line.what, **line.facts),
        "basis": _figure(line.basis),
        "rate": _figure(line.rate),
        "amount": _figure(line.amount),
        "rule": line.rule or None,
        "valid_from": line.valid_from.isoformat() if line.valid_from else None,
        "source": line.source or None,
    }


def _figure(value: Decimal | Money | None) -> str | None:
    return None if value is None else plain(value)


def _error(problems: Iterable[Problem], texts: Texts) -> dict[str, str]:
    """The first problem's code and field, and a sentence on each of the first few."""
    from ui.problem_sentences import explain  # noqa: PLC0415 - only a refused case needs sentences

    listed = tuple(problems)[:MOST_LISTED]
    field = listed[0].field[:LONGEST_FIELD]
    if listed[0].code is Code.NOT_JSON:
        return {"code": Code.NOT_JSON.value, "message": texts.say(UNFIT), "field": ""}
    message = " ".join(dict.fromkeys(explain(problem, texts) for problem in listed))
    return {"code": listed[0].code.value, "message": message, "field": field}


# --- JSON, read strictly ---------------------------------------------------------------------


def read_json(line: bytes) -> object:
    """Read a line; numbers with a decimal point become ``FloatFound``, names given twice are refused."""
    try:
        return json.loads(
            line.decode("utf-8"),
            parse_float=lambda _: FloatFound(),
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except (ValueError, RecursionError):
        raise refuse(Code.NOT_JSON) from None


def _no_number(_: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose names all differ: of two values nobody knows which was meant."""
    said = dict(pairs)
    if len(said) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise refuse(Code.TWICE_IN_LIST, twice)
    return said
