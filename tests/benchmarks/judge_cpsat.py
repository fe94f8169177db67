"""CP-SAT as the judge of a case that ``bench_rota write`` wrote; run with a Python that has OR-Tools.

``python judge_cpsat.py SECONDS FILE...`` prints the points and the bound of each, and the best that we had.
"""

import json
import sys
from pathlib import Path
from typing import Any

from ortools.sat.python import cp_model

STEPS = 1_000
"""A curve's columns between 0 and 1 are cut this finely, for CP-SAT knows whole numbers only."""


def main() -> None:
    """Judge each file."""
    seconds = int(sys.argv[1])
    for name in sys.argv[2:]:
        case = json.loads(Path(name).read_text(encoding="utf-8"))
        print(Path(name).name, judged(case, seconds), "ours", case["best"], flush=True)


def judged(case: dict[str, Any], seconds: int) -> str:
    """The points and the bound that CP-SAT comes to from our plan."""
    rows, model = case["rows"], cp_model.CpModel()
    kinds = list(zip(rows["low"], rows["high"], rows["whole"], strict=True))
    columns = [
        model.NewIntVar(low, high, "") if whole else model.NewIntVar(low * STEPS, high * STEPS, "")
        for low, high, whole in kinds
    ]
    scale = [STEPS if whole else 1 for _, _, whole in kinds]
    for n, (low, high) in enumerate(zip(rows["row_low"], rows["row_high"], strict=True)):
        part = slice(rows["starts"][n], rows["starts"][n + 1])
        terms = zip(rows["columns"][part], rows["factors"][part], strict=True)
        total = sum(columns[c] * factor * scale[c] for c, factor in terms)
        model.AddLinearConstraint(total, low * STEPS, high * STEPS)
    costs = (columns[c] * cost * scale[c] for c, cost in enumerate(rows["cost"]) if cost)
    model.Minimize(sum(costs) + rows["constant"] * STEPS)
    for c, (_, _, whole) in enumerate(kinds):
        if whole:
            model.AddHint(columns[c], case["start"][c])
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = seconds
    engine.parameters.num_workers = 2
    status = engine.StatusName(engine.Solve(model))
    return f"{status} {engine.ObjectiveValue() / STEPS:.0f} bound {engine.BestObjectiveBound() / STEPS:.0f}"


if __name__ == "__main__":
    main()
