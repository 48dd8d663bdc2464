"""How an image was made, as text saved in its file: enough to make it again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from taureau.imagine.request import Blend, Change, ImagineRequest, Source, Variation, What, Words

if TYPE_CHECKING:
    from taureau.imagine.choice import Choice
    from taureau.imagine.generator import ImageGenerator
    from taureau.imagine.memory import Plan

VERBS: Mapping[type[What], str] = {Words: "imagine", Variation: "vary", Blend: "blend", Change: "steer"}
_LONGEST = 100_000  # characters of the facts of a source, those of its own sources included
_SOURCE = "source-facts"


def facts_of(
    request: ImagineRequest, index: int, choice: Choice, plan: Plan, generator: ImageGenerator
) -> dict[str, str]:
    """Return the facts of one image of a request."""
    facts = request_facts(request, index)
    facts |= {
        "model": choice.model.id,
        "helped-by": choice.prior or choice.image_encoder,
        "seed": str(request.seed_of(index)),
    }
    facts |= {"steps": str(generator.steps), "guidance": _exact(generator.guidance), "device": plan.device}
    facts |= {"held": str(plan), "versions": _versions()}
    return {name: value for name, value in facts.items() if value}


def request_facts(request: ImagineRequest, index: int) -> dict[str, str]:
    """Return what was asked for, and of which sources, for one image of a request."""
    what = request.what
    facts = {"verb": VERBS[type(what)]}
    match what:
        case Words():
            facts["prompt"] = what.sent
        case Blend():
            facts |= {"blend": f"{index / (request.count - 1):.3f}", "place": f"{index + 1} of {request.count}"}
        case Change():
            facts |= {"from": what.before, "to": what.after, "theta": _exact(what.theta)}
    for number, source in enumerate(request.sources, 1):
        facts |= _facts_of_source(source, "" if number == 1 else f"-{number}")
    return {name: value for name, value in facts.items() if value}


def command_of(facts: Mapping[str, str]) -> list[str] | None:
    """Return the arguments of `taureau` that make the image of these facts again, beside its source files.

    None where the facts are not of an image of ours, or it came from one that was not in a file.
    """
    try:
        settings = ["--seed", facts["seed"], "--guidance", facts["guidance"], "--model", facts["model"]]
        settings += ["--device", facts["device"], "-o", "."]
        one = ["-n", "1", "--steps", facts["steps"], *settings]
        match facts["verb"]:
            case "imagine":
                return ["imagine", *one, "--", facts["prompt"]]
            case "vary":
                return ["vary", *one, "--", _file(facts, "")]
            case "blend":
                count = facts["place"].split()[-1]
                strip = ["--steps", count, "--painting-steps", facts["steps"], *settings]
                return ["blend", *strip, "--", _file(facts, ""), _file(facts, "-2")]
            case "steer":
                change = [f"--from={facts['from']}", f"--to={facts['to']}", "--theta", facts["theta"]]
                return ["steer", *change, *one, "--", _file(facts, "")]
    except KeyError:
        pass
    return None


def lines_of(facts: Mapping[str, object]) -> list[str]:
    """Return the facts as lines of text; those of a source are indented below its name."""
    lines = []
    for name, value in facts.items():
        of_source = _parsed(value) if name.startswith(_SOURCE) and isinstance(value, str) else value
        if isinstance(of_source, Mapping):
            lines += [f"{name}:", *(f"    {line}" for line in lines_of(of_source))]
        else:
            lines.append(f"{name}: {value}")
    return lines


def _file(facts: Mapping[str, str], number: str) -> str:
    """Return the name of a source's file; raises KeyError where it was not in a file, such as the window's drawing."""
    name = f"source{number}"
    if f"{name}-sha256" not in facts:
        raise KeyError(name)
    return facts[name]


def _facts_of_source(source: Source, number: str) -> dict[str, str]:
    return {
        f"source{number}": source.name,
        f"source{number}-sha256": source.sha256,
        f"{_SOURCE}{number}": _as_json(source.facts),
    }


def _as_json(facts: Mapping[str, str]) -> str:
    """Return facts as JSON with those of their sources nested; without these where it would be very long."""
    whole = {name: _parsed(text) if name.startswith(_SOURCE) else text for name, text in facts.items()}
    text = json.dumps(whole, ensure_ascii=False) if whole else ""
    if len(text) > _LONGEST:
        text = json.dumps({k: v for k, v in facts.items() if not k.startswith(_SOURCE)}, ensure_ascii=False)
    return text


def _parsed(text: str) -> object:
    try:
        parsed: object = json.loads(text)
        return parsed
    except (ValueError, RecursionError):  # edited by hand
        return text


def _exact(number: float) -> str:
    return repr(float(number)).removesuffix(".0")


@cache
def _versions() -> str:
    """Return the versions of the packages that compute images."""
    from importlib.metadata import version

    from taureau.version import VERSION

    packages = ", ".join(f"{name} {version(name)}" for name in ("diffusers", "transformers", "torch"))
    return f"Taureau {VERSION}, {packages}"
