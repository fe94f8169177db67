"""Time studies: measured minutes of a unit of work.

Several measurements make one study; the latest study stands in place of the estimate.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from subcontract.ids import PhaseId, StudyId
from subcontract.jobs.job import Job, Phase, TimeStudy
from subcontract.people.findings import Findings
from subcontract.problems import Code, refuse

PLACES = Decimal("0.0001")
MOST_PIECES = 1_000_000
MOST_SECONDS = 24 * 60 * 60
MOST_MEASUREMENTS = 100


def minutes_per_unit(study: TimeStudy) -> Decimal:
    """Minutes of one unit: all seconds by all pieces, so that long runs weigh more; four decimals."""
    pieces = sum(measurement.pieces for measurement in study.measurements)
    seconds = sum(measurement.seconds for measurement in study.measurements)
    if not pieces:
        return Decimal(0)
    return (Decimal(seconds) / (60 * pieces)).quantize(PLACES, ROUND_HALF_UP).normalize() + Decimal(0)


def latest_study(phase: Phase) -> TimeStudy | None:
    """The study of the latest day; of one day the one recorded last."""
    return (
        max(enumerate(phase.studies), key=lambda pair: (pair[1].day, pair[0]))[1] if phase.studies else None
    )


def phase_minutes(phase: Phase) -> Decimal:
    """Minutes of one unit: by the latest study, or the estimate while there is none."""
    study = latest_study(phase)
    return minutes_per_unit(study) if study else phase.minutes_per_unit


def spread(study: TimeStudy) -> tuple[Decimal, Decimal]:
    """The quickest and the slowest measurement, in minutes of a unit."""
    each = [minutes_per_unit(replace(study, measurements=(one,))) for one in study.measurements]
    return (min(each), max(each)) if each else (Decimal(0), Decimal(0))


def checked_study(study: TimeStudy) -> TimeStudy:
    """The study as stored: at least one measurement, each with pieces and time."""
    found = Findings()
    read = replace(study, method=found.line(study.method, "method"))
    if not study.measurements:
        found.add(Code.REQUIRED, "measurements")
    if len(study.measurements) > MOST_MEASUREMENTS:
        found.add(Code.TOO_LARGE, "measurements", most=MOST_MEASUREMENTS)
    for at, measurement in enumerate(study.measurements[:MOST_MEASUREMENTS]):
        found.between(measurement.pieces, f"measurements.{at}.pieces", 1, MOST_PIECES)
        found.between(measurement.seconds, f"measurements.{at}.seconds", 1, MOST_SECONDS)
    found.refuse_any()
    return read


def with_study(job: Job, phase: PhaseId, study: TimeStudy) -> Job:
    """The job with the study in its phase, in place of an earlier one of the same id."""
    return _with_studies(job, phase, {study.id: study})


def without_study(job: Job, phase: PhaseId, study: StudyId) -> Job:
    """The job with the study taken away."""
    return _with_studies(job, phase, {study: None})


def _with_studies(job: Job, id: PhaseId, changes: Mapping[StudyId, TimeStudy | None]) -> Job:  # noqa: A002
    phase = job.phase(id)
    if phase is None:
        raise refuse(Code.NOT_FOUND, "phase")
    studies: dict[StudyId, TimeStudy | None] = {study.id: study for study in phase.studies}
    studies.update(changes)
    kept = replace(phase, studies=tuple(study for study in studies.values() if study))
    return replace(job, phases=tuple(kept if one.id == id else one for one in job.phases))
