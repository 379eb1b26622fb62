"""What comes of a batch of rows: how their answers change, counted and row by row, and which rows are no case.

This is the whole of what runs on one machine and on many: a batch in, a result out, nothing kept but what is the same
for every row.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from asylum_rules.decide.chosen import questions_of, read_under
from asylum_rules.errors import InvalidInputError, Problem
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import fact_named
from asylum_rules.population.answers import Teller, Told
from asylum_rules.population.batch import Reader
from asylum_rules.population.column import Scribe
from asylum_rules.population.kernel import Kernel
from asylum_rules.population.memory import keep_freed
from asylum_rules.population.scale import Array
from asylum_rules.population.source import Chunk, Piece
from asylum_rules.population.totals import Counted, Grouping, Transition

REJECTED: Final = pa.schema([("file", pa.string()), ("row", pa.int64()), ("reason", pa.string())])
"""What is told of a row that is no case, or that could not be read."""


@frozen(eq=False)
class Result:
    """What came of some rows."""

    rows: int
    """How many there were, each counted or rejected."""
    counted: Counted
    rejected: pa.Table
    answers: tuple[pa.RecordBatch, ...] = ()
    """Row by row, where they were asked for."""


def together(results: Sequence[Result]) -> Result:
    """Return what came of rows of one file that were read apart."""
    return Result(
        sum(each.rows for each in results),
        sum((each.counted for each in results), Counted()),
        pa.concat_tables([REJECTED.empty_table(), *(each.rejected for each in results)]).sort_by("row"),
        tuple(batch for each in results for batch in each.answers),
    )


def broken(piece: Piece) -> Result:
    """Return the rows of a piece that could not be read, once the others have been."""
    return Result(len(piece.broken), Counted(), _rejected(piece.file, piece.broken))


def _rejected(file: str, rows: Sequence[tuple[int, str]]) -> pa.Table:
    numbers, reasons = ([row[place] for row in rows] for place in (0, 1))
    return pa.table([pa.array([file] * len(rows)), pa.array(numbers), pa.array(reasons)], schema=REJECTED)


@frozen(kw_only=True)
class Plan:
    """What is asked about a population: plain data, from which an analysis is made wherever it runs."""

    policies: tuple[Policy, ...]
    questions: tuple[Question, ...]
    by: tuple[str, ...]
    presume: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the policies."""
        return tuple(policy.id for policy in self.policies)


def planned(
    policies: Sequence[Policy],
    questions: Iterable[str] | None,
    by: Iterable[str],
    under: Mapping[str, str],
    *,
    presume: bool,
) -> Plan:
    """Return a plan. Raises `InvalidInputError` and `UnknownNameError` as `diff` does, and for facts to count by.

    Without questions it is about all that some policy answers, in the order of `diff`.
    """
    if not policies:
        raise InvalidInputError("policy", (Problem("", "expected at least one"),))
    profile = policies[0].profile
    read = read_under(policies, profile, under)
    facts = [fact_named(type(anyone(profile)), name) for name in dict.fromkeys(by)]
    uncounted = [
        Problem(fact.name, "is a moment, which rows are not counted by") for fact in facts if fact.kind is Kind.MOMENT
    ]
    if uncounted:
        raise InvalidInputError("by", tuple(uncounted))
    asked = questions_of(read, questions)
    return Plan(policies=read, questions=asked, by=tuple(fact.name for fact in facts), presume=presume)


@frozen(eq=False)
class Analysis:
    """A plan made ready for batches, of as many threads as there are."""

    plan: Plan
    reader: Reader
    tellers: tuple[Teller, ...]
    grouping: Grouping

    def read(self, chunk: Chunk, *, answers: bool) -> Result:
        """Return what comes of a batch; row by row too where `answers` are asked for."""
        batch = chunk.batch
        rows = self.reader.read(batch)
        columns = rows.columns
        outcomes = self.reader.kernel.ask(rows.cells, columns, rows.size)
        groups, names = self.grouping.of(columns, rows.size)
        counted = Counted()
        told: list[pa.Array] = []
        batches: tuple[pa.RecordBatch, ...] = ()
        for teller, each in zip(self.tellers, outcomes, strict=True):
            answered = Told(teller, each, columns)
            counted += answered.counted(groups, names)
            if answers:
                told += answered.columns()
        rejected = _rejected(chunk.file, [(int(chunk.numbers[place]), why) for place, why in rows.rejected])
        if answers:
            arrays = [*_labels(chunk, rows.kept), *told]
            batches = (pa.RecordBatch.from_arrays(arrays, schema=self.schema(batch.schema)),)
        return Result(batch.num_rows, counted, rejected, batches)

    def schema(self, given: pa.Schema) -> pa.Schema:
        """Return the columns of the answers to rows with these columns: which row it is, and what each teller tells."""
        if "id" in given.names:
            ids = given.field("id")
            label = [ids.with_type(ids.type.value_type) if pa.types.is_run_end_encoded(ids.type) else ids]
        else:
            label = [pa.field("file", _FILE), pa.field("row", pa.int64())]
        return pa.schema([*label, *(each for teller in self.tellers for each in teller.schema)])

    def possible(self) -> tuple[Transition, ...]:
        """Return the ways in which an answer can change for a case of which all that matters is known."""
        return tuple(each for teller in self.tellers for each in teller.possible())


_FILE: Final = pa.dictionary(pa.int16(), pa.string())


def _labels(chunk: Chunk, kept: Array | None) -> list[pa.Array]:
    """Return the columns that tell which row it is: its id where rows have one, or else its file and number."""
    if "id" in chunk.batch.schema.names:
        ids = chunk.batch.column("id")
        if pa.types.is_run_end_encoded(ids.type):
            ids = pc.run_end_decode(ids)
        if kept is None:
            return [ids]
        taken = ids.cast(pa.large_string()) if pa.types.is_string_view(ids.type) else ids
        return [taken.take(pa.array(kept)).cast(ids.type)]
    numbers = chunk.numbers if kept is None else chunk.numbers[kept]
    file = pa.DictionaryArray.from_arrays(pa.array(np.zeros(numbers.size, np.int16)), pa.array([chunk.file]))
    return [file, pa.array(numbers)]


def analysis(plan: Plan) -> Analysis:
    """Make a plan ready: the rules laid out as tables, in a second or so."""
    keep_freed()
    kernel = Kernel(plan.policies, plan.questions)
    case = anyone(plan.policies[0].profile)
    grouping = Grouping(tuple(fact_named(type(case), name) for name in plan.by))
    names = {*kernel.facts, *plan.by}
    scribes = tuple(Scribe(fact, plan.presume) for fact in case.facts if fact.name in names)
    return Analysis(
        plan, Reader(kernel, case, scribes), tuple(Teller(asker, plan.ids) for asker in kernel.askers), grouping
    )
