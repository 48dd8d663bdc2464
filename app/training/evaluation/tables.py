"""A table of figures, as people read it and as programs do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Cell = str | int | float  # floats are shares, 0 … 1, and shown in percent


@dataclass(frozen=True)
class Table:
    """Figures with what they are of; the first column names the rows."""

    title: str
    note: str  # what was asked, in a sentence or two
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def markdown(self) -> str:
        """Under a heading of the third level."""
        lines = [f"### {self.title}", "", self.note, "", _row(self.columns), _row(["---"] * len(self.columns))]
        return "\n".join([*lines, *(_row([_shown(cell) for cell in row]) for row in self.rows)]) + "\n"

    def facts(self) -> dict[str, Any]:
        """The same for JSON; shares to four decimals."""
        rows = [
            {
                column: round(cell, 4) if isinstance(cell, float) else cell
                for column, cell in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        ]
        return {"title": self.title, "note": self.note, "rows": rows}


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: Cell) -> str:
    return f"{100 * cell:.1f} %" if isinstance(cell, float) else str(cell)
