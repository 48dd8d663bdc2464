#!/usr/bin/env python3
"""Inkscape's extension *Draw photo with strokes*: calls the command line of Taureau for each selected image.

The drawing becomes a layer of its own above the image, in its place. Licence: Apache-2.0; it uses the interface of
inkex that Inkscape brings, and holds no code of it.
"""

import base64
import os
import re
import shutil
import subprocess
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

import inkex

_USUAL_PLACES = ("~/.local/bin/taureau", "/usr/bin/taureau", "/opt/taureau/taureau")
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.I)


class DrawPhoto(inkex.EffectExtension):
    """Draws the selected images."""

    def add_arguments(self, pars):
        pars.add_argument("--strokes", type=int, default=16)
        pars.add_argument("--auto", type=inkex.Boolean, default=False)
        pars.add_argument("--preset", default="standard")
        pars.add_argument("--pen", default="plain")
        pars.add_argument("--program", default="")

    def effect(self):
        images = [element for element in self.svg.selection if isinstance(element, inkex.Image)]
        if not images:
            raise inkex.AbortExtension("Select a photo, then draw it.")
        program = self._program()
        with tempfile.TemporaryDirectory() as place:
            for number, image in enumerate(images):
                photo = self._photo(image, Path(place), number)
                drawing = Path(place) / f"{number}.svg"
                self._draw(program, photo, drawing)
                prefix = self.svg.get_unique_id("taureau")
                self._add(image, inkex.load_svg(_with_ids(prefix, drawing.read_bytes())).getroot())

    def _program(self):
        named = self.options.program if os.path.isfile(self.options.program) else ""
        places = (named, os.environ.get("TAUREAU_PROGRAM", ""), shutil.which("taureau") or "", *_USUAL_PLACES)
        found = next((path for path in map(os.path.expanduser, places) if os.path.isfile(path)), None)
        if found is None:
            raise inkex.AbortExtension("Taureau was not found: install it, or name its program in this dialog.")
        return found

    def _photo(self, image, place, number):
        """The path of an image's photo: the linked file, or a file with the embedded one."""
        link = image.get("xlink:href") or image.get("href") or ""
        embedded = _DATA.match(link)
        if embedded:
            path = place / f"photo-{number}"
            path.write_bytes(base64.b64decode(link[embedded.end() :]))
            return path
        parts = urllib.parse.urlsplit(link)
        if parts.scheme not in ("", "file"):
            raise inkex.AbortExtension(f"{link} is not on this machine: embed the photo first.")
        path = Path(urllib.request.url2pathname(parts.path) if parts.scheme else urllib.parse.unquote(link))
        path = path if path.is_absolute() else Path(self.svg_path() or ".") / path
        if not path.is_file():
            raise inkex.AbortExtension(f"{path} is gone: link or embed the photo again.")
        return path

    def _draw(self, program, photo, drawing):
        options = ["--strokes", "auto" if self.options.auto else str(self.options.strokes)]
        options += ["--preset", self.options.preset]
        if self.options.pen != "plain":
            options += ["--pen", self.options.pen]
        command = [program, "sketch", str(photo), "-o", str(drawing), *options]
        # Inkscape's own Python and libraries are not those of the program.
        clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LD_LIBRARY_PATH")}
        done = subprocess.run(command, capture_output=True, text=True, env=clean, check=False)
        if done.returncode != 0 or not drawing.is_file():
            lines = done.stderr.strip().splitlines()
            raise inkex.AbortExtension(lines[-1] if lines else f"{program} ended with status {done.returncode}.")

    def _add(self, image, drawn):
        """Add a drawing as a layer right above the image, scaled and placed as the image is."""
        _, _, drawn_width, drawn_height = drawn.get_viewbox()
        fit = inkex.Transform(translate=(image.left, image.top))
        fit @= inkex.Transform(scale=(image.width / drawn_width, image.height / drawn_height))
        layer = inkex.Layer.new("Drawing of strokes")
        layer.transform = image.transform @ fit
        for definition in drawn.defs:
            self.svg.defs.append(definition)
        for group in drawn.findall("svg:g", inkex.NSS):
            if group.label != "%reference":  # the photo itself
                layer.append(group)
        parent = image.getparent()
        parent.insert(parent.index(image) + 1, layer)


def _with_ids(prefix, text):
    """A drawing whose ids, and what refers to them, begin with a prefix that the document has not."""
    return re.sub(rb'(\bid="|url\(#|href="#|path-effect="#)', rb"\g<1>" + prefix.encode() + b"-", text)


if __name__ == "__main__":
    DrawPhoto().run()
