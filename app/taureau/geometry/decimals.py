"""Numbers as short text, rounded to a number of decimals."""

from __future__ import annotations


def decimal_text(value: float, decimals: int) -> str:
    """Write a finite number with at most `decimals` digits after the point: no exponent, no "-0", no idle
    zeros.

    Text that was read back as a float and written again with as many decimals does not change.
    """
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded_number(value: float, decimals: int) -> float:
    """The float that `decimal_text` stands for."""
    return float(decimal_text(value, decimals))
