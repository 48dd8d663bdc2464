"""The description of the server's interface, as OpenAPI 3.1 has it."""

from __future__ import annotations

from typing import Any, get_args

from taureau.jobs.job import LONGEST_PROMPT
from taureau.jobs.settings import settings_schema
from taureau.store.jobs import State
from taureau.version import VERSION

FORMATS = {"svg": "image/svg+xml", "png": "image/png", "webp": "image/webp", "pdf": "application/pdf"}  # of drawings
_ERROR = {"$ref": "#/components/schemas/Error"}
_JOB = {"$ref": "#/components/schemas/Job"}
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}


def openapi() -> dict[str, Any]:
    """Return the description as a JSON object."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Taureau",
            "version": VERSION,
            "description": "Draws photos and words with few Bézier strokes. Submit a job, watch its events, fetch its "
            "drawing. Every request carries the token that `taureau serve` printed.",
        },
        "security": [{"token": []}],
        "paths": {
            "/version": {"get": _operation("The version of the program", {"200": _content("Version")})},
            "/photos": {"post": _upload()},
            "/jobs": {
                "get": _operation("All jobs, in the order of drawing", {"200": _content("Jobs")}),
                "post": _submit(),
            },
            "/jobs/{id}": {
                "parameters": [_ID],
                "get": _operation("One job", {"200": _content("Job"), "404": _refusal("There is no such job")}),
                "delete": _operation(
                    "Cancel a job; one that is over is removed with its drawing",
                    {"204": {"description": "Done"}, "404": _refusal("There is no such job")},
                ),
            },
            "/jobs/{id}/events": {"parameters": [_ID], "get": _events()},
            "/jobs/{id}/drawing": {"parameters": [_ID], "get": _drawing()},
        },
        "components": {"schemas": _schemas(), "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _operation(summary: str, responses: dict[str, Any]) -> dict[str, Any]:
    common = {"401": _refusal("The token is missing or wrong"), "403": _refusal("Not for this caller, or this file")}
    return {"summary": summary, "responses": {**responses, **common}}


def _upload() -> dict[str, Any]:
    body = {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string"}}}}
    responses = {
        "201": _content("Upload"),
        "413": _refusal("The photo is too large"),
        "422": _refusal("The body is no photo that can be read"),
    }
    name = {"name": "name", "in": "query", "schema": {"type": "string"}, "description": "The name of its file"}
    upload = _operation("Upload a photo, as the bytes of its file", responses)
    return {**upload, "parameters": [name], "requestBody": body}


def _submit() -> dict[str, Any]:
    body = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewJob"}}}}
    responses = {
        "201": {
            **_content("Job"),
            "headers": {"Location": {"description": "The path of the job", "schema": {"type": "string"}}},
        },
        "400": _refusal("The body is no JSON"),
        "413": _refusal("The body is too large"),
        "415": _refusal("The body is no application/json"),
        "422": _refusal("The job has no meaning"),
        "429": _refusal("Too many jobs wait"),
    }
    return {**_operation("Submit a job", responses), "requestBody": body}


def _events() -> dict[str, Any]:
    stream = {"text/event-stream": {"schema": {"type": "string"}}}
    description = (
        "The events of `taureau.stream`, each as JSON with the name of its class in `event`: Started, StageChanged, "
        "SubjectFound, Progress (only the latest), StrokeAdded, Candidate, Notice, Finished, Failed; before them "
        "JobBegun, and JobWritten once the drawing is in its file. Drawings are SVG texts. `end` with the job comes "
        "last. With Last-Event-ID, only what came after that event."
    )
    responses = {"200": {"description": description, "content": stream}, "404": _refusal("There is no such job")}
    return _operation("Watch a job, as server-sent events", responses)


def _drawing() -> dict[str, Any]:
    chosen = {"name": "format", "in": "query", "schema": {"type": "string", "enum": list(FORMATS), "default": "svg"}}
    responses = {
        "200": {
            "description": "The file",
            "content": {kind: {"schema": {"type": "string"}} for kind in FORMATS.values()},
        },
        "404": _refusal("There is no such job"),
        "409": _refusal("The job is not done"),
        "410": _refusal("The drawing is gone"),
        "422": _refusal("There is no such format"),
    }
    return {**_operation("The drawing of a job that is done", responses), "parameters": [chosen]}


def _content(schema: str) -> dict[str, Any]:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {"description": schema, "content": {"application/json": {"schema": reference}}}


def _refusal(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": _ERROR}}}


def _schemas() -> dict[str, Any]:
    text: dict[str, Any] = {"type": "string"}
    nullable = {"type": ["string", "null"]}
    photo = {
        "type": ["string", "null"],
        "description": "The name that /photos returned, or the path of a file in a folder opened to the server",
    }
    prompt = {"type": "string", "maxLength": LONGEST_PROMPT}
    return {
        "Error": _object({"error": text}),
        "Version": _object({"version": text}),
        "Upload": _object({"photo": text}),
        "Jobs": {"type": "array", "items": _JOB},
        "NewJob": {
            "type": "object",
            "properties": {"photo": photo, "prompt": prompt, "settings": {"$ref": "#/components/schemas/Settings"}},
            "additionalProperties": False,
            "anyOf": [{"required": ["photo"]}, {"required": ["prompt"]}],
        },
        "Settings": settings_schema(),
        "Job": _object(
            {
                "id": {"type": "integer"},
                "name": text,
                "state": {"type": "string", "enum": list(get_args(State))},
                "waits_for": nullable,
                "reason": nullable,
                "job": {"type": "object"},
                "outcome": {"type": "object"},
            }
        ),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
