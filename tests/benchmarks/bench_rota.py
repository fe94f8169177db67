"""The rotation against plain greedy and against HiGHS given a long time as the judge.

Run from the root, in any order, as often as wished; what is in FILE already is not done again:

``python -m tests.benchmarks.bench_rota judge 60w FILE --seeds 50 --seconds 60 --long 16``
    A long search of ours, then HiGHS from its plan for so many seconds. With ``--cold`` HiGHS alone, which
    knows nothing of our plan.
``python -m tests.benchmarks.bench_rota ours 60w FILE --seeds 50 --seconds 2``
    The program's own proposal, a sick morning after it, time and memory.
``python -m tests.benchmarks.bench_rota table FILE...``
    The table. The best known plan of a case is the best of all that was ever tried on it.
``python -m tests.benchmarks.bench_rota write 60w FOLDER --seeds 5``
    The rows of each case for ``judge_cpsat.py``, which needs OR-Tools in an environment of its own and
    begins from our plan or, with ``--cold``, from nothing.

Sizes and seeds name the cases of ``rota_cases``; nothing else goes into them, so anybody has the same ones.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from subcontract.rota.rotation.points import UNFILLED
from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.proposing.propose import Proposal, Tried, propose
from subcontract.rota.rotation.proposing.worker import Proposer
from subcontract.rota.rotation.rules import breaks_of
from subcontract.rota.rotation.searching.replan import ways_on
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import At, Tables, tables_of
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.bound import whole_model
from subcontract.rota.rotation.solving.solver import Effort, solve
from subcontract.rota.rotation.standing import Standing
from tests.benchmarks import rota_results
from tests.benchmarks.rota_cases import SIZES, case, sick_morning
from tests.benchmarks.rota_results import JUDGE, OURS, Line

T = TypeVar("T")
TICK = 0.005


def main() -> None:
    """Do what was asked."""
    ask = _asked()
    if ask.what == "table":
        lines = [line for path in (ask.size, *ask.files) for line in rota_results.read(Path(path))]
        print("\n".join(rota_results.table(lines)))
        return
    (path,) = map(Path, ask.files)
    for seed in range(ask.first, ask.first + ask.seeds):
        {"write": _write, "judge": _judge, "ours": _ours}[ask.what](ask, seed, path)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("judge", "ours", "table", "write"))
    parser.add_argument("size", help="one of " + ", ".join(SIZES))
    parser.add_argument("files", nargs="*")
    for name, default in (("seeds", 50), ("first", 1), ("seconds", 2), ("long", 16)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--cold", action="store_true")
    return parser.parse_args()


def _judge(ask: argparse.Namespace, seed: int, path: Path) -> None:
    """The judge from our long search on, or from nothing."""
    label = f"HiGHS {'cold ' if ask.cold else ''}{ask.seconds} s"
    lines = [line for line in rota_results.read(path) if (line.size, line.seed) == (ask.size, seed)]
    if any((line.by, line.label) == (JUDGE, label) or (line.proven and not ask.cold) for line in lines):
        return
    problem = case(SIZES[ask.size], seed)
    tables = tables_of(problem)
    begun, spent = time.perf_counter(), time.process_time()
    known = None if ask.cold else _longest(ask, problem, tables, lines)
    model = whole_model(tables)
    answer = solve(model.rows, Effort(seconds=ask.seconds), None if known is None else model.start(known))
    found = [*([model.places(answer.values)] if answer.values else []), *([known] if known else [])]
    if not found:
        print(f"{ask.size} seed {seed}: no plan, bound {answer.bound}", flush=True)
        return
    state = min((State(tables, each) for each in found), key=lambda each: each.cost)
    assert not breaks_of(Standing(problem, tables.pairs_of(state.places())))
    line = Line(
        size=ask.size,
        seed=seed,
        by=JUDGE,
        label=label,
        total=state.cost,
        unfilled=empty_in(state),
        wall=round(time.perf_counter() - begun, 2),
        cpu=round(time.process_time() - spent, 2),
        bound=answer.bound,
        proven=answer.proven,
        plan=[list(at) for at in sorted(state.places())],
    )
    rota_results.add(path, line)
    print(f"{ask.size} seed {seed}: {line.unfilled}+{line.rest} bound {line.bound} {line.proven}", flush=True)


def _longest(ask: argparse.Namespace, problem: Problem, tables: Tables, lines: list[Line]) -> frozenset[At]:
    """The best plan that is known before the judge begins."""
    known = min((line for line in lines if line.plan), key=lambda line: line.total, default=None)
    tried = [frozenset((i, s) for i, s in known.plan)] if known else []
    if ask.long or not tried:
        long = propose(problem, Tried.about(max(1, ask.long)), seed=2)
        tried.append(tables.at(long.pairs))
    return min(tried, key=lambda places: State(tables, places).cost)


def empty_in(state: State) -> int:
    """Places below the least numbers."""
    return sum(max(0, slot.least - len(state.members[s])) for s, slot in enumerate(state.tables.slots))


def _ours(ask: argparse.Namespace, seed: int, path: Path) -> None:
    """The program's own proposal, as the window asks for it, and a sick morning after it."""
    label = f"{ask.seconds} s"
    if any(
        (line.by, line.size, line.seed, line.label) == (OURS, ask.size, seed, label)
        for line in rota_results.read(path)
    ):
        return
    problem = case(SIZES[ask.size], seed)
    begun, before = time.perf_counter(), _of_children()
    ours = proposed(problem, ask.seconds)
    wall, cpu = round(time.perf_counter() - begun, 2), round(_of_children() - before, 2)
    assert not breaks_of(Standing(problem, ours.pairs))
    sick_wall, sick_cpu = sick(problem, ours.pairs)
    line = Line(
        size=ask.size,
        seed=seed,
        by=OURS,
        label=label,
        total=ours.score.total,
        unfilled=ours.score.unfilled,
        wall=wall,
        cpu=cpu,
        greedy_total=ours.first.total,
        greedy_unfilled=ours.first.unfilled,
        sick_wall=sick_wall,
        sick_cpu=sick_cpu,
        memory=memory(),
    )
    rota_results.add(path, line)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    print(f"{ask.size} seed {seed}: {line.unfilled}+{line.rest} in {wall} s, load {load:.1f}", flush=True)


def proposed(problem: Problem, seconds: int) -> Proposal:
    """The proposal as the window has it made: in two processes, their start counted."""
    proposer, found = Proposer(problem, Tried.about(seconds), with_bound=False), None
    while proposer.is_working:
        found = next((each for each in proposer.said() if isinstance(each, Proposal)), found)
        time.sleep(TICK)
    proposer.end()
    assert found is not None
    return found


def _of_children() -> float:
    """Seconds of the processor that the processes which have ended took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(do: Callable[[], T]) -> tuple[T, float, float]:
    """What came of it, seconds on the wall, seconds of the processor."""
    begun, spent = time.perf_counter(), time.process_time()
    found = do()
    return found, round(time.perf_counter() - begun, 3), round(time.process_time() - spent, 3)


def memory() -> int:
    """Megabytes that the larger of the two processes has taken at the most."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def sick(problem: Problem, pairs: frozenset[Pair]) -> tuple[float, float]:
    """How long the ways of a sick morning take."""
    ill, day = sick_morning(problem, pairs)
    _, wall, cpu = timed(lambda: ways_on(ill, pairs, [day]))
    return wall, cpu


def _write(ask: argparse.Namespace, seed: int, folder: Path) -> None:
    """The rows of a case for another judge, with a plan to begin from."""
    problem = case(SIZES[ask.size], seed)
    tables = tables_of(problem)
    model, ours = whole_model(tables), propose(problem, Tried.about(ask.seconds))
    folder.mkdir(parents=True, exist_ok=True)
    rows = {name: getattr(model.rows, name) for name in model.rows.__slots__}
    facts = {
        "rows": rows,
        "start": model.start(tables.at(ours.pairs)),
        "best": f"{ours.score.unfilled}+{ours.score.total - UNFILLED * ours.score.unfilled}",
        "places": [(column, s) for (_, s), column in model.at.items()],
        "least": [slot.least for slot in tables.slots],
        "empty": UNFILLED,
    }
    (folder / f"{ask.size}-{seed}.json").write_text(json.dumps(facts), encoding="utf-8")


if __name__ == "__main__":
    assert solver.is_there(), "highspy is not installed"
    main()
