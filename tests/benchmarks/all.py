"""`python -m tests.benchmarks.all [--rounds 3] [--only draft raster …] [--out out/all.json]`: how fast Taureau is.

One table, also written as JSON: whole commands with their peak memory, the rasteriser, steps with encoders of full size
and random weights, and the first strokes in an open window. Each row has a yardstick that is measured beside it in
each round: `import torch` in a process of its own, pydiffvg (where it is installed), or a fixed amount of arithmetic.
The ratio of the best times of both is what can be compared between machines and between days.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
DUCK = ROOT / "resources" / "samples" / "duck.jpg"
PHOTO_COMMANDS = {
    "draft": (["--preset", "draft"], "0.9 times import torch, 2.0 s"),
    "standard": (["--preset", "standard"], "2 times import torch, 5 s"),
    "auto": (["--strokes", "auto", "--preset", "standard"], "7 s"),
}
SCENES = (  # strokes, px, length, the aim against pydiffvg
    ("16 short strokes at 224 px", 16, 224, "short", "60 times pydiffvg"),
    ("16 long strokes at 224 px", 16, 224, "long", "200 times pydiffvg"),
    ("64 long strokes at 224 px", 64, 224, "long", "150 times pydiffvg"),
    ("256 long strokes at 224 px", 256, 224, "long", "12 times 16 strokes"),
    ("16 long strokes at 1024 px", 16, 1024, "long", "5 times 224 px"),
)
ENCODER_STEPS = (("clipasso", "rn101", "0.7 s"), ("fine", "rn101", "0.15 s"), ("fine", "vit-b-32", ""))

# Prints the seconds and the peak of memory of a command. It runs in a small process of its own, because the peak that
# the system reports of a command is never less than the memory of the process that started it.
LAUNCHER = """
import os, sys, time
began = time.perf_counter()
output_to_errors = [(os.POSIX_SPAWN_DUP2, 2, 1)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=output_to_errors)
_, status, usage = os.wait4(process, 0)
print(time.perf_counter() - began, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""

Measure = Callable[[], "Sample"]


@dataclass(frozen=True)
class Sample:
    """One measurement."""

    seconds: float
    memory: float | None = None  # MB, the peak of the process


@dataclass
class Row:
    """A figure, its yardstick, and what was measured of both."""

    name: str
    aim: str
    yardstick: str
    measure: Measure
    samples: list[Sample] = field(default_factory=list)
    yardsticks: list[Sample] = field(default_factory=list)

    def result(self) -> dict[str, object]:
        """The best times in seconds, and their ratio."""
        best = min(sample.seconds for sample in self.samples)
        beside = min(sample.seconds for sample in self.yardsticks)
        memories = [sample.memory for sample in self.samples if sample.memory is not None]
        return {
            "name": self.name,
            "seconds": best,
            "yardstick": self.yardstick,
            "yardstick seconds": beside,
            "ratio": best / beside,
            "memory MB": max(memories) if memories else None,
            "aim": self.aim,
            "samples": [asdict(sample) for sample in self.samples],
        }


def rows() -> list[Row]:
    """All figures, in the order of the table."""
    found = [
        Row(f"command: {name}", aim, "import torch", partial(process, sketch_command(str(DUCK), *options)))
        for name, (options, aim) in PHOTO_COMMANDS.items()
    ]
    words = sketch_command("--prompt", "a sailing boat", "--encoder", "taureau-clip")
    found.append(Row("command: words", "9 s", "import torch", partial(process, words)))
    found.append(Row("window: first strokes after Draw", "1 s", "import torch", first_strokes))
    for name, count, size, length, aim in SCENES:
        yardstick = "pydiffvg" if "pydiffvg" in aim and has_pydiffvg() else "arithmetic"
        if yardstick == "pydiffvg":
            yardstick = f"pydiffvg, {name}"
        found.append(Row(f"raster: {name}", aim, yardstick, partial(raster, count, size, length)))
    for preset, encoder, aim in ENCODER_STEPS:
        name = f"encoder: a step of {preset}, {encoder}, 1 seed"
        found.append(Row(name, aim, "arithmetic", partial(encoder_step, preset, encoder)))
    return found


def yardsticks() -> dict[str, Measure]:
    """What rows are compared with, by name."""
    found: dict[str, Measure] = {
        "import torch": partial(process, [sys.executable, "-c", "import torch"]),
        "arithmetic": arithmetic,
    }
    for name, count, size, length, aim in SCENES:
        if "pydiffvg" in aim:
            found[f"pydiffvg, {name}"] = partial(raster, count, size, length, rival=True)
    return found


def sketch_command(*arguments: str) -> list[str]:
    """A whole command that draws into a file that nobody keeps."""
    out = str(Path(tempfile.gettempdir()) / f"taureau-benchmark-{os.getpid()}.svg")
    return [sys.executable, str(ROOT / "main.py"), "sketch", *arguments, "--device", "cpu", "-o", out]


def process(command: Sequence[str]) -> Sample:
    """A command in a process of its own: seconds, and its peak of memory where the system reports one."""
    with tempfile.TemporaryFile() as said:
        if hasattr(os, "wait4"):
            launched = [sys.executable, "-c", LAUNCHER, *command]
            done = subprocess.run(launched, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=said)
            status = done.returncode
            seconds, peak = map(float, done.stdout.split() or (0, 0))
            memory = peak * (1 if sys.platform == "darwin" else 1024) / 1e6
        else:  # Windows
            began = time.perf_counter()
            status = subprocess.run(command, cwd=ROOT, env=environment(), stdout=said, stderr=said).returncode
            seconds, memory = time.perf_counter() - began, None
        if status:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')[-2000:]}")
    return Sample(seconds, memory)


def first_strokes() -> Sample:
    """From *Draw* to the first strokes, in a window that has been open for some seconds."""
    command = [sys.executable, "-m", "tests.benchmarks.first_strokes", str(DUCK)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), check=True, stdout=subprocess.PIPE, text=True, timeout=300
    )
    return Sample(float(done.stdout.split()[0]))


def environment() -> dict[str, str]:
    """This process's environment with the checkout's packages, and without a screen."""
    paths = [str(ROOT / "app"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "QT_QPA_PLATFORM": "offscreen"}


def raster(count: int, size: int, length: str, *, rival: bool = False) -> Sample:
    """Forward and backward on one thread: by the program's rasteriser, or by pydiffvg."""
    import torch
    from taureau.raster import coverage, diffvg

    from tests.benchmarks.raster import LONG, SHORT, milliseconds, passes

    torch.set_num_threads(1)
    rasterizer = diffvg.coverage if rival else coverage
    _, both = passes(rasterizer, count, size, LONG if length == "long" else SHORT)
    return Sample(milliseconds(both, 1.0) / 1000)


def has_pydiffvg() -> bool:
    """Whether the rival is installed."""
    from taureau.raster import diffvg

    return diffvg.available()


def encoder_step(preset: str, encoder: str) -> Sample:
    """The median of some steps with one seed, in a process of its own."""
    from tests.benchmarks.clipasso import in_own_process

    cost = in_own_process(preset, encoder, 1, fine_steps=16)
    return Sample(cost.step, cost.memory / 1e6)


def arithmetic() -> Sample:
    """10¹⁰ multiplications and additions in float32 on one thread, by one product of matrices at a time."""
    import torch

    torch.set_num_threads(1)
    one = torch.ones(1000, 1000)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        for _ in range(10):
            one @ one
        times.append(time.perf_counter() - began)
    return Sample(min(times))


def machine() -> dict[str, object]:
    """What was measured on."""
    import torch

    return {
        "processor": platform.processor() or platform.machine(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "capability": torch.backends.cpu.get_cpu_capability(),
        "torch": torch.__version__,
        "python": platform.python_version(),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each row and its yardstick are measured")
    parser.add_argument("--only", nargs="+", default=[], help="rows whose names contain one of these")
    parser.add_argument("--out", type=Path, default=Path("out/all.json"))
    chosen = parser.parse_args(arguments)
    table = [row for row in rows() if not chosen.only or any(text in row.name for text in chosen.only)]
    if not table:
        parser.error(f"no row is named like that; there are: {'; '.join(row.name for row in rows())}")
    beside = yardsticks()
    for number in range(chosen.rounds):
        for row in table:
            print(f"round {number + 1}: {row.name}", end="\r", file=sys.stderr, flush=True)
            row.yardsticks.append(beside[row.yardstick]())
            row.samples.append(row.measure())
            print(" " * 79, end="\r", file=sys.stderr)
    results = [row.result() for row in table]
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    written = {"machine": machine(), "rounds": chosen.rounds, "rows": results}
    chosen.out.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{'':<46} {'seconds':>9} {'memory':>8}  {'ratio to':>9}")
    for result in results:
        memory = f"{result['memory MB']:.0f} MB" if result["memory MB"] is not None else ""
        print(
            f"{result['name']:<46} {result['seconds']:9.4f} {memory:>8}  {result['ratio']:9.3f} {result['yardstick']} "
            f"({result['yardstick seconds']:.3f} s)" + (f"; aim: {result['aim']}" if result["aim"] else "")
        )
    print(f"best of {chosen.rounds}; written to {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
