"""What bundles hold, and under which licences."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from taureau.version import VERSION

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
METAINFO = PACKAGING / "linux" / "org.taureau.Taureau.metainfo.xml"


def program(path: str) -> ModuleType:
    """Import one of the programs beside the package."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, PACKAGING / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look for it there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("stated", "text", "refused"),
    [
        ("MIT", "", False),
        ("LGPL-3.0-only OR GPL-2.0-only", "", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", "", False),
        ("BSD-3-Clause AND GPL-3.0-with-GCC-exception", "", False),
        ("", "Permission is hereby granted", False),
        ("GPL-3.0-or-later", "", True),
        ("GNU General Public License v2 (GPLv2)", "", True),
        ("AGPL-3.0", "", True),
        ("CC-BY-NC-4.0", "", True),
        ("For research only", "", True),
        ("BSD-3-Clause", "Name: x265\nLicense: GPLv2\n", True),
        ("", "", True),
    ],
)
def test_what_may_not_be_given_away_is_refused(stated: str, text: str, refused: bool):
    licence = program("licences.py").Licence("some", "1.0", stated, (text,) if text else ())
    assert bool(licence.problem) is refused


def test_texts_about_a_source_package_do_not_count_as_what_is_bundled():
    licence = program("licences.py").Licence
    text = "Files: debian/*\nLicense: GPL-2+\n"
    assert licence("libzstd1", "1", "BSD-3-Clause", (text,)).problem
    assert not licence("libzstd1", "1", "BSD-3-Clause", (text,), of_source=True).problem


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not a Debian-like system")
def test_a_library_of_the_system_needs_a_licence_that_was_looked_up(tmp_path: Path):
    licences = program("licences.py")
    for library in ("libz.so.1", "libc.so.6", "libof-a-wheel-1a2b3c4d.so"):
        (tmp_path / library).touch()
    found = {one.name: one.problem for one in licences.system_licences(tmp_path)}
    assert found == {"Python": "", "zlib1g": "", "libc6": "states no licence"}


def test_licences_of_what_is_needed_are_collected_with_their_texts(tmp_path: Path):
    licences = program("licences.py")
    found = licences.licences("pytest")
    assert {"pytest", "pluggy"} <= {one.name for one in found}
    licences.write(found, tmp_path / "LICENCES.txt")
    written = (tmp_path / "LICENCES.txt").read_text()
    assert "Permission is hereby granted" in written


@pytest.mark.parametrize(
    ("path", "needed"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/bin/protoc", False),
        ("torchvision/_C.so", False),
        ("libcudart.so.13", False),
        ("libX11.so.6", False),
        ("libxcb-render-util.so.0", False),
        ("libxcb-9065bb12.so.1.1.0", True),
        ("libssl.so.3", True),
        ("torch/include/ATen/ATen.h", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_pl.qm", False),
        ("PySide6\\Qt\\qml\\QtQuick\\qmldir", False),
        ("taureau/shipped/samples/duck.jpg", True),
    ],
)
def test_what_nothing_uses_is_left_out(path: str, needed: bool):
    assert program("bundle/contents.py").is_needed(path) is needed


def test_the_debian_package_depends_on_what_the_readme_names():
    line = re.search(r"^apt install (.*)$", (ROOT / "README.md").read_text(), re.M)
    assert line is not None
    wanted = {name for name in line[1].split() if name.startswith("lib")}
    depends = re.search(r"^Depends: (.*)$", (PACKAGING / "linux" / "control").read_text(), re.M)
    assert depends is not None
    assert wanted <= set(re.findall(r"[\w.+-]+", depends[1]))


def test_the_metadata_of_software_centres_names_this_version():
    root = ET.parse(METAINFO).getroot()
    assert next(release.get("version") for release in root.iter("release")) == VERSION


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
def test_the_metadata_of_software_centres_is_valid():
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", METAINFO], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout


def test_the_workflow_builds_targets_that_exist():
    workflow = (ROOT / ".github" / "workflows" / "bundles.yml").read_text()
    targets = {word for words in re.findall(r'targets: "([^"]*)"', workflow) for word in words.split()}
    assert targets == set(program("build.py").TARGETS)
