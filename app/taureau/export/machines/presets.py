"""Machines that are known, with usual figures, not measured here; a machine file starts from one of them."""

from __future__ import annotations

from dataclasses import replace

from taureau.export.machines.machine import Machine
from taureau.wording import said

_GRBL_HEAD = "G21 ; mm\nG90 ; absolute\nG94"
_GRBL_PEN = "; pen {pen}: {name}"
_GRBL_PAUSE = "M0 ; insert pen {pen}: {name}"

AXIDRAW = Machine(  # V3, drawing at about a quarter of its speed, lifted at three quarters
    name="AxiDraw V3",
    language="svg",
    bed=(300, 218),
    origin="top-left",
    draw_speed=55,
    travel_speed=166,
    draw_acceleration=762,
    travel_acceleration=1143,
    junction_deviation=0.05,
    lift_seconds=0.16,
    drop_seconds=0.2,
)
_GRBL_3018 = Machine(  # 2000 mm/min and 30 mm/s², usual for it; the pen hangs on Z
    name="GRBL 3018",
    language="gcode",
    bed=(300, 180),
    draw_speed=1000 / 60,
    travel_speed=2000 / 60,
    draw_acceleration=30,
    travel_acceleration=30,
    junction_deviation=0.01,
    lift_seconds=0.8,
    drop_seconds=0.8,
    head=_GRBL_HEAD,
    pen=_GRBL_PEN,
    pause=_GRBL_PAUSE,
    lift="G0 Z3",
    drop="G1 Z0 F300",
    foot="G0 X0 Y0\nM2",
)
_GRBL_SERVO = Machine(  # a pen plotter for A4 with GRBL on its board and a servo on the spindle's pin
    name=said("GRBL pen plotter with a servo"),
    language="gcode",
    bed=(310, 220),
    draw_speed=50,
    travel_speed=100,
    draw_acceleration=500,
    travel_acceleration=500,
    junction_deviation=0.02,
    lift_seconds=0.25,
    drop_seconds=0.25,
    head=_GRBL_HEAD,
    pen=_GRBL_PEN,
    pause=_GRBL_PAUSE,
    lift="M3 S300\nG4 P{lift_seconds}",
    drop="M3 S700\nG4 P{drop_seconds}",
    foot="G0 X0 Y0\nM5\nM2",
)
_GRBL_LASER = replace(
    _GRBL_3018,
    name=said("GRBL 3018 with a laser"),
    lift_seconds=0,
    drop_seconds=0,
    lift="M5",
    drop="M3 S300",
    foot="M5\nG0 X0 Y0\nM2",
)
_HP_7475A = Machine(  # A4 in it; A3 by --bed 404x276
    name="HP 7475A",
    language="hpgl",
    bed=(276, 193),
    inset=(10, 8),
    holders=6,
    draw_speed=381,
    travel_speed=381,
    draw_acceleration=19_600,
    travel_acceleration=19_600,
    junction_deviation=0.02,
    lift_seconds=0.1,
    drop_seconds=0.1,
    tolerance=0.02,
    head="IN;",
    pen="SP{pen};",
    lift="PU;",
    drop="PD;",
    foot="PU0,0;SP0;",
)
MACHINES = {
    "axidraw": AXIDRAW,
    "grbl-3018": _GRBL_3018,
    "grbl-servo": _GRBL_SERVO,
    "grbl-laser": _GRBL_LASER,
    "hp-7475a": _HP_7475A,
}


def default_machine(language: str) -> Machine:
    """Return the machine that a file in a language is for where none is named."""
    return next(machine for machine in MACHINES.values() if machine.language == language)
