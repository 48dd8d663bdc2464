"""Tables of figures, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Cell = str | int | float  # floats are shares, 0 … 1, printed in percent


@dataclass(frozen=True)
class Table:
    """Figures with a title and a note; the first column names the rows."""

    title: str
    note: str  # what is measured
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def markdown(self) -> str:
        """Return the table under a heading of level 3."""
        lines = [f"### {self.title}", "", self.note, "", _row(self.columns), _row(["---"] * len(self.columns))]
        return "\n".join([*lines, *(_row([_shown(cell) for cell in row]) for row in self.rows)]) + "\n"

    def facts(self) -> dict[str, Any]:
        """Return the table for JSON, with shares rounded to four decimals."""
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
