"""The rotation against plain greedy and against HiGHS or CP-SAT given a long time as the judge.

Run from the root: ``python -m tests.benchmarks.bench_rota 60 --seeds 5 --seconds 2``. Sizes are 15, 60, 120
and 300 people (``rota_cases``). The best known plan of a case is the best of all that was tried on it: ours,
ours with ``--long`` times the effort from another seed, and the judge, which starts from that plan and has
``--judge`` seconds. ``--write FOLDER`` writes the rows of each case for ``judge_cpsat.py``, which needs
OR-Tools in an environment of its own.
"""

import argparse
import json
import os
import resource
import statistics
import time
from pathlib import Path

from subcontract.rota.rotation import solver
from subcontract.rota.rotation.bound import whole_model
from subcontract.rota.rotation.model import Model
from subcontract.rota.rotation.points import UNFILLED
from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.propose import Proposal, Tried, propose
from subcontract.rota.rotation.replan import ways_on
from subcontract.rota.rotation.rules import breaks_of
from subcontract.rota.rotation.solver import Effort, solve
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.rotation.state import State
from subcontract.rota.rotation.tables import Tables, tables_of
from tests.benchmarks.rota_cases import SIZES, case, sick_morning


def main() -> None:
    """Measure and print a line for each seed and one for all."""
    ask = _asked()
    gaps = [_one(seed, ask) for seed in range(ask.first, ask.first + ask.seeds)]
    known = [gap for gap in gaps if gap is not None]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    print(f"{SIZES[ask.size]}: {len(gaps)} seeds, peak memory {memory} MB, load {load:.1f}")
    if known:
        print(f"gap to the best known: median {statistics.median(known):.1f} %, worst {max(known):.1f} %")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("size", choices=SIZES)
    for name, default in (("seeds", 3), ("first", 1), ("seconds", 2), ("long", 8), ("judge", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--write", type=Path)
    return parser.parse_args()


def _one(seed: int, ask: argparse.Namespace) -> float | None:
    """One case; the gap in per cent of the points of the goals, where no place more is empty."""
    problem, ask.now = case(SIZES[ask.size], seed), seed
    begun, spent = time.perf_counter(), time.process_time()
    ours = propose(problem, Tried.about(ask.seconds))
    took = f"{time.perf_counter() - begun:.1f} s ({time.process_time() - spent:.1f} s of the processor)"
    assert not breaks_of(Standing(problem, ours.pairs))
    best = ours
    if ask.long:
        other = propose(problem, Tried.about(ask.seconds * ask.long), seed=2)
        best = min(ours, other, key=lambda each: each.score.total)
    judged = _judged(problem, best, ask) if ask.judge or ask.write else None
    total = min(best.score.total, judged[0]) if judged else best.score.total
    empty = min(best.score.unfilled, judged[1]) if judged else best.score.unfilled
    print(
        f"seed {seed}: greedy {ours.first.unfilled}+{ours.first.total - UNFILLED * ours.first.unfilled}, "
        f"ours {ours.score.unfilled}+{ours.score.total - UNFILLED * ours.score.unfilled} in {took}, "
        f"best {empty}+{total - UNFILLED * empty}, "
        f"judge {judged[2] if judged else '-'}, {_sick(problem, ours.pairs)}",
        flush=True,
    )
    return (
        100 * (ours.score.total - total) / (total - UNFILLED * empty)
        if ours.score.unfilled == empty
        else None
    )


def _judged(problem: Problem, best: Proposal, ask: argparse.Namespace) -> tuple[int, int, str]:
    """The judge's points, empty places and bound."""
    tables = tables_of(problem)
    model = whole_model(tables)
    start = start_of(model, tables, best.pairs)
    if ask.write:
        ask.write.mkdir(parents=True, exist_ok=True)
        rows = {name: getattr(model.rows, name) for name in model.rows.__slots__}
        facts = {"rows": rows, "start": start, "best": best.score.total}
        (ask.write / f"{ask.size}-{ask.now}.json").write_text(json.dumps(facts), encoding="utf-8")
    if not ask.judge:
        return best.score.total, best.score.unfilled, "written"
    answer = solve(model.rows, Effort(seconds=ask.judge), start)
    if answer.values is None:
        return best.score.total, best.score.unfilled, f"nothing, bound {answer.bound}"
    state = State(tables, model.places(answer.values))
    empty = sum(max(0, slot.least - len(state.members[s])) for s, slot in enumerate(tables.slots))
    return state.cost, empty, f"{state.cost}, bound {answer.bound}{', proven' if answer.proven else ''}"


def start_of(model: Model, tables: Tables, pairs: frozenset[Pair]) -> tuple[int, ...]:
    """A plan as the pairs' columns; the solver works out the others."""
    on = tables.at(pairs)
    values = [0] * len(model.rows.cost)
    for at, column in model.at.items():
        values[column] = int(at in on)
    return tuple(values)


def _sick(problem: Problem, pairs: frozenset[Pair]) -> str:
    """How long the ways of a sick morning take."""
    ill, day = sick_morning(problem, pairs)
    begun, spent = time.perf_counter(), time.process_time()
    ways = ways_on(ill, pairs, [day])
    wall, cpu = time.perf_counter() - begun, time.process_time() - spent
    return f"sick morning {len(ways)} ways in {wall:.3f} s ({cpu:.3f} s)"


if __name__ == "__main__":
    assert solver.is_there(), "highspy is not installed"
    main()
