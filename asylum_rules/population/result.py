"""What a change of rules does to a population: how many, who, and from what to what."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

import pyarrow as pa
from attrs import frozen

from asylum_rules.errors import printable, quoted
from asylum_rules.language.subjects import Question
from asylum_rules.model.policy import Policy
from asylum_rules.population.answers import written, written_changed
from asylum_rules.population.printed import question_lines
from asylum_rules.population.totals import Total, Transition
from asylum_rules.prose.markdown import escaped
from asylum_rules.version import __version__

FIRMNESS: Final = "How firm an answer is (normally, could, may), and how far it is law, `diff` and `impact` say."
_SHOWN: Final = 5
_FIELDS: Final = (
    ("question", pa.string()),
    ("policy", pa.string()),
    ("old", pa.string()),
    ("new", pa.string()),
    ("changed", pa.string()),
    ("direction", pa.string()),
    ("headline_old", pa.string()),
    ("headline_new", pa.string()),
    ("headline_direction", pa.string()),
    ("depends_on|facts", pa.string()),
    ("depends_on|points", pa.string()),
)


@frozen
class Rejection:
    """A row that is no case, or that could not be read."""

    file: str
    """Empty for a frame in memory."""
    row: int
    """Counted from one, in its file or frame."""
    reason: str

    def __str__(self) -> str:
        return printable(f"{self.file} row {self.row:,}: {self.reason}".lstrip())


@frozen(kw_only=True, eq=False)
class Population:
    """What comes of a population. Printing it gives tables for each question."""

    policies: tuple[Policy, ...]
    """Each is set against the first."""
    questions: tuple[Question, ...]
    by: tuple[str, ...]
    """The facts that rows are counted by."""
    rows: int
    """How many rows there were, each counted or rejected."""
    rejected: int
    rejections: tuple[Rejection, ...]
    """The first of the rejected rows."""
    totals: tuple[Total, ...]
    """How many rows go from which answer to which; with one policy alone there are none."""
    nobody: tuple[Transition, ...]
    """The ways in which an answer can change that no row of this population shows."""
    unused: tuple[str, ...]
    """The columns that no question reads."""
    synthetic: bool
    """The population says of itself that it is made up."""
    answers: pa.Table | None = None
    """Row by row, where they were asked for and not written to a folder."""

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, style: str = "simple") -> Iterator[str]:
        """Yield the totals as lines, tables in a style of the `tabulate` package; `pipe` is Markdown."""
        yield self._heading
        for question, policy in product(self.questions, self.policies[1:]):
            totals = [each for each in self.totals if (each.how.question, each.how.policy) == (question, policy.id)]
            nobody = [each for each in self.nobody if (each.question, each.policy) == (question, policy.id)]
            title = f"{question.text} ({self.policies[0].id} → {policy.id})"
            yield from ("", f"## {escaped(title)}" if style == "pipe" else title, "")
            yield from question_lines(totals, nobody, self.by, style)
        yield from self._notes()

    @property
    def _heading(self) -> str:
        made_up = " of made-up people, none of them real" if self.synthetic else ""
        return f"{self.rows:,} rows{made_up}, {self.rejected:,} rejected"

    def _notes(self) -> Iterator[str]:
        yield from ("", FIRMNESS)
        if self.rejections:
            yield ""
            yield from (f"rejected: {each}" for each in self.rejections[:_SHOWN])
            if self.rejected > _SHOWN:
                yield f"and {self.rejected - _SHOWN:,} more rejected"
        if self.unused:
            yield ""
            yield f"Not read by these questions: {', '.join(map(quoted, self.unused))}."

    def table(self) -> pa.Table:
        """Return the totals as a table: a row for each way in which an answer goes, and each group of rows."""
        fields = [*_FIELDS, *((f"by|{name}", pa.string()) for name in self.by), ("rows", pa.int64())]
        rows = [row_of(total) for total in self.totals]
        columns = list(zip(*rows, strict=True)) or [()] * len(fields)
        arrays = [pa.array(column, kind) for column, (_, kind) in zip(columns, fields, strict=True)]
        return pa.Table.from_arrays(arrays, schema=pa.schema(fields, marks(self.policies, synthetic=self.synthetic)))


def marks(policies: Iterable[Policy], *, synthetic: bool) -> dict[str, str]:
    """Return what every table of results says of itself."""
    ids = " ".join(policy.id for policy in policies)
    said = {"library": f"asylum_rules {__version__}", "policies": ids, "note": FIRMNESS}
    return {**said, "synthetic": "true"} if synthetic else said


def row_of(total: Total) -> tuple[str | int, ...]:
    """Return a total as the table of totals gives it."""
    how = total.how
    return (
        how.question.name,
        how.policy,
        written(how.old),
        written(how.new),
        written_changed(how.changed),
        str(how.direction),
        written(how.headline_old),
        written(how.headline_new),
        str(how.headline_direction),
        " ".join(how.facts),
        " ".join(how.points),
        *total.by,
        total.rows,
    )
