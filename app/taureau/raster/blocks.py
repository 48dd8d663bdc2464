# mypy: disable-error-code="import-not-found, import-untyped, untyped-decorator, no-untyped-def, no-untyped-call"
"""Device functions of Triton for `taureau.raster.kernels`, with the formulas of `nearest`, `area` and `squares`.

All act on blocks of points: the centres of the pixels of a tile [P, 1] or of their squares [P, 16]. `table` [Z·S, 8]
holds a row for each segment: c0..c3 of x, then of y, in pixels.
"""

import triton
import triton.language as tl

from taureau.raster import parameters

SIDE = tl.constexpr(parameters.SIDE)
SOFTNESS = tl.constexpr(parameters.SOFTNESS)
EXTENT = tl.constexpr(parameters.EXTENT)
NEAR = tl.constexpr(parameters.REACH + 0.05)  # pixels from an edge, within which it may cut a pixel
STEADY = tl.constexpr(parameters.STEADY)
SEARCH = tl.constexpr(32)  # intervals of the parameter searched before Newton takes over
STEPS = tl.constexpr(6)  # after the search
LAST_STEPS = tl.constexpr(4)  # from a pixel's nearest parameter to those of its squares
SPREAD = tl.constexpr(1.1)  # pixels: a runner-up farther by this cannot be nearest to a square of the pixel


@triton.jit
def value(c0, c1, c2, c3, t):
    return ((c3 * t + c2) * t + c1) * t + c0


@triton.jit
def slope(c1, c2, c3, t):
    return (3 * c3 * t + 2 * c2) * t + c1


@triton.jit
def bend(c2, c3, t):
    return 6 * c3 * t + 2 * c2


@triton.jit
def cubic(table, segment):
    """c0..c3 of x, then of y."""
    at = table + segment * 8
    return (
        tl.load(at),
        tl.load(at + 1),
        tl.load(at + 2),
        tl.load(at + 3),
        tl.load(at + 4),
        tl.load(at + 5),
        tl.load(at + 6),
        tl.load(at + 7),
    )


@triton.jit
def squared(x0, x1, x2, x3, y0, y1, y2, y3, x, y, t):
    """Return the squared distance from the point at t to (x, y)."""
    dx = value(x0, x1, x2, x3, t) - x
    dy = value(y0, y1, y2, y3, t) - y
    return dx * dx + dy * dy


@triton.jit
def approach(x0, x1, x2, x3, y0, y1, y2, y3, x, y, t, low, high, steps):
    """Return the result of `nearest.approach` within [low, high]."""
    for _ in range(steps):
        dx = value(x0, x1, x2, x3, t) - x
        dy = value(y0, y1, y2, y3, t) - y
        vx = slope(x1, x2, x3, t)
        vy = slope(y1, y2, y3, t)
        flat = vx * vx + vy * vy
        curve = dx * bend(x2, x3, t) + dy * bend(y2, y3, t) + flat
        step = (dx * vx + dy * vy) / tl.maximum(tl.maximum(curve, 0.1 * flat), 1e-12)
        t = tl.minimum(tl.maximum(t - step, low), high)
    return t


@triton.jit
def inside(t):
    """Clamp a start of Newton's method: an end with a zero-length handle is stationary, but not always a minimum."""
    return tl.minimum(tl.maximum(t, 1e-4), 1 - 1e-4)


@triton.jit
def search(table, first, segments, x, y):
    """Return the nearest parameter to each point, its segment and squared distance, and the runner-up's.

    The two lowest of the sampled minima of each segment are refined.
    """
    nothing = tl.zeros_like(x)
    best = nothing + float("inf")
    second = best
    nearest = nothing
    owner = nothing.to(tl.int32)
    for s in range(segments):
        x0, x1, x2, x3, y0, y1, y2, y3 = cubic(table, first + s)
        before = nothing + float("inf")
        here = squared(x0, x1, x2, x3, y0, y1, y2, y3, x, y, 0.0)
        least = before
        other = before
        t_least = nothing
        t_other = nothing
        for k in range(SEARCH + 1):
            t = k * (1.0 / SEARCH)
            ahead = squared(x0, x1, x2, x3, y0, y1, y2, y3, x, y, t + 1.0 / SEARCH)
            ahead = tl.where(k < SEARCH, ahead, float("inf"))
            low = (here < before) & (here <= ahead)
            lowest = low & (here < least)
            next_lowest = low & (here < other)
            other = tl.where(lowest, least, tl.where(next_lowest, here, other))
            t_other = tl.where(lowest, t_least, tl.where(next_lowest, t, t_other))
            least = tl.where(lowest, here, least)
            t_least = tl.where(lowest, t, t_least)
            before = here
            here = ahead
        for rank in range(2):
            start = tl.where(rank == 0, t_least, t_other)
            found = tl.where(rank == 0, least, other) < float("inf")
            if tl.max(found.to(tl.int32)) > 0:  # there is rarely another
                low_t = tl.maximum(start - 1.0 / SEARCH, 0.0)
                high_t = tl.minimum(start + 1.0 / SEARCH, 1.0)
                t = approach(x0, x1, x2, x3, y0, y1, y2, y3, x, y, inside(start), low_t, high_t, STEPS)
                d2 = tl.where(found, squared(x0, x1, x2, x3, y0, y1, y2, y3, x, y, t), float("inf"))
                nearer = d2 < best
                second = tl.where(nearer, best, tl.minimum(second, d2))
                best = tl.where(nearer, d2, best)
                nearest = tl.where(nearer, t, nearest)
                owner = tl.where(nearer, s, owner)
    return nearest, owner, best, second


@triton.jit
def half_plane(u, nx, ny):
    """Return `area.half_plane`: the share and its derivatives by u and by the normal's angle."""
    a2 = nx * nx * (SIDE * SIDE) + SOFTNESS * SOFTNESS
    b2 = ny * ny * (SIDE * SIDE) + SOFTNESS * SOFTNESS
    over_a = 1 / tl.sqrt(a2)
    over_b = 1 / tl.sqrt(b2)
    a = a2 * over_a
    b = b2 * over_b
    over_ab = over_a * over_b
    over_most = tl.minimum(over_a, over_b)
    least = tl.minimum(a, b)
    m = tl.abs(u)
    sign = tl.where(u > 0, 1.0, tl.where(u < 0, -1.0, 0.0))
    f = (b - a) * 0.5
    z = tl.minimum(tl.maximum((a + b) * 0.5 - m, 0.0), least)
    by_offset = z * over_ab
    share = 0.5 + sign * (tl.minimum(m, tl.abs(f)) * over_most + (least * least - z * z) * over_ab * 0.5)
    corner = (z * (over_a + over_b) - 1) * (over_b - over_a) * by_offset * 0.5
    sides = (f - tl.maximum(tl.minimum(f, m), -m)) * over_most * over_most * over_most
    by_angle = (corner + sides) * nx * ny * sign * (SIDE * SIDE)
    return share, by_offset, by_angle


@triton.jit
def settle(table, first, segments, h, px, py, x, y):
    """Return the distances of pixels centred at (px, py) [P, 1], and nearest parameters and segments of their squares.

    The squares are at (x, y) [P, 16]. A square starts from its pixel's nearest parameter. Where an edge passes and
    another point is about as near, or the curve bends strongly within the pixel, the squares are searched separately.
    """
    t, owner, best, second = search(table, first, segments, px, py)
    x0, x1, x2, x3, y0, y1, y2, y3 = cubic(table, first + owner)
    vx = slope(x1, x2, x3, t)
    vy = slope(y1, y2, y3, t)
    bx = bend(x2, x3, t)
    by = bend(y2, y3, t)
    curve = (value(x0, x1, x2, x3, t) - px) * bx + (value(y0, y1, y2, y3, t) - py) * by + vx * vx + vy * vy
    d = tl.sqrt(best)
    stiff = curve < 2 * tl.sqrt(bx * bx + by * by)
    doubtful = (tl.abs(d - h) < NEAR) & (stiff | (tl.sqrt(second) < d + SPREAD))

    low = tl.zeros_like(x)
    high = low + 1
    t = low + t
    owner = low.to(tl.int32) + owner
    if tl.max(doubtful.to(tl.int32)) > 0:
        t, owner, _best, _second = search(table, first, segments, x, y)
        low = tl.maximum(t - 1.0 / SEARCH, 0.0)
        high = tl.minimum(t + 1.0 / SEARCH, 1.0)
    x0, x1, x2, x3, y0, y1, y2, y3 = cubic(table, first + owner)
    t = approach(x0, x1, x2, x3, y0, y1, y2, y3, x, y, inside(t), low, high, LAST_STEPS)
    return d, t, owner


@triton.jit
def squares_of(table, first, segments, h, px, py, x, y):
    """Return share, ∂/∂h, α and β in x and y, t and segment of each square [P, 16]; see `taureau.raster.squares`."""
    pixel_d, t, owner = settle(table, first, segments, h, px, py, x, y)
    x0, x1, x2, x3, y0, y1, y2, y3 = cubic(table, first + owner)
    nx = x - value(x0, x1, x2, x3, t)
    ny = y - value(y0, y1, y2, y3, t)
    sx = slope(x1, x2, x3, t)
    sy = slope(y1, y2, y3, t)
    flat = sx * sx + sy * sy
    free = (t > 0) & (t < 1) & (flat > 1e-12)  # t follows the control points
    d2 = nx * nx + ny * ny
    over_d = 1 / tl.sqrt(tl.maximum(d2, 1e-18))
    d = d2 * over_d
    nx = nx * over_d
    ny = ny * over_d
    turn = 1 / tl.sqrt(tl.maximum(flat, 1e-12))
    turn = tl.where(nx * sy > ny * sx, turn, -turn)
    nx = tl.where(free, turn * sy, nx)
    ny = tl.where(free, -turn * sx, ny)

    share, by_h, by_angle = half_plane(h - d, nx, ny)
    by_d = -by_h
    if h < EXTENT + 0.1:  # the far edge too can cut a square
        far, far_by_h, far_by_angle = half_plane(h + d, nx, ny)
        share += far - 1
        by_d += far_by_h
        by_h += far_by_h
        by_angle += far_by_angle
    near = tl.abs(pixel_d - h) < NEAR  # else no edge cuts the pixel, and its squares were not searched accurately
    edge = near & (tl.abs(d - h) < EXTENT + 0.05)
    share = tl.where(edge, share, tl.where(tl.where(near, d, pixel_d) < h, 1.0, 0.0))

    speed = tl.where(free, nx * sy - ny * sx, 0.0)  # L
    sway = tl.where(free, nx * bend(x2, x3, t) + ny * bend(y2, y3, t), -1.0)
    ease = speed * speed - d * sway  # D
    steady = edge & (tl.abs(sway) + 3 * tl.abs(speed) <= ease * STEADY)
    by_angle = tl.where(steady, by_angle / tl.maximum(ease, 1e-9), 0.0)
    by_d = tl.where(edge, by_d, 0.0)
    by_h = tl.where(edge, by_h, 0.0)
    along = sway * by_angle
    across = -speed * by_angle
    alpha_x = -along * ny - by_d * nx
    alpha_y = along * nx - by_d * ny
    return share, by_h, alpha_x, alpha_y, across * nx, across * ny, t, owner
