"""The description of the interface as a page for people, without scripts or anything from elsewhere."""

from __future__ import annotations

import json
from html import escape
from typing import Any

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem; font-size: 1.1rem } code, pre { font: 0.9rem ui-monospace, monospace }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8886; border-radius: 6px }
b { display: inline-block; min-width: 4.5rem; color: #b0402a } table { border-collapse: collapse }
td { padding: 0.1rem 1rem 0.1rem 0; vertical-align: top }
"""
_EXAMPLE = """TOKEN=…                                       # printed by `taureau serve`
URL=http://127.0.0.1:8765
PHOTO=$(curl -s -H "Authorization: Bearer $TOKEN" --data-binary @duck.jpg "$URL/photos?name=duck.jpg" | jq -r .photo)
curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
     -d "{\\"photo\\": \\"$PHOTO\\", \\"settings\\": {\\"strokes\\": 12}}" $URL/jobs
curl -sN -H "Authorization: Bearer $TOKEN" $URL/jobs/1/events
curl -s -H "Authorization: Bearer $TOKEN" $URL/jobs/1/drawing > duck.svg"""


def api_page(description: dict[str, Any]) -> str:
    """Return the page of an OpenAPI description, as HTML."""
    info = description["info"]
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(info['title'])}</title>",
        f"<style>{_STYLE}</style><h1>{escape(info['title'])} {escape(info['version'])}</h1>",
        f"<p>{escape(info['description'])} The same as JSON: <code>/openapi.json</code>.",
        f"<pre>{escape(_EXAMPLE)}</pre>",
    ]
    for path, operations in description["paths"].items():
        parts += [_operation(path, verb, operations[verb]) for verb in ("get", "post", "delete") if verb in operations]
    for name in ("NewJob", "Settings"):
        schema = json.dumps(description["components"]["schemas"][name], indent=1, ensure_ascii=False)
        parts.append(f"<h2>{name}</h2><pre>{escape(schema)}</pre>")
    return "\n".join(parts)


def _operation(path: str, verb: str, operation: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td>{escape(status)}<td>{escape(response['description'])}"
        for status, response in sorted(operation["responses"].items())
    )
    title = f"<h2><b>{verb.upper()}</b> <code>{escape(path)}</code></h2>"
    return f"{title}<p>{escape(operation['summary'])}<table>{rows}</table>"
