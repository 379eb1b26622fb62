"""Results of many pieces become one population, its totals and its rejected rows written where that is asked for."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from asylum_rules.population.analysis import REJECTED, Analysis, Plan, Result
from asylum_rules.population.result import Population, Rejection, marks, row_of
from asylum_rules.population.totals import By, Counted, Total, Transition

SHOWN: Final = 1_000
"""So many rejected rows are kept in memory."""


def gathered(
    ready: Analysis, results: Iterable[Result], folder: Path | None, *, unused: tuple[str, ...], synthetic: bool
) -> Population:
    """Return what the results come to; with a folder, totals and rejected rows stand in it afterwards."""
    said = marks(ready.plan.policies, synthetic=synthetic)
    rows, counted = 0, Counted()
    rejections: list[Rejection] = []
    rejected = 0
    answers: list[pa.RecordBatch] = []
    with ExitStack() as stack:
        writer = None
        if folder is not None:
            schema = REJECTED.with_metadata(said)
            writer = stack.enter_context(pq.ParquetWriter(folder / "rejected.parquet", schema))
        for result in results:
            rows += result.rows
            counted += result.counted
            rejected += result.rejected.num_rows
            rejections += (Rejection(**each) for each in result.rejected.slice(0, SHOWN - len(rejections)).to_pylist())
            answers += result.answers
            if writer is not None:
                writer.write_table(result.rejected.cast(schema))
    totals = _totals(ready.plan, counted)
    found = Population(
        policies=ready.plan.policies,
        questions=ready.plan.questions,
        by=ready.plan.by,
        rows=rows,
        rejected=rejected,
        rejections=tuple(rejections),
        totals=totals,
        nobody=tuple(_not_shown(ready.possible(), totals)),
        unused=unused,
        synthetic=synthetic,
        answers=pa.Table.from_batches(answers).replace_schema_metadata(said) if answers else None,
    )
    if folder is not None:
        pq.write_table(found.table(), folder / "totals.parquet")
    return found


def _totals(plan: Plan, counted: Counted) -> tuple[Total, ...]:
    """Return totals in the order of the questions and the policies, by group, the most rows first."""
    questions = [question.name for question in plan.questions]

    def place(total: Total) -> tuple[int, int, By, int, tuple[str | int, ...]]:
        how = total.how
        return questions.index(how.question.name), plan.ids.index(how.policy), total.by, -total.rows, row_of(total)

    return tuple(sorted((Total(how, by, rows) for (how, by), rows in counted.items()), key=place))


def _not_shown(possible: Iterable[Transition], totals: Iterable[Total]) -> Iterator[Transition]:
    """Yield the ways in which an answer can change that are not among the totals, each once."""
    shown = {_way(total.how) for total in totals}
    for how in possible:
        if not how.stays and _way(how) not in shown:
            shown.add(_way(how))
            yield how


def _way(how: Transition) -> tuple[object, ...]:
    return how.question.name, how.policy, how.headline_old, how.headline_new, how.headline_direction
