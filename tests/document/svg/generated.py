"""SVG documents by chance, of strokes alone, as other programs write them: the same seed gives the same document.

What resvg does not do as SVG says is left out: percentages and sheets within symbols, whose size it takes from the
wrong element, and the names of colours that CSS has but SVG 1.1 has not.
"""

from __future__ import annotations

import random
from collections.abc import Callable

SIDE = 200  # px of the sheet

_NAMES = ("red", "Teal", "DARKGRAY", "lightgoldenrodyellow", "navy")
_HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def document(seed: int) -> str:
    """Return a document of shapes with strokes in groups, symbols, nested sheets and switches, styled in every way."""
    return _Document(random.Random(seed)).text()


class _Document:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.defs: list[str] = []
        self.rules: list[str] = []
        self.count = 0
        self.in_symbol = False

    def text(self) -> str:
        body = "".join(self._element(0) for _ in range(self.chance.randint(2, 5)))
        width, height, box = self.chance.choice(
            (
                (f"{SIDE}", f"{SIDE}", f"0 0 {SIDE} {SIDE}"),
                ("52.9167mm", "52.9167mm", "0 0 100 100"),
                ("150pt", "2.0833333in", "-20 -10 240 200"),
                (f"{SIDE}px", f"{SIDE}", "0 0 300 200"),
            )
        )
        fit = self.chance.choice(("", "", ' preserveAspectRatio="xMinYMax slice"', ' preserveAspectRatio="xMaxYMin"'))
        self.chance.shuffle(self.rules)
        sheet = f"<style>{' '.join(self.rules)}</style>" if self.rules else ""
        pen = 'fill="none" stroke="black" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"'
        return (
            f'<svg {_HEAD} width="{width}" height="{height}" viewBox="{box}"{fit} {pen}>'
            f"{sheet}<defs>{''.join(self.defs)}</defs>{body}</svg>"
        )

    def _element(self, depth: int) -> str:
        kinds: list[Callable[[int], str]] = [self._shape, self._shape]
        if depth < 4:
            kinds += [self._group, self._group, self._use, self._switch]
            kinds += [] if self.in_symbol else [self._symbol, self._nested]
        return self.chance.choice(kinds)(depth + 1)

    def _inside(self, depth: int) -> str:
        return "".join(self._element(depth) for _ in range(self.chance.randint(1, 2)))

    def _group(self, depth: int) -> str:
        tag = self.chance.choice(("g", "g", "g", "a"))
        return f"<{tag}{self._style()}{self._transform()}>{self._inside(depth)}</{tag}>"

    def _use(self, depth: int) -> str:
        name = self._name()
        self.defs.append(f'<g id="{name}"{self._style(has_id=True)}{self._transform()}>{self._inside(depth)}</g>')
        return f"<use {self._href(name)}{self._corner()}{self._style()}{self._transform()}/>"

    def _symbol(self, depth: int) -> str:
        name, tag = self._name(), self.chance.choice(("symbol", "svg"))
        size = ' width="40" height="30"' if tag == "svg" else ""
        given = f' width="{self._size()}" height="{self._size()}"' if self.chance.random() < 0.7 else ""
        self.in_symbol = True
        self.defs.append(
            f'<{tag} id="{name}" overflow="visible" viewBox="0 0 {self._size()} {self._size()}"{size}{self._fit()}>'
            f"{self._inside(depth)}</{tag}>"
        )
        self.in_symbol = False
        return f"<use {self._href(name)}{self._corner()}{given}{self._style()}{self._transform()}/>"

    def _nested(self, depth: int) -> str:
        box = f' viewBox="0 0 {self._size()} {self._size()}"' if self.chance.random() < 0.7 else ""
        size = self.chance.choice((f' width="{self._size()}" height="{self._size()}"', ' width="50%" height="40%"', ""))
        return f'<svg overflow="visible"{self._corner()}{size}{box}{self._fit()}>{self._inside(depth)}</svg>'

    def _switch(self, depth: int) -> str:
        first = self.chance.choice(('systemLanguage="xx"', 'systemLanguage="en"', 'requiredExtensions="http://x"'))
        return f"<switch><g {first}>{self._inside(depth)}</g>{self._shape(depth)}</switch>"

    def _shape(self, _depth: int) -> str:
        n = self._number
        shape = self.chance.choice(
            (
                f'path d="M{n()} {n()}C{n()} {n()} {n()},{n()} {n()} {n()}s{n()} {n()} {n()}-{n()}"',
                f'path d="m{n()},{n()}q{n()} {n()} {n()} {n()}t{n()} {n()}a{n()} {n()} 30 0 1 {n()} {n()}z"',
                f'path d="M{n()} {n()}h{n()}V{n()}L{n()},{n()}"',
                f'line x1="{n()}" y1="{n()}" x2="{n()}mm" y2="{"50" if self.in_symbol else "50%"}"',
                f'rect x="{n()}" y="{n()}" width="{n()}" height="{n()}" rx="{n() / 4}"',
                f'circle cx="{n()}" cy="{n()}" r="{n()}"',
                f'ellipse cx="{n()}" cy="{n()}" rx="{n()}" ry="{n()}"',
                f'polyline points="{n()},{n()} {n()} {n()} {n()},{n()}"',
                f'polygon points="{n()} {n()} {n()} {n()} {n()} {n()}"',
            )
        )
        return f"<{shape}{self._style(shape=True)}{self._transform()}/>"

    def _style(self, shape: bool = False, has_id: bool = False) -> str:
        """Attributes that style an element: presentation attributes, inline style, or rules for its class or id."""
        declared = [f"stroke:{self._color()}", f"stroke-width:{self._width(shape and not self.in_symbol)}"]
        if shape:
            declared.append(
                f"{self.chance.choice(('opacity', 'stroke-opacity'))}:{self.chance.choice(('.5', '70%', '1'))}"
            )
        chosen = [one for one in declared if self.chance.random() < 0.5]
        text = ""
        rules: list[str] = []
        for one in chosen:
            name, _, value = one.partition(":")
            kind = self.chance.random()
            if kind < 0.4:
                text += f' {name}="{value}"'
            elif kind < 0.6:
                text += "" if " style=" in text else f' style="{one};junk;{name}:nonsense(1)"'
            else:
                important = self.chance.choice(("", "", " !important"))
                rules.append(f"{one}{important}")
        if rules:
            name = self._name()
            kind = self.chance.choice(("class", "two", "within", "class" if has_id else "id"))
            selector = {"class": f".{name}", "id": f"#{name}", "two": f".{name}.b", "within": f"svg .{name}"}[kind]
            self.rules.append(f"{selector}{{{';'.join(rules)}}}")
            text += f' id="{name}"' if kind == "id" else f' class="b {name}"'
        return text

    def _transform(self) -> str:
        if self.chance.random() < 0.5:
            return ""
        n = self._number
        step = self.chance.choice(
            (
                f"translate({n() / 4},{n() / 4})",
                f"rotate({n()})",
                f"rotate({n()} 50 50)",
                f"scale({0.5 + n() / 100})",
                f"matrix(.8 .3 -.3 .8 {n() / 4} {n() / 4})",
                f"scale(-1 1) translate(-{n()} 0)",
            )
        )
        return f' transform="{step}"'

    def _color(self) -> str:
        n = self.chance.randint
        return self.chance.choice(
            (
                f"#{n(0, 0xFFF):03x}",
                f"#{n(0, 0xFFFFFF):06x}",
                f"rgb({n(0, 255)},{n(0, 255)},{n(0, 255)})",
                f"rgb({n(0, 100)}%, {n(0, 100)}%, {n(0, 100)}%)",
                f"hsl({n(0, 360)}, {n(0, 100)}%, {n(10, 70)}%)",
                self.chance.choice(_NAMES),
            )
        )

    def _width(self, may_be_share: bool) -> str:
        return self.chance.choice(("1.5", "4", "2px", "1mm", "3pt", "2%" if may_be_share else "2px"))

    def _corner(self) -> str:
        return f' x="{self._number() / 4}" y="{self._number() / 4}"' if self.chance.random() < 0.7 else ""

    def _fit(self) -> str:
        return self.chance.choice(("", "", ' preserveAspectRatio="xMinYMax"', ' preserveAspectRatio="xMidYMin slice"'))

    def _href(self, name: str) -> str:
        return f'{self.chance.choice(("href", "xlink:href"))}="#{name}"'

    def _number(self) -> float:
        return round(self.chance.uniform(2, 95), 2)

    def _size(self) -> int:
        return self.chance.randint(20, 120)

    def _name(self) -> str:
        self.count += 1
        return f"n{self.count}"
