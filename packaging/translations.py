"""`python packaging/translations.py`: gather the texts of the window for its translators, and compile what they wrote.

The texts in `app/taureau` that `tr`, `tr_noop` and `said` mark, and those of the catalogue of models, go into
`resources/translations/*.ts`, which Qt Linguist edits; `.qm` is what the program reads. Texts that are no longer used
are dropped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr")
_CATALOGUE = ROOT / "resources" / "models" / "catalogue.json"


def gather(folder: Path = FOLDER) -> None:
    """Write the texts of the sources into the .ts files of a folder; translations that are there stay."""
    files = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "app" / "taureau").rglob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    options += ["-tr-function-alias", "tr+=tr_noop,tr+=said"]
    with tempfile.TemporaryDirectory() as place:
        catalogue = Path(place) / "catalogue.py"
        catalogue.write_text("".join(f"tr({text!r})\n" for text in catalogue_texts()), encoding="utf-8")
        for name in LANGUAGES:
            into = ["-target-language", name, "-ts", str(folder / f"taureau_{name}.ts")]
            _run("pyside6-lupdate", *files, str(catalogue), *options, *into)


def catalogue_texts() -> list[str]:
    """Return what the catalogue says for the user: purposes and terms."""
    models = json.loads(_CATALOGUE.read_text(encoding="utf-8"))["models"]
    return sorted({model[name] for model in models for name in ("purpose", "terms") if model.get(name)})


def compile_all(folder: Path = FOLDER) -> None:
    """Write the .qm files of a folder from its .ts files."""
    for name in LANGUAGES:
        _run("pyside6-lrelease", str(folder / f"taureau_{name}.ts"), "-qm", str(folder / f"taureau_{name}.qm"))


def _run(program: str, *arguments: str) -> None:
    command = [Path(sys.executable).with_name(program), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{program}: {done.stderr or done.stdout}")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    gather()
    compile_all()
