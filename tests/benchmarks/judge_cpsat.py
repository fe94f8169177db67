"""CP-SAT as the judge of a case that ``bench_rota write`` wrote; run with a Python that has OR-Tools.

``python judge_cpsat.py SECONDS [--cold] FILE...`` prints the empty places, the other points and the bound of
each, and what we had. With ``--cold`` it begins from nothing, so it owes nothing to our plan.
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
    seconds, cold = int(sys.argv[1]), "--cold" in sys.argv
    for name in sys.argv[2:]:
        if name != "--cold":
            case = json.loads(Path(name).read_text(encoding="utf-8"))
            print(Path(name).name, judged(case, seconds, cold=cold), "ours", case["best"], flush=True)


def judged(case: dict[str, Any], seconds: int, *, cold: bool) -> str:
    """What CP-SAT comes to: empty places, the other points, and the bound of them together."""
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
        if whole and not cold:
            model.AddHint(columns[c], case["start"][c])
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = seconds
    engine.parameters.num_workers = 2
    status = engine.Solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return str(engine.StatusName(status))
    empty = list(case["least"])
    for column, shift in case["places"]:
        empty[shift] -= engine.Value(columns[column])
    empties = sum(max(0, each) for each in empty)
    rest = engine.ObjectiveValue() / STEPS - case["empty"] * empties
    bound = engine.BestObjectiveBound() / STEPS
    return f"{engine.StatusName(status)} {empties}+{rest:.0f} bound {bound:.0f}"


if __name__ == "__main__":
    main()
