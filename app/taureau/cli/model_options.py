"""The options of `taureau models` and `taureau classify`."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.sketch_options import add_device, add_json


def add_classify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", type=Path, metavar="IMAGE", help="a photo, or a drawing as SVG")
    parser.add_argument("--labels", required=True, metavar="A,B,…", help="labels to rank, such as cat,dog,camel")
    parser.add_argument(
        "--template",
        action="append",
        metavar="SENTENCE",
        help="sentence to compare with, {} standing for the label; may be repeated "
        "(default: a photo of a {}, a sketch of a {}, a line drawing of a {})",
    )
    parser.add_argument("--encoder", metavar="ID", help="a model that reads text (default: the best installed)")
    add_device(parser)
    add_json(parser)


def add_models(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", dest="verb", required=True)

    def add(verb: str, does: str) -> argparse.ArgumentParser:
        return verbs.add_parser(verb, help=does, description=f"{does[:1].upper()}{does[1:]}.")

    listing = add("list", "list the models and which are installed")
    info = add("info", "show a model's purpose, licence, source and state")
    fetch = add("fetch", "download a model, resuming an earlier download")
    importing = add("import", "import a model from a file or folder, or all models of a pack")
    packing = add("pack", "copy installed models into a folder, for machines without a network")
    verify = add("verify", "check the files of one or all installed models against their hashes")
    removing = add("remove", "delete a model's files")
    where = add("where", "show the folder in which models are stored")
    for verb in (info, fetch, removing):
        verb.add_argument("id", metavar="ID", help="as in `taureau models list`")
    for verb in (fetch, importing):
        verb.add_argument(
            "--accept",
            default="",
            metavar="SHA256",
            help="take a file of this hash, where only others than its makers list another one",
        )
    importing.add_argument("id", metavar="ID", nargs="?", help="as in `taureau models list`; left out for a pack")
    importing.add_argument(
        "path", type=Path, metavar="PATH", help="a checkpoint, a Hugging Face snapshot, or the folder of a pack"
    )
    packing.add_argument("folder", type=Path, metavar="FOLDER", help="where to; models that are in it stay")
    packing.add_argument("ids", metavar="ID", nargs="*", help="models (default: all that were fetched or imported)")
    verify.add_argument("id", metavar="ID", nargs="?", help="one model (default: all that are installed)")
    where.add_argument(
        "--set", type=Path, metavar="FOLDER", help="use this folder from now on; models that are stored stay there"
    )
    for verb in (listing, info, verify, where):
        add_json(verb)
