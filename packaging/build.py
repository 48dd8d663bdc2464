"""`python packaging/build.py TARGET`: build what people install, from a clean checkout.

    wheel    the wheel and the source distribution
    linux    a folder with everything, and the same as .tar.xz
    deb      a package for Debian-like systems, from that folder
    windows  the same folder as an installer, by Inno Setup
    macos    Taureau.app in a disk image; signing is left to whoever gives it away

Each target runs on the system that it is for. The program is installed into an environment of its own below `build/`,
from which PyInstaller takes it; results are in `dist/`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
sys.path.insert(0, str(ROOT / "app" / "taureau"))
from version import VERSION  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description="Build what people install, from a clean checkout.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the results go (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where the work is done (default: build)")
    parser.add_argument(
        "--flavour", choices=("cpu", "cuda"), default="cpu", help="torch for the processor alone, or as pip brings it"
    )
    parser.add_argument("--find-links", type=Path, help="a folder with wheels, such as of torch for the processor")
    parser.add_argument("--keep-folder", action="store_true", help="take the program's folder as it was built before")
    chosen = parser.parse_args()
    chosen.out, chosen.work = chosen.out.resolve(), chosen.work.resolve()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for made in TARGETS[chosen.target](chosen):
        size = sum(path.stat().st_size for path in made.rglob("*")) if made.is_dir() else made.stat().st_size
        print(f"{made}: {size / 1e6:.0f} MB")
    return 0


def build_wheel(chosen: argparse.Namespace) -> Sequence[Path]:
    python = _environment(chosen.work / "wheel-env", "build")
    _run(python, "-m", "build", "--outdir", chosen.out, ROOT)
    return sorted(chosen.out.glob(f"taureau-{VERSION}*"))


def build_linux(chosen: argparse.Namespace) -> Sequence[Path]:
    folder = _folder(chosen)
    shutil.copytree(PACKAGING / "linux", folder / "share", dirs_exist_ok=True)
    shutil.copy(ROOT / "resources" / "icons" / "taureau.svg", folder / "share")
    packed = chosen.out / f"taureau-{VERSION}-linux-{os.uname().machine}.tar.xz"
    # One thread of xz would take minutes: tar calls it with as many as there are cores.
    _run("tar", "-C", folder.parent, "-I", "xz -6 -T0", "-cf", packed, folder.name)
    return folder, packed


def build_deb(chosen: argparse.Namespace) -> Sequence[Path]:
    folder = _folder(chosen)
    root = chosen.work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _tree_of_debian(root, folder)
    package = chosen.out / f"taureau_{VERSION}_{_output('dpkg', '--print-architecture')}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=0", "--build", root, package)
    return (package,)


def build_windows(chosen: argparse.Namespace) -> Sequence[Path]:
    folder = _folder(chosen)
    script = PACKAGING / "windows" / "taureau.iss"
    _run("iscc", f"/DVersion={VERSION}", f"/DFolder={folder}", f"/O{chosen.out}", script)
    return (chosen.out / f"taureau-{VERSION}-setup.exe",)


def build_macos(chosen: argparse.Namespace) -> Sequence[Path]:
    folder = _folder(chosen)
    script, app = PACKAGING / "macos" / "disk-image.sh", folder.parent / "Taureau.app"
    _run("bash", script, app, folder / "LICENCES.txt", VERSION, chosen.out)
    return (chosen.out / f"taureau-{VERSION}.dmg",)


TARGETS = {
    "wheel": build_wheel,
    "linux": build_linux,
    "deb": build_deb,
    "windows": build_windows,
    "macos": build_macos,
}


def _folder(chosen: argparse.Namespace) -> Path:
    """Build the folder of the program, with the licences of all that is in it."""
    folder: Path = chosen.work / "dist" / "taureau"
    if chosen.keep_folder and folder.is_dir():
        return folder
    options = ["--find-links", chosen.find_links.resolve()] if chosen.find_links else []
    if chosen.flavour == "cpu":
        options += ["--constraint", PACKAGING / "bundle" / "cpu.txt"]
    python = _environment(chosen.work / "env", *options, f"{ROOT}[serve]", "pyinstaller", "packaging")
    spec = PACKAGING / "bundle" / "taureau.spec"
    places = ("--distpath", chosen.work / "dist", "--workpath", chosen.work / "pyinstaller")
    _run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, spec)
    _run(python, PACKAGING / "licences.py", folder)
    return folder


def _tree_of_debian(root: Path, folder: Path) -> None:
    """Lay out the files of the Debian package below `root`."""
    share, program = root / "usr" / "share", root / "usr" / "lib" / "taureau"
    shutil.copytree(folder, program, symlinks=True)
    shutil.rmtree(program / "share", ignore_errors=True)  # of the .tar.xz: here each of them has a place of its own
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "taureau").symlink_to("../lib/taureau/taureau")
    for file, place in {
        PACKAGING / "linux" / "taureau.desktop": "applications",
        PACKAGING / "linux" / "org.taureau.Taureau.metainfo.xml": "metainfo",
        PACKAGING / "linux" / "taureau.1": "man/man1",
        ROOT / "resources" / "icons" / "taureau.svg": "icons/hicolor/scalable/apps",
    }.items():
        (share / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, share / place)
    (share / "doc" / "taureau").mkdir(parents=True)
    (program / "LICENCES.txt").rename(share / "doc" / "taureau" / "copyright")
    control = (PACKAGING / "linux" / "control").read_text(encoding="utf-8")
    installed = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        control.format(version=VERSION, architecture=_output("dpkg", "--print-architecture"), installed=installed)
    )


def _environment(place: Path, *requirements: object) -> Path:
    """Make a virtual environment with these packages, and return its interpreter."""
    venv.create(place, with_pip=True, clear=True)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements)
    return python


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _run(*command: object) -> None:
    """Run a command; raises CalledProcessError where it fails."""
    words = [str(word) for word in command]
    print("+", *words, flush=True)
    subprocess.run(words, check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
