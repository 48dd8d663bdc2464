"""`taureau models VERB …`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn, TextIO

from tqdm import tqdm

from taureau.cli.errors import EXIT_FAILED, BadInputError
from taureau.cli.interrupt import status_of
from taureau.cli.output import answer, complain, json_text, remark, say
from taureau.weights import (
    CatalogueError,
    DamagedWeightsError,
    MissingWeightsError,
    Model,
    RefusedWeightsError,
    State,
    StorageError,
    Transfer,
    UnknownModelError,
    UnlistedWeightsError,
    WeightsError,
    catalogue,
    fetch,
    find_model,
    folder_and_origin,
    import_model,
    import_pack,
    is_pack,
    megabytes,
    pack,
    packable,
    page_of,
    read_pack,
    remove,
    set_models_folder,
    state_of,
    verify,
)

_BYTES = "{desc} {percentage:3.0f}% |{bar:24}| {n_fmt}/{total_fmt} {rate_fmt} {remaining} left"
_BYTES_SO_FAR = "{desc} {n_fmt} {rate_fmt}"
_ORIGINS = {"environment": "named by TAUREAU_MODELS", "setting": "set by you", "default": "the default"}


def models(chosen: argparse.Namespace) -> int:
    """Carry out one verb; raises BadInputError for errors that the user can fix."""
    verbs: dict[str, Callable[[argparse.Namespace], int]] = {
        "list": _list, "info": _info, "fetch": _fetch, "import": _import,
        "pack": _pack, "verify": _verify, "remove": _remove, "where": _where,
    }  # fmt: skip
    try:
        return verbs[chosen.verb](chosen)
    except (UnknownModelError, MissingWeightsError, RefusedWeightsError, UnlistedWeightsError, CatalogueError) as error:
        raise BadInputError(str(error)) from error
    except WeightsError as error:
        complain(str(error))
        return EXIT_FAILED


def _list(chosen: argparse.Namespace) -> int:
    found = [(model, state_of(model)) for model in catalogue()]
    if chosen.json:
        answer(json_text([_facts(model, state) for model, state in found]))
        return 0
    width = max(len(model.id) for model, _ in found)
    lines = [f"{model.id:<{width}}  {_standing(model, state):<28}  {model.purpose}" for model, state in found]
    answer(*lines, "", f"Stored in {folder_and_origin()[0]}. `taureau models info ID` describes a model.")
    return 0


def _info(chosen: argparse.Namespace) -> int:
    model = find_model(chosen.id)
    state = state_of(model)
    if chosen.json:
        answer(json_text(_facts(model, state)))
        return 0
    answer(
        f"{model.name} ({model.id}): {_standing(model, state)}",
        model.purpose,
        f"licence: {model.licence}. {model.terms}",
        f"from: {page_of(model)}",
        *(f"file: {source.url}" for file in model.files for source in file.sources),
        *([f"broken: {state.broken}"] if state.broken else []),
    )
    return 0


def _fetch(chosen: argparse.Namespace) -> int:
    model = find_model(chosen.id)
    if not model.built_in and state_of(model).present:
        say(f"{model.name} is already installed; `taureau models verify {model.id}` checks it")
        return 0
    if not model.built_in:
        remark(f"{model.name}, {model.licence}. {model.terms}")
    return _carry_out(fetch(model.id, accept=chosen.accept), model)


def _import(chosen: argparse.Namespace) -> int:
    if chosen.id is None:
        return _import_pack(chosen.path)
    model = find_model(chosen.id)
    return _carry_out(import_model(model.id, chosen.path, accept=chosen.accept), model)


def _import_pack(folder: Path) -> int:
    if not is_pack(folder):
        raise BadInputError(
            f"{folder} is no pack of models: name the model too, `taureau models import ID {folder}`, or pack models "
            "with `taureau models pack FOLDER`"
        )
    for packed in read_pack(folder):
        remark(f"{packed.name}, {packed.licence}. {packed.terms}")
    status = _show(import_pack(folder))
    if status:
        complain("stopped; models that were complete stay installed")
        return status
    say(f"the models of {folder} are installed")
    return 0


def _pack(chosen: argparse.Namespace) -> int:
    ids = chosen.ids or packable()
    if not ids:
        raise BadInputError("no model was fetched or imported: there is nothing to pack")
    status = _show(pack(ids, chosen.folder))
    if status:
        complain("stopped; models that were complete are packed")
        return status
    say(f"packed into {chosen.folder}: {', '.join(ids)}; `taureau models import {chosen.folder}` takes them in")
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    if chosen.id is not None:
        wanted = [find_model(chosen.id)]
    else:
        wanted = [model for model in catalogue() if state_of(model).present or state_of(model).broken]
    found = []
    for model in wanted:
        wrong = ""
        try:
            status = _show(verify(model.id))
            if status:
                complain("stopped; nothing was changed")
                return status
        except DamagedWeightsError as error:
            wrong = str(error)
        found.append({"id": model.id, "whole": not wrong, "wrong": wrong})
        if not chosen.json and not wrong:
            answer(f"{model.name} is intact")
        elif wrong:
            complain(wrong)
    if chosen.json:
        answer(json_text(found))
    return EXIT_FAILED if any(entry["wrong"] for entry in found) else 0


def _remove(chosen: argparse.Namespace) -> int:
    model = find_model(chosen.id)
    say(f"{model.name} is removed: {megabytes(remove(model.id))} freed")
    return 0


def _where(chosen: argparse.Namespace) -> int:
    if chosen.set is not None:
        try:
            set_models_folder(chosen.set)
        except StorageError as error:
            raise BadInputError(str(error)) from error
    folder, origin = folder_and_origin()
    if chosen.json:
        answer(json_text({"folder": str(folder), "origin": origin}))
    else:
        answer(f"{folder} ({_ORIGINS[origin]})")
    if chosen.set is not None and origin == "environment":
        complain("TAUREAU_MODELS takes precedence; unset it to use the folder you set")
    return 0


def _carry_out(transfers: Iterator[Transfer], model: Model) -> int:
    """Run the transfers of a model, showing them; Ctrl-C stops them."""
    status = _show(transfers)
    if status:
        state = state_of(model)
        kept = f"{megabytes(state.size)} are kept: `taureau models fetch {model.id}` resumes"
        complain(f"stopped; {kept if state.size and not state.present else 'nothing was changed'}")
        return status
    say(f"{model.name} is installed")
    return 0


def _standing(model: Model, state: State) -> str:
    """The state of a model in a few words."""
    if model.built_in:
        return "built in" if state.present else "built in, but missing"
    if state.present:
        return f"installed, {megabytes(state.size)}"
    if state.broken:
        return "broken"
    of = f" of about {megabytes(int(model.about_mb * 1e6))}" if model.about_mb else ""
    if state.size:
        return f"{megabytes(state.size)}{of} fetched"
    return f"not installed, about {megabytes(int(model.about_mb * 1e6))}" if model.about_mb else "not installed"


def _facts(model: Model, state: State) -> dict[str, object]:
    """A model as JSON values."""
    return {
        "id": model.id,
        "name": model.name,
        "purpose": model.purpose,
        "kind": model.kind,
        "licence": model.licence,
        "terms": model.terms,
        "source": model.source,
        "about_mb": model.about_mb,
        "built_in": model.built_in,
        "present": state.present,
        "bytes_here": state.size,
        "broken": state.broken or None,
        "files": [
            {"name": source.name, "url": source.url, "sha256": source.sha256}
            for file in model.files
            for source in file.sources
        ],
    }


def _show(transfers: Iterator[Transfer]) -> int:
    """Carry out the transfers, showing each file on stderr; return 0, or the status of a signal that stopped them."""
    bar: tqdm[NoReturn] | None = None
    before: tuple[str, int] | None = None
    try:
        for event in transfers:
            if (event.stage, event.number) != before:
                before = (event.stage, event.number)
                if bar is not None:
                    bar.close()
                bar = _file_bar(event, sys.stderr)
            if bar is not None:
                bar.total = event.total
                bar.update(event.done - bar.n)
    except KeyboardInterrupt as stop:
        return status_of(stop)
    finally:
        if bar is not None:
            bar.close()
    return 0


def _file_bar(event: Transfer, stream: TextIO) -> tqdm[NoReturn] | None:
    """Return a bar that starts at what is there already; print a line instead where the stream is no terminal."""
    which = f" ({event.number} of {event.count})" if event.count > 1 else ""
    title = f"{event.stage} {event.file}{which}"
    if not stream.isatty():
        size = f", {megabytes(event.total)}" if event.total else ""
        kept = f", from {megabytes(event.done)} on" if event.done else ""
        remark(f"{title}{size}{kept}")
        return None
    form = _BYTES if event.total else _BYTES_SO_FAR
    return tqdm(
        total=event.total, initial=event.done, desc=title, file=stream, leave=False,
        unit="B", unit_scale=True, bar_format=form, dynamic_ncols=True,
    )  # fmt: skip
