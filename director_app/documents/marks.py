"""Small marks drawn from code, told apart by their shape: strands of a season, and what a notice speaks of."""

from __future__ import annotations

from director_app.documents.colours import BLACK, WHITE, Ink
from director_app.documents.page import circle_path, fill, outline, rectangle, ring


def strand_mark(number: int, x: float, y: float, size: float) -> list[str]:
    """The mark of a strand, as high as a capital letter, its lower left corner at x and y."""
    shapes = (_square, _open_square, _half_square, _disc, _circle, _triangle, _diamond, _bars)
    return shapes[number % len(shapes)](x, y, size)


def _square(x: float, y: float, size: float) -> list[str]:
    return [rectangle(x, y, size, size, BLACK)]


def _open_square(x: float, y: float, size: float) -> list[str]:
    return [outline(x, y, size, size, size * 0.15, BLACK)]


def _half_square(x: float, y: float, size: float) -> list[str]:
    half = [(x + size * 0.13, y + size * 0.13), (x + size * 0.87, y + size * 0.87), (x + size * 0.13, y + size * 0.87)]
    return [rectangle(x, y, size, size, BLACK), _polygon(half, WHITE)]


def _disc(x: float, y: float, size: float) -> list[str]:
    return [f"{fill(BLACK)} {circle_path(x + size / 2, y + size / 2, size / 2)} f"]


def _circle(x: float, y: float, size: float) -> list[str]:
    return [ring(x + size / 2, y + size / 2, size * 0.435, size * 0.13, BLACK)]


def _triangle(x: float, y: float, size: float) -> list[str]:
    return [_polygon([(x, y), (x + size, y), (x + size / 2, y + size)], BLACK)]


def _diamond(x: float, y: float, size: float) -> list[str]:
    half = size / 2
    return [_polygon([(x, y + half), (x + half, y), (x + size, y + half), (x + half, y + size)], BLACK)]


def _bars(x: float, y: float, size: float) -> list[str]:
    return [rectangle(x, y + row * size * 0.36, size, size * 0.26, BLACK) for row in range(3)]


def _polygon(points: list[tuple[float, float]], ink: Ink) -> str:
    path = " ".join(f"{x:.2f} {y:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))
    return f"{fill(ink)} {path} h f"


def people_mark(x: float, y: float, size: float) -> list[str]:
    """Two people."""
    shapes = []
    for left in (0.27, 0.7):
        head = circle_path(x + left * size, y + 0.82 * size, 0.14 * size)
        body = circle_path(x + left * size, y + 0.32 * size, 0.24 * size)
        shapes += [f"{fill(BLACK)} {head} f", f"{fill(BLACK)} {body} f"]
        shapes.append(rectangle(x + (left - 0.24) * size, y, 0.48 * size, 0.32 * size, BLACK))
    shapes.append(rectangle(x + 0.475 * size, y, 0.025 * size, 0.4 * size, WHITE))
    return shapes


def ticket_mark(x: float, y: float, size: float) -> list[str]:
    """A ticket."""
    shapes = [rectangle(x, y + 0.18 * size, size, 0.64 * size, BLACK)]
    shapes += [f"{fill(WHITE)} {circle_path(x + side * size, y + 0.5 * size, 0.11 * size)} f" for side in (0, 1)]
    dashes = (
        rectangle(x + 0.68 * size, y + (0.24 + row * 0.12) * size, 0.03 * size, 0.06 * size, WHITE) for row in range(5)
    )
    return [*shapes, *dashes]


def umbrella_mark(x: float, y: float, size: float) -> list[str]:
    """An umbrella."""
    middle = x + size / 2
    roof = f"q {x:.2f} {y + 0.46 * size:.2f} {size:.2f} {size:.2f} re W n {fill(BLACK)} "
    shapes = [roof + f"{circle_path(middle, y + 0.46 * size, 0.48 * size)} f Q"]
    shapes.append(rectangle(middle - 0.03 * size, y + 0.1 * size, 0.06 * size, 0.9 * size, BLACK))
    hook = f"q {x:.2f} {y - 0.1 * size:.2f} {size:.2f} {0.2 * size:.2f} re W n "
    return [*shapes, hook + ring(middle + 0.09 * size, y + 0.1 * size, 0.09 * size, 0.06 * size, BLACK) + " Q"]
