"""Preset files hold settings, and say in one line what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.jobs.preset_file import read_preset, write_preset
from taureau.jobs.settings import JobSettings, SettingError


def test_what_is_written_is_read(tmp_path: Path) -> None:
    settings = JobSettings(strokes=12, pen="brush", colors=("#141414", "#b0432a"), tone="form")
    write_preset(tmp_path / "preset.json", settings)
    assert read_preset(tmp_path / "preset.json") == settings
    assert '"strokes": 12' in (tmp_path / "preset.json").read_text()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "{file} is no JSON (Expecting property name"),
        ('{"strokes": 1e999}', "{file}: strokes must be"),
        ('{"strokes": NaN}', "{file} is no JSON (NaN is no number): correct it, or name another file"),
        ('{"stroke": 1}', "{file}: there is no setting 'stroke'; choose among strokes"),
        ("[" * 100_000, "{file} is no JSON (it is nested too deeply)"),
    ],
)
def test_bad_files_get_one_line(text: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / "preset.json"
    file.write_text(text)
    with pytest.raises(SettingError) as refused:
        read_preset(file)
    assert str(refused.value).startswith(line.replace("{file}", str(file)))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="cannot be read: No such file or directory; name another file"):
        read_preset(tmp_path / "none.json")
