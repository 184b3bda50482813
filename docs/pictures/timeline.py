"""Draws timelines as SVG, readable on light and on dark pages."""

from html import escape

WIDTH = 880
LEFT = 168          # where time begins
RIGHT = 40
BAR = 26
STYLE = """
  .page { fill: #ffffff; stroke: #d5dae0 }
  text { font: 13px ui-sans-serif, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2933 }
  .title { font-weight: 600; font-size: 15px }
  .soft, .tick { fill: #52606d; font-size: 12px }
  .grid { stroke: #d5dae0; stroke-dasharray: 3 4 }
  .axis { stroke: #7b8794 }
  .bar { stroke: #ffffff; stroke-width: 2 }
  .a { fill: #cfe3f7 } .b { fill: #d3efd9 } .c { fill: #fde7c2 } .d { fill: #eadcf7 } .g { fill: #e4e7eb }
  .new { stroke: #c4421a; stroke-width: 2.5 }
  .gone { fill: none; stroke: #9aa5b1; stroke-dasharray: 4 4 }
  .dot { fill: #243b53 } .late { fill: #c4421a } .num { fill: #ffffff; font-size: 11px; font-weight: 600 }
  .link { stroke: #52606d; fill: none } .moved { stroke: #c4421a; fill: none; stroke-width: 1.8 }
  .fact { fill: #243b53 } .fact.late { fill: #c4421a }
  @media (prefers-color-scheme: dark) {
    .page { fill: #1b2129; stroke: #3e4c59 }
    text { fill: #e4e7eb } .soft, .tick { fill: #b8c2cc }
    .grid { stroke: #3e4c59 } .axis { stroke: #9aa5b1 } .bar { stroke: #1b2129 }
    .a { fill: #24476b } .b { fill: #21553a } .c { fill: #6b4a15 } .d { fill: #4d3a6b } .g { fill: #3e4c59 }
    .new { stroke: #ff8a65 } .dot, .fact { fill: #d9e2ec } .num { fill: #1b2129 }
    .late, .fact.late { fill: #ff8a65 } .link { stroke: #b8c2cc } .moved { stroke: #ff8a65 } .gone { stroke: #7b8794 }
  }
"""


class Timeline:
    """Rows below one another over one axis of time, from 0 to 100."""

    def __init__(self, title, ticks, describe):
        self.title, self.ticks, self.describe = title, ticks, describe
        self.parts, self.y, self.bars = [], 52, {}

    def x(self, t):
        return LEFT + (WIDTH - LEFT - RIGHT) * t / 100

    def _text(self, x, y, text, kind="", anchor="start"):
        self.parts.append(f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>')

    def _label(self, label, note=""):
        self._text(16, self.y + 12 if note else self.y + 17, label)
        if note:
            self._text(16, self.y + 27, note, "soft")

    def said(self, label, *events, note=""):
        """Events where they happened: (time, number of arrival, text[, late])."""
        self._label(label, note)
        for event in events:
            t, number, text = event[:3]
            kind = "dot late" if len(event) > 3 and event[3] else "dot"
            self.parts.append(f'<circle class="{kind}" cx="{self.x(t):.0f}" cy="{self.y + 13}" r="9"/>')
            self._text(self.x(t), self.y + 17, str(number), "num", "middle")
            self._text(self.x(t) + 14, self.y + 17, text)
        self.y += 38
        return self

    def history(self, label, *bars, note=""):
        """Versions: (from, to, text, colour[, new])."""
        self._label(label, note)
        for bar in sorted(bars, key=lambda bar: len(bar)):      # outlined ones last, on top
            start, end, text, colour = bar[:4]
            new = " new" if len(bar) > 4 and bar[4] else ""
            width = self.x(end) - self.x(start)
            if colour == "gone":
                self.parts.append(
                    f'<line class="gone" x1="{self.x(start):.0f}" x2="{self.x(end):.0f}" y1="{self.y + 14}" y2="{self.y + 14}"/>')
                self._text(self.x(start) + width / 2, self.y + 9, text, "soft", "middle")
            else:
                self.parts.append(
                    f'<rect class="bar {colour}{new}" x="{self.x(start):.0f}" y="{self.y}" width="{width:.0f}" height="{BAR}" rx="4"/>')
                self._text(self.x(start) + width / 2, self.y + 17, text, "", "middle")
            self.bars[(label, text)] = ((start + end) / 2, self.y)
        self.last = self.y
        self.y += 42
        return self

    def facts(self, label, *facts, note=""):
        """Facts below the row of versions they look at: (time, text[, moved])."""
        self.y += 4
        self._label(label, note)
        for fact in facts:
            t, text = fact[:2]
            moved = len(fact) > 2 and fact[2]
            x, y = self.x(t), self.y + 13
            self.parts.append(f'<line class="{"moved" if moved else "link"}" x1="{x:.0f}" x2="{x:.0f}" y1="{y - 8}" y2="{self.last + BAR}"/>')
            self.parts.append(
                f'<path class="fact{" late" if moved else ""}" d="M{x:.0f} {y - 8} l8 8 l-8 8 l-8 -8 z"/>')
            self._text(x + 12, y + 4, text)
        self.y += 42
        return self

    def say(self, text):
        self._text(16, self.y + 10, text, "soft")
        self.y += 24
        return self

    def svg(self):
        top, bottom = 44, self.y
        back = [f'<rect class="page" x="0.5" y="0.5" width="{WIDTH - 1}" height="{bottom + 33}" rx="8"/>']
        for t, text in self.ticks:
            back.append(f'<line class="grid" x1="{self.x(t):.0f}" x2="{self.x(t):.0f}" y1="{top}" y2="{bottom}"/>')
        back.append(f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{bottom}" y2="{bottom}"/>')
        for t, text in self.ticks:
            back.append(f'<text class="tick" x="{self.x(t):.0f}" y="{bottom + 18}" text-anchor="middle">{escape(text)}</text>')
        back.append(f'<text class="title" x="16" y="27">{escape(self.title)}</text>')
        body = "\n  ".join(back + self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 34}" role="img">\n'
            f"  <title>{escape(self.title)}</title>\n  <desc>{escape(self.describe)}</desc>\n"
            f"  <style>{STYLE}  </style>\n  {body}\n</svg>\n"
        )
