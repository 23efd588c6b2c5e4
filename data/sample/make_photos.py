"""Draws the three photographs of the sample desk, anh-1.jpg to anh-3.jpg: nobody real is in them.

Run it from anywhere: `.venv/bin/python data/sample/make_photos.py`. It needs Pillow and the bundled fonts, takes
some seconds, and always draws the same pictures.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from math import cos, pi, sin
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont

HERE = Path(__file__).resolve().parent
FONT = HERE.parents[1] / "resources" / "fonts" / "Tinos-Bold.ttf"
WIDTH, HEIGHT = SIZE = (1600, 1067)
Colour = tuple[int, int, int]
HAIR = [(24, 20, 20), (30, 25, 23), (20, 18, 20), (44, 40, 40), (92, 90, 92)]
SHIRTS = [
    (226, 229, 234), (205, 214, 226), (236, 234, 228), (58, 66, 84), (38, 42, 52), (168, 184, 204),
    (96, 64, 60), (72, 92, 78), (188, 170, 150), (120, 134, 156), (214, 200, 206), (52, 50, 58),
]  # fmt: skip


# -- paint -------------------------------------------------------------------------------------------------


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour between two."""
    a, b, c = (round(x + (y - x) * share) for x, y in zip(one, other, strict=True))
    return a, b, c


def sky(size: tuple[int, int], stops: Sequence[tuple[float, Colour]]) -> Image.Image:
    """Return a vertical gradient through several colours."""
    column = Image.new("RGB", (1, 512))
    for y in range(512):
        at = y / 511
        for (start, one), (end, other) in zip(stops, stops[1:], strict=False):
            if start <= at <= end:
                column.putpixel((0, y), mixed(one, other, (at - start) / max(end - start, 1e-6)))
                break
    return column.resize(size, Image.Resampling.BICUBIC)


def clouds(size: tuple[int, int], rng: Random, *, across: int, down: int, octaves: int = 4) -> Image.Image:
    """Return smooth grey noise, larger features first."""
    total = Image.new("L", size, 128)
    for octave in range(octaves):
        cells = (max(2, across * 2**octave), max(2, down * 2**octave))
        layer = Image.frombytes("L", cells, rng.randbytes(cells[0] * cells[1])).resize(size, Image.Resampling.BICUBIC)
        total = Image.blend(total, layer, 0.5 if octave == 0 else 0.5 / (octave + 1))
    return total


def glow(canvas: Image.Image, at: tuple[int, int], radius: int, colour: Colour, strength: float) -> Image.Image:
    """Add light round a point."""
    disc = Image.radial_gradient("L").resize((radius * 2, radius * 2))
    disc = disc.point(lambda value: max(0, 255 - value * 255 // 180) ** 2 // 255 * strength)
    light = Image.new("RGB", canvas.size)
    light.paste(Image.new("RGB", disc.size, colour), (at[0] - radius, at[1] - radius), disc)
    return ImageChops.screen(canvas, light)


def lit(canvas: Image.Image, mask: Image.Image, colour: Colour, strength: float) -> Image.Image:
    """Add light where a mask is white."""
    faded = mask.point(lambda value: value * strength)
    return ImageChops.screen(
        canvas, Image.composite(Image.new("RGB", canvas.size, colour), Image.new("RGB", canvas.size), faded)
    )


def photographed(canvas: Image.Image, rng: Random, *, grain: float = 0.055, dark: float = 0.42) -> Image.Image:
    """Give the picture what a lens and a sensor add: dark corners, a bloom of the lights, grain."""
    bloom = canvas.point(lambda value: max(0, value - 205) * 4).filter(ImageFilter.GaussianBlur(24))
    canvas = ImageChops.screen(canvas, bloom.point(lambda value: value * 0.35))
    corners = Image.radial_gradient("L").resize((WIDTH * 5 // 4, HEIGHT * 5 // 4))
    corners = corners.crop((WIDTH // 8, HEIGHT // 8, WIDTH // 8 + WIDTH, HEIGHT // 8 + HEIGHT))
    shade = corners.point(lambda value: 255 - max(0, value - 70) * dark)
    canvas = ImageChops.multiply(canvas, Image.merge("RGB", (shade, shade, shade)))
    size = (WIDTH * 2 // 3, HEIGHT * 2 // 3)
    noise = Image.frombytes("L", size, rng.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(0.6))
    noise = noise.resize(SIZE, Image.Resampling.BICUBIC)
    return Image.blend(canvas, ImageChops.overlay(canvas, Image.merge("RGB", (noise,) * 3)), grain * 2)


def saved(canvas: Image.Image, name: str) -> None:
    """Write the photograph, quality 88."""
    path = HERE / name
    canvas.save(path, "JPEG", quality=88, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


# -- people ------------------------------------------------------------------------------------------------


def from_behind(height: int, rng: Random, *, light: Colour, dim: float) -> Image.Image:
    """Return someone seated, seen from behind, with the light of the stage round the outline."""
    scale = 4
    tall = height * scale
    wide = int(tall * 1.25)
    middle = wide // 2 + int(rng.uniform(-0.03, 0.03) * tall)
    shirt, hair = rng.choice(SHIRTS), rng.choice(HAIR)
    skin = mixed((176, 128, 100), (208, 164, 134), rng.random())
    woman = rng.random() < 0.42
    figure = Image.new("RGB", (wide, tall), shirt)
    mask = Image.new("L", (wide, tall), 0)
    draw, cut = ImageDraw.Draw(figure), ImageDraw.Draw(mask)
    r = tall * 0.165
    head = (middle - r * 0.86, tall * 0.03, middle + r * 0.86, tall * 0.03 + r * 2.25)
    lean = rng.uniform(-0.02, 0.02) * tall
    shoulder = tall * (0.31 if woman else 0.36)
    body = [
        (middle - r * 0.42, tall * 0.36), (middle - r * 0.62, tall * 0.45),
        (middle - shoulder * 0.8, tall * 0.52 + lean), (middle - shoulder, tall * 0.62 + lean),
        (middle - shoulder * 1.12, tall), (middle + shoulder * 1.12, tall),
        (middle + shoulder, tall * 0.62 - lean), (middle + shoulder * 0.8, tall * 0.52 - lean),
        (middle + r * 0.62, tall * 0.45), (middle + r * 0.42, tall * 0.36),
    ]  # fmt: skip
    cut.polygon(body, fill=255)
    cut.ellipse(head, fill=255)
    draw.rectangle((0, 0, wide, tall * 0.44), fill=skin)
    draw.polygon([(0, tall * 0.47), (middle, tall * 0.425), (wide, tall * 0.47), (wide, tall), (0, tall)], fill=shirt)
    for shape in _hair(middle, r, tall, woman, rng):
        draw.polygon(shape, fill=hair)
        cut.polygon(shape, fill=255)
    if not woman:
        for side in (-1, 1):
            ear = middle + side * r * 0.85
            for brush, paint in ((cut, 255), (draw, mixed(skin, (120, 70, 60), 0.3))):
                brush.ellipse((ear - r * 0.12, tall * 0.19, ear + r * 0.12, tall * 0.27), fill=paint)
    sheen = mixed(hair, (150, 140, 140), 0.32)
    draw.ellipse((middle - r * 0.5, tall * 0.07, middle + r * 0.42, tall * 0.125), fill=sheen)
    soft = mask.filter(ImageFilter.GaussianBlur(tall * 0.012))
    soft = soft.point(lambda value: max(0, min(255, (value - 100) * 5)))
    figure = figure.filter(ImageFilter.GaussianBlur(tall * 0.006))
    # Folds and shade, then the rim that the light draws along the upper edges.
    shade = sky((wide, tall), [(0, (255, 255, 255)), (0.45, (235, 235, 240)), (1, (120, 120, 132))])
    figure = ImageChops.multiply(figure, shade)
    folds = clouds((wide, tall), rng, across=4, down=3, octaves=3).point(lambda value: 195 + value * 60 // 255)
    figure = ImageChops.multiply(figure, Image.merge("RGB", (folds,) * 3))
    inner = ImageChops.offset(soft, 0, int(tall * 0.022)).filter(ImageFilter.GaussianBlur(tall * 0.014))
    rim = ImageChops.subtract(soft, inner)
    figure = ImageEnhance.Brightness(figure).enhance(dim)
    figure = ImageChops.screen(
        figure,
        Image.composite(
            Image.new("RGB", figure.size, light), Image.new("RGB", figure.size), rim.point(lambda v: v * 0.5)
        ),
    )
    figure.putalpha(soft)
    return figure.resize((wide // scale, height), Image.Resampling.LANCZOS)


def _hair(middle: float, r: float, tall: int, woman: bool, rng: Random) -> list[list[tuple[float, float]]]:
    """Return the outlines of the hair on the back of a head."""
    top, round_, cap = tall * 0.03 + r * 1.02, r * 0.9, []
    for k in range(33):
        turn = pi + pi * k / 32
        cap.append((middle + cos(turn) * round_, top + sin(turn) * r * 1.05))
    if not woman:
        return [
            [
                *cap,
                (middle + r * 0.84, top + r * 0.45),
                (middle + r * 0.52, top + r * 0.98),
                (middle - r * 0.52, top + r * 0.98),
                (middle - r * 0.84, top + r * 0.45),
            ]
        ]
    style = rng.random()
    if style < 0.4:  # cut at the neck
        return [
            [
                *cap,
                (middle + r * 1.02, top + r * 0.7),
                (middle + r * 0.9, top + r * 1.2),
                (middle, top + r * 1.32),
                (middle - r * 0.9, top + r * 1.2),
                (middle - r * 1.02, top + r * 0.7),
            ]
        ]
    low = tall * rng.uniform(0.52, 0.64)
    if style < 0.75:  # tied together
        nape = [
            (middle + r * 0.8, top + r * 0.5),
            (middle + r * 0.3, top + r * 0.98),
            (middle - r * 0.3, top + r * 0.98),
            (middle - r * 0.8, top + r * 0.5),
        ]
        sway = rng.uniform(-0.2, 0.2) * r
        tail = [
            (middle - r * 0.2, top + r * 0.5),
            (middle + r * 0.2, top + r * 0.5),
            (middle + r * 0.34 + sway, top + r * 1.3),
            (middle + r * 0.08 + sway, low),
            (middle - r * 0.1 + sway, low),
            (middle - r * 0.34 + sway, top + r * 1.3),
        ]
        return [[*cap, *nape], tail]
    return [
        [
            *cap,
            (middle + r * 1.0, top + r * 0.9),
            (middle + r * 0.86, low - r * 0.4),
            (middle + r * 0.4, low),
            (middle - r * 0.4, low),
            (middle - r * 0.86, low - r * 0.4),
            (middle - r * 1.0, top + r * 0.9),
        ]
    ]


def facing(height: int, rng: Random, suit: Colour, *, light: float = 1.0) -> Image.Image:
    """Return someone small who looks at us, to the waist: on a stage, or standing at a board."""
    scale = 8
    tall = height * scale
    wide = tall
    middle = wide // 2
    r = tall * 0.15
    skin = mixed((196, 150, 120), (224, 182, 152), rng.random())
    figure = Image.new("RGBA", (wide, tall), (0, 0, 0, 0))
    draw = ImageDraw.Draw(figure)
    draw.polygon(
        [
            (middle - r * 0.5, tall * 0.4), (middle - r * 1.9, tall * 0.5), (middle - r * 2.25, tall * 0.64),
            (middle - r * 2.3, tall), (middle + r * 2.3, tall), (middle + r * 2.25, tall * 0.64),
            (middle + r * 1.9, tall * 0.5), (middle + r * 0.5, tall * 0.4),
        ],
        fill=suit,
    )  # fmt: skip
    draw.polygon(
        [(middle - r * 0.55, tall * 0.4), (middle + r * 0.55, tall * 0.4), (middle, tall * 0.72)],
        fill=(236, 238, 242),
    )
    draw.polygon(
        [(middle - r * 0.12, tall * 0.45), (middle + r * 0.12, tall * 0.45), (middle, tall * 0.7)], fill=(120, 26, 30)
    )
    draw.rectangle(
        (middle - r * 0.4, tall * 0.3, middle + r * 0.4, tall * 0.44), fill=mixed(skin, (90, 60, 50), 0.25)
    )
    draw.ellipse((middle - r * 0.78, tall * 0.06, middle + r * 0.78, tall * 0.4), fill=skin)
    draw.pieslice((middle - r * 0.86, tall * 0.025, middle + r * 0.86, tall * 0.33), 180, 360, fill=(26, 22, 22))
    draw.ellipse((middle - r * 0.7, tall * 0.12, middle + r * 0.7, tall * 0.3), fill=skin)
    for side in (-1, 1):
        eye = middle + side * r * 0.32
        draw.ellipse(
            (eye - r * 0.14, tall * 0.195, eye + r * 0.14, tall * 0.225), fill=mixed(skin, (40, 28, 26), 0.75)
        )
    draw.ellipse(
        (middle - r * 0.26, tall * 0.315, middle + r * 0.26, tall * 0.335), fill=mixed(skin, (140, 60, 56), 0.6)
    )
    small = figure.filter(ImageFilter.GaussianBlur(tall * 0.007)).resize((height, height), Image.Resampling.LANCZOS)
    alpha = small.getchannel("A")
    bright = ImageEnhance.Brightness(small.convert("RGB")).enhance(light)
    bright.putalpha(alpha)
    return bright


def put(canvas: Image.Image, figure: Image.Image, at: tuple[float, float], blur: float = 0.0) -> None:
    """Paste a figure, its foot's middle at a point, out of focus by `blur`."""
    room = int(blur * 3)
    wide, tall = figure.size
    padded = Image.new(
        "RGBA", (wide + room * 2, tall + room * 2), (*figure.convert("RGB").resize((1, 1)).getpixel((0, 0)), 0)
    )
    padded.paste(figure, (room, room))
    if blur:
        alpha = padded.getchannel("A").filter(ImageFilter.GaussianBlur(blur))
        flat = Image.new("RGB", padded.size, figure.convert("RGB").resize((1, 1)).getpixel((0, 0)))
        flat.paste(padded.convert("RGB"), mask=padded.getchannel("A"))
        padded = flat.filter(ImageFilter.GaussianBlur(blur * 0.8))
        padded.putalpha(alpha)
    canvas.paste(padded, (int(at[0] - padded.width / 2), int(at[1] - tall - room)), padded)


def audience(canvas: Image.Image, rng: Random, rows: Sequence[tuple[int, int, float, float]], light: Colour) -> None:
    """Seat people in rows, far to near: (foot, height, blur, brightness)."""
    for foot, height, blur, dim in rows:
        step = height * 0.82
        x = -step * rng.random()
        while x < WIDTH + step:
            if rng.random() < 0.93:
                tall = int(height * rng.uniform(0.93, 1.06))
                put(
                    canvas,
                    from_behind(tall, rng, light=light, dim=dim),
                    (x + rng.uniform(-0.06, 0.06) * height, foot + height * 0.12),
                    blur,
                )
            x += step


# -- the three pictures ------------------------------------------------------------------------------------


def folds(size: tuple[int, int], rng: Random, dark: Colour, bright: Colour, count: int) -> Image.Image:
    """Return a hanging curtain."""
    strip = Image.new("RGB", (size[0], 1))
    phase = 0.0
    for x in range(size[0]):
        phase += 2 * pi * count / size[0] * rng.uniform(0.82, 1.18)
        wave = 0.5 + 0.38 * sin(phase) + 0.12 * sin(phase * 2.3 + 1)
        strip.putpixel((x, 0), mixed(dark, bright, min(1, max(0, wave))))
    cloth = strip.filter(ImageFilter.GaussianBlur(1.5)).resize(size)
    fall = sky(size, [(0, (150, 150, 150)), (0.3, (255, 255, 255)), (1, (170, 170, 175))])
    return ImageChops.multiply(cloth, fall)


def words(canvas: Image.Image, middle: tuple[int, int], text: str, size: int, colour: Colour) -> None:
    """Mount letters on a backdrop, with the shadow that they throw."""
    font = ImageFont.truetype(str(FONT), size)
    shadow = Image.new("L", canvas.size)
    ImageDraw.Draw(shadow).text(
        (middle[0] + 2, middle[1] + 3), text, font=font, fill=190, anchor="mm", align="center"
    )
    shadow = shadow.filter(ImageFilter.GaussianBlur(2.5))
    canvas.paste((40, 4, 4), mask=shadow)
    ImageDraw.Draw(canvas).text(middle, text, font=font, fill=colour, anchor="mm", align="center")


def meeting() -> Image.Image:
    """Return a conference seen over the heads of those who listen."""
    rng = Random(2019)
    canvas = sky(SIZE, [(0, (92, 84, 76)), (0.2, (150, 134, 116)), (0.62, (128, 108, 92)), (1, (40, 32, 30))])
    draw = ImageDraw.Draw(canvas)
    # Side walls in perspective, with panels.
    for side in (0, 1):
        near, far = (0, 250) if side == 0 else (WIDTH, WIDTH - 250)
        draw.polygon([(near, -60), (far, 118), (far, 560), (near, 800)], fill=(150, 122, 96))
        for step in range(6):
            at, to = step / 6, (step + 0.86) / 6
            panel = [
                (near + (far - near) * at, -10 + 150 * at), (near + (far - near) * to, -10 + 150 * to),
                (near + (far - near) * to, 700 - 150 * to), (near + (far - near) * at, 700 - 150 * at),
            ]  # fmt: skip
            draw.polygon(panel, fill=mixed((128, 98, 74), (176, 142, 108), at))
    draw.polygon([(0, -60), (250, 118), (WIDTH - 250, 118), (WIDTH, -60)], fill=(204, 194, 178))
    canvas = canvas.filter(ImageFilter.GaussianBlur(3))
    stage = folds((1100, 442), rng, (96, 8, 12), (196, 26, 28), 34)
    canvas.paste(stage, (250, 118))
    board = sky((660, 250), [(0, (190, 24, 24)), (0.5, (206, 32, 28)), (1, (176, 18, 20))])
    canvas.paste(board, (470, 150))
    star(canvas, (338, 230), 34, (250, 208, 60))
    _stage_floor(canvas, rng)
    canvas = canvas.filter(ImageFilter.GaussianBlur(2.6))
    words(canvas, (800, 205), "HỘI NGHỊ", 50, (252, 214, 92))
    words(canvas, (800, 268), "GIAO BAN CÔNG TÁC KHOA GIÁO", 37, (252, 214, 92))
    words(canvas, (800, 326), "QUÝ I NĂM 2019", 33, (250, 226, 150))
    canvas = canvas.filter(ImageFilter.GaussianBlur(1.1))
    for x in (400, 640, 880, 1120):
        for y, r in ((62, 60), (30, 90)):
            canvas = glow(canvas, (x + (x - 800) * (62 - y) // 60, y), r, (255, 240, 212), 0.95)
    canvas = glow(canvas, (800, 330), 620, (255, 206, 160), 0.33)
    rows = [
        (640, 92, 1.2, 0.7),
        (690, 118, 0.8, 0.7),
        (756, 156, 0.6, 0.68),
        (850, 214, 1.2, 0.64),
        (990, 310, 4.0, 0.58),
        (1170, 450, 10.0, 0.5),
    ]
    audience(canvas, rng, rows, (255, 206, 168))
    return photographed(ImageEnhance.Contrast(canvas).enhance(1.06), rng)


def star(canvas: Image.Image, at: tuple[int, int], r: float, colour: Colour) -> None:
    """Draw a five-pointed star."""
    points = [
        (
            at[0] + cos(-pi / 2 + k * pi / 5) * (r if k % 2 == 0 else r * 0.382),
            at[1] + sin(-pi / 2 + k * pi / 5) * (r if k % 2 == 0 else r * 0.382),
        )
        for k in range(10)
    ]
    ImageDraw.Draw(canvas).polygon(points, fill=colour)


def _stage_floor(canvas: Image.Image, rng: Random) -> None:
    """Set the stage: floor, the presidium's table with flowers, the lectern with a speaker."""
    draw = ImageDraw.Draw(canvas)
    canvas.paste(sky((1100, 60), [(0, (150, 104, 68)), (1, (96, 60, 40))]), (250, 520))
    for k in range(5):
        put(canvas, facing(104, rng, rng.choice([(34, 38, 52), (50, 48, 54), (30, 30, 38)])), (560 + k * 86, 506))
    canvas.paste(sky((470, 66), [(0, (244, 240, 232)), (0.2, (226, 220, 212)), (1, (176, 168, 164))]), (500, 482))
    for k in range(24):
        x = 500 + k * 20
        draw.line((x, 492, x + rng.randint(-3, 3), 546), fill=(196, 188, 184), width=2)
    for k in range(5):
        draw.rectangle((540 + k * 86, 470, 576 + k * 86, 486), fill=(250, 250, 250))
    for _ in range(150):
        x, y = rng.gauss(735, 46), rng.gauss(476, 8)
        colour = rng.choice([(208, 40, 56), (240, 190, 70), (250, 240, 236), (64, 116, 60), (52, 96, 52)])
        draw.ellipse((x - 4, y - 4, x + 4, y + 4), fill=colour)
    put(canvas, facing(128, rng, (36, 40, 58)), (1120, 500))
    draw.polygon([(1066, 452), (1174, 452), (1160, 560), (1080, 560)], fill=(112, 66, 38))
    draw.polygon([(1058, 440), (1182, 440), (1174, 456), (1066, 456)], fill=(150, 94, 56))
    star(canvas, (1120, 500), 17, (226, 184, 76))
    draw.line((1104, 444, 1112, 414), fill=(30, 30, 30), width=3)
    for x in (300, 1290):
        for _ in range(90):
            a, b = rng.gauss(x, 24), rng.gauss(478, 34)
            draw.ellipse((a - 9, b - 5, a + 9, b + 5), fill=rng.choice([(38, 78, 40), (56, 104, 52), (30, 62, 36)]))
        draw.rectangle((x - 18, 506, x + 18, 548), fill=(214, 206, 196))


def ridge(rng: Random, base: float, height: float, detail: int) -> list[tuple[float, float]]:
    """Return the line of some hills."""
    waves = [
        (rng.uniform(0.4, 1) / k**1.25, rng.uniform(0, 2 * pi), k * rng.uniform(0.7, 1.3)) for k in range(1, detail)
    ]
    line = []
    for x in range(-4, WIDTH + 8, 4):
        y = sum(size * sin(2 * pi * often * x / WIDTH + phase) for size, phase, often in waves)
        line.append((float(x), base - height * y * 0.5))
    return line


def dawn() -> Image.Image:
    """Return flooded rice fields before hills at sunrise, with people at work."""
    rng = Random(54)
    canvas = sky(
        SIZE,
        [
            (0, (86, 116, 152)),
            (0.22, (170, 170, 176)),
            (0.4, (246, 206, 156)),
            (0.5, (255, 224, 176)),
            (1, (120, 110, 96)),
        ],
    )
    veil = clouds(SIZE, rng, across=3, down=9).point(lambda value: max(0, value - 118) * 5)
    veil = ImageChops.multiply(
        veil, sky(SIZE, [(0, (255,) * 3), (0.34, (160,) * 3), (0.5, (0,) * 3), (1, (0,) * 3)]).convert("L")
    )
    canvas = lit(canvas, veil.filter(ImageFilter.GaussianBlur(3)), (255, 226, 196), 0.55)
    sun = (1090, 392)
    canvas = glow(canvas, sun, 560, (255, 196, 120), 0.85)
    canvas = glow(canvas, sun, 120, (255, 246, 224), 1.0)
    for base, height, colour, fog in (
        (430, 92, (158, 152, 164), 0.62), (468, 84, (126, 130, 140), 0.5), (512, 70, (92, 108, 108), 0.4), (556, 44, (62, 84, 70), 0.26),
    ):  # fmt: skip
        canvas = _hills(canvas, rng, base, height, colour, fog)
    canvas = _fields(canvas, rng, sun)
    _workers(canvas, rng)
    canvas = _grass(canvas, rng)
    canvas = glow(canvas, sun, 900, (255, 190, 120), 0.26)
    return photographed(ImageEnhance.Color(canvas).enhance(1.08), rng, grain=0.019, dark=0.5)


def _hills(canvas: Image.Image, rng: Random, base: int, height: int, colour: Colour, fog: float) -> Image.Image:
    line = ridge(rng, base, height, 26)
    mask = Image.new("L", SIZE)
    ImageDraw.Draw(mask).polygon([*line, (WIDTH + 8, HEIGHT), (-4, HEIGHT)], fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(0.9))
    texture = clouds(SIZE, rng, across=40, down=40, octaves=3).point(lambda value: 215 + value * 40 // 255)
    slope = ImageChops.multiply(Image.new("RGB", SIZE, colour), Image.merge("RGB", (texture,) * 3))
    top, low = (base - height) / HEIGHT, (base + 60) / HEIGHT
    mist = sky(SIZE, [(0, (0,) * 3), (top, (0,) * 3), (low, (255,) * 3), (1, (255,) * 3)]).convert("L")
    slope = Image.composite(
        Image.new("RGB", SIZE, (250, 222, 186)), slope, mist.point(lambda value: value * fog * 1.5)
    )
    return Image.composite(slope, canvas, mask)


def _fields(canvas: Image.Image, rng: Random, sun: tuple[int, int]) -> Image.Image:
    """Lay the paddies: water that mirrors the sky, dykes that run towards us, rows of young rice."""
    top = 590
    water = canvas.crop((0, 120, WIDTH, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((WIDTH, HEIGHT - top))
    water = water.filter(ImageFilter.GaussianBlur(5))
    water = ImageChops.multiply(water, sky(water.size, [(0, (232, 226, 214)), (1, (120, 128, 118))]))
    canvas.paste(water, (0, top))
    plants = Image.new("RGBA", SIZE)
    draw = ImageDraw.Draw(plants)
    y = float(top + 6)
    while y < HEIGHT + 30:
        near = (y - top) / (HEIGHT - top)
        gap = 3 + 26 * near
        for k in range(int(WIDTH / gap) + 2):
            x = k * gap + rng.uniform(-0.35, 0.35) * gap + (y * 7 % gap)
            if (sin(x / (90 + 500 * near) + y / 60) + sin(x / 310 - y / 45)) > 0.95:
                continue
            tall = (3 + 34 * near) * rng.uniform(0.7, 1.15)
            for _ in range(1 + int(4 * near)):
                tip = x + rng.uniform(-0.4, 0.4) * tall
                green = mixed((74, 104, 54), (146, 166, 84), rng.random() * (1 - near * 0.4))
                draw.line((x, y, tip, y - tall), fill=(*green, 235), width=1 + int(2.2 * near))
        y += 3 + 20 * near
    canvas.paste(plants, (0, 0), plants.filter(ImageFilter.GaussianBlur(0.5)))
    dykes = Image.new("L", SIZE)
    lines = ImageDraw.Draw(dykes)
    for y0, bend in ((612, 4), (640, -6), (690, 9), (775, -14)):
        near = (y0 - top) / (HEIGHT - top)
        points = [(x, y0 + bend * sin(x / 260 + y0) + bend * 0.4 * sin(x / 71)) for x in range(-20, WIDTH + 40, 20)]
        lines.line(points, fill=255, width=3 + int(13 * near))
    for start, end in ((960, 250), (1215, 1420)):
        left, right = [], []
        for step in range(41):
            at = step / 40
            x = start + (end - start) * at + sin(at * 7 + start) * 26 * at
            left.append((x - 1.5 - 15 * at, top + (HEIGHT - top) * at))
            right.append((x + 1.5 + 15 * at, top + (HEIGHT - top) * at))
        lines.polygon([*left, *right[::-1]], fill=255)
    earth = ImageChops.multiply(
        sky(SIZE, [(0, (110, 100, 66)), (0.58, (126, 122, 76)), (1, (84, 96, 50))]),
        Image.merge(
            "RGB", (clouds(SIZE, rng, across=120, down=90, octaves=2).point(lambda v: 150 + v * 105 // 255),) * 3
        ),
    )
    canvas.paste(earth, mask=dykes.filter(ImageFilter.GaussianBlur(1.4)))
    path = Image.new("L", SIZE)
    for k in range(120):
        at = rng.random() ** 1.4
        y1 = top + at * 330
        x1 = sun[0] + rng.gauss(0, 12 + 120 * at)
        wide = 3 + 26 * at
        ImageDraw.Draw(path).ellipse((x1 - wide, y1 - 1, x1 + wide, y1 + 1), fill=150 - k % 60)
    return lit(canvas, path.filter(ImageFilter.GaussianBlur(1.6)), (255, 224, 168), 0.8)


def _workers(canvas: Image.Image, rng: Random) -> None:
    """Put people in conical hats, bent over the rice."""
    for x, y, tall in (
        (520, 706, 66),
        (604, 712, 70),
        (706, 700, 64),
        (865, 742, 86),
        (1010, 655, 42),
        (1054, 652, 40),
        (330, 672, 48),
    ):
        scale = 6
        size = tall * scale
        figure = Image.new("RGBA", (size * 2, size), (0, 0, 0, 0))
        draw = ImageDraw.Draw(figure)
        way = rng.choice((-1, 1))
        middle = size
        coat = rng.choice([(70, 54, 66), (52, 62, 84), (88, 60, 52), (46, 58, 56)])
        hip, head = (middle, size * 0.5), (middle + way * size * 0.42, size * 0.34)
        draw.line((middle - size * 0.07, size, *hip), fill=(40, 38, 42), width=int(size * 0.12))
        draw.line((middle + size * 0.08, size, *hip), fill=(34, 32, 38), width=int(size * 0.12))
        draw.line((*hip, head[0] - way * size * 0.1, head[1] + size * 0.06), fill=coat, width=int(size * 0.24))
        draw.ellipse(
            (hip[0] - size * 0.13, hip[1] - size * 0.13, hip[0] + size * 0.13, hip[1] + size * 0.13), fill=coat
        )
        draw.line(
            (head[0] - way * size * 0.12, head[1] + size * 0.12, head[0] + way * size * 0.06, size * 0.86),
            fill=coat,
            width=int(size * 0.075),
        )
        draw.ellipse(
            (head[0] - size * 0.08, head[1] - size * 0.02, head[0] + size * 0.08, head[1] + size * 0.15),
            fill=(132, 96, 76),
        )
        peak = (head[0] + way * size * 0.1, head[1] - size * 0.17)
        brim = [(head[0] - size * 0.25, head[1] + size * 0.02), (head[0] + size * 0.25, head[1] + size * 0.1 * way)]
        draw.polygon([peak, *brim], fill=(214, 190, 142))
        draw.polygon(
            [peak, brim[0], ((brim[0][0] + brim[1][0]) / 2, (brim[0][1] + brim[1][1]) / 2)], fill=(160, 136, 98)
        )
        small = figure.filter(ImageFilter.GaussianBlur(size * 0.008)).resize(
            (tall * 2, tall), Image.Resampling.LANCZOS
        )
        mirror = small.transpose(Image.Transpose.FLIP_TOP_BOTTOM).filter(ImageFilter.GaussianBlur(1.6))
        faint = mirror.getchannel("A").point(lambda value: value * 0.38)
        canvas.paste(mirror.convert("RGB"), (x - tall, y - 3), faint)
        canvas.paste(small, (x - tall, y - tall), small)


def _grass(canvas: Image.Image, rng: Random) -> Image.Image:
    """Let some blades stand before the lens, out of focus."""
    layer = Image.new("RGBA", SIZE, (40, 52, 26, 0))
    draw = ImageDraw.Draw(layer)
    for _ in range(170):
        x = rng.choice([rng.gauss(120, 170), rng.gauss(1500, 150)])
        tall = rng.uniform(90, 300)
        bend = rng.uniform(-70, 70)
        colour = (*mixed((34, 46, 22), (96, 112, 48), rng.random()), 255)
        points = [(x + bend * (t / 8) ** 2, HEIGHT + 10 - tall * t / 8) for t in range(9)]
        draw.line(points, fill=colour, width=rng.randint(3, 9))
    return Image.alpha_composite(canvas.convert("RGBA"), layer.filter(ImageFilter.GaussianBlur(7))).convert("RGB")


def training() -> Image.Image:
    """Return a training class: window light, a screen, people at their tables."""
    rng = Random(18)
    canvas = sky(SIZE, [(0, (206, 202, 190)), (0.5, (222, 214, 196)), (0.62, (190, 178, 158)), (1, (84, 70, 58))])
    draw = ImageDraw.Draw(canvas)
    draw.polygon([(0, -80), (430, 110), (430, 566), (0, 900)], fill=(196, 190, 176))
    draw.polygon([(0, -80), (430, 110), (WIDTH, 110), (WIDTH, 0), (0, 0)], fill=(232, 228, 218))
    for k in range(3):
        at, to = 0.04 + k * 0.33, 0.04 + k * 0.33 + 0.24
        x0, x1 = 430 * at, 430 * to
        pane = [(x0, 10 + 180 * at), (x1, 10 + 180 * to), (x1, 640 - 190 * to), (x0, 640 - 190 * at)]
        draw.polygon(pane, fill=(246, 250, 250))
        for part in (0.33, 0.66):
            x = x0 + (x1 - x0) * part
            draw.line((x, 10 + 180 * at, x, 640 - 190 * at), fill=(150, 142, 128), width=4)
        draw.line((x0, 240 - 30 * at, x1, 240 - 30 * to), fill=(150, 142, 128), width=4)
        draw.line([*pane, pane[0]], fill=(120, 110, 96), width=7)
    canvas = canvas.filter(ImageFilter.GaussianBlur(2.2))
    _front_wall(canvas, rng)
    canvas = canvas.filter(ImageFilter.GaussianBlur(1.9))
    for x, y, r in ((90, 280, 330), (230, 290, 250), (350, 300, 190)):
        canvas = glow(canvas, (x, y), r, (236, 246, 255), 0.6)
    _tables(canvas, rng)
    canvas = glow(canvas, (160, 420), 760, (240, 244, 255), 0.3)
    return photographed(ImageEnhance.Contrast(canvas).enhance(1.05), rng)


def _front_wall(canvas: Image.Image, rng: Random) -> None:
    draw = ImageDraw.Draw(canvas)
    canvas.paste(sky((470, 292), [(0, (250, 252, 255)), (1, (228, 236, 246))]), (640, 168))
    draw.rectangle((634, 160, 1116, 168), fill=(70, 68, 66))
    draw.rectangle((640, 168, 1110, 214), fill=(158, 32, 30))
    font, small = ImageFont.truetype(str(FONT), 25), ImageFont.truetype(str(FONT), 21)
    draw.text((875, 191), "TẬP HUẤN NGHIỆP VỤ TUYÊN GIÁO", font=font, fill=(255, 244, 220), anchor="mm")
    for k, line in enumerate(
        ("1. Nắm tình hình tư tưởng", "2. Tuyên truyền miệng", "3. Viết tin, bài", "4. Thông tin trên mạng")
    ):
        draw.text((676, 254 + k * 46), line, font=small, fill=(52, 62, 88))
    draw.rectangle((960, 330, 1084, 436), fill=(206, 218, 232))
    for k, tall in enumerate((38, 62, 84)):
        draw.rectangle((974 + k * 36, 430 - tall, 998 + k * 36, 430), fill=(176, 60, 52))
    draw.rectangle((1180, 190, 1500, 420), fill=(54, 84, 70))
    draw.rectangle((1180, 190, 1500, 420), outline=(150, 112, 74), width=9)
    canvas.paste(
        clouds((302, 212), rng, across=3, down=2, octaves=2)
        .point(lambda v: 60 + v // 8)
        .convert("RGB")
        .point([*(v * 0.7 for v in range(256)), *range(256), *(v * 0.85 for v in range(256))]),
        (1189, 199),
    )
    put(canvas, facing(176, rng, (78, 92, 120), light=0.95), (1282, 540))
    canvas.paste(sky((170, 86), [(0, (168, 116, 74)), (1, (108, 70, 44))]), (1196, 486))
    draw.rectangle((1186, 478, 1376, 490), fill=(188, 136, 92))


def _tables(canvas: Image.Image, rng: Random) -> None:
    """Set tables and those who sit at them, far to near."""
    light = (232, 240, 255)
    for foot, height, blur, dim in (
        (650, 116, 0.5, 0.86),
        (724, 156, 0.8, 0.8),
        (822, 216, 1.6, 0.74),
        (966, 316, 4.0, 0.64),
        (1170, 470, 10.0, 0.52),
    ):
        top = foot - int(height * 0.42)
        table = sky(
            (WIDTH, int(height * 0.5)),
            [(0, (214, 186, 150)), (0.22, (196, 160, 122)), (0.26, (128, 92, 64)), (1, (84, 60, 44))],
        )
        desk = table.convert("RGBA")
        if blur > 1:
            desk = desk.filter(ImageFilter.GaussianBlur(blur * 0.6))
        canvas.paste(desk, (0, top), desk)
        draw = ImageDraw.Draw(canvas)
        for k in range(int(WIDTH / height * 1.3)):
            x, wide = k * height * 0.8 + rng.uniform(-0.1, 0.1) * height, height * 0.24
            draw.polygon(
                [
                    (x, top + 3),
                    (x + wide, top + 2),
                    (x + wide * 1.16, top + height * 0.1),
                    (x + wide * 0.1, top + height * 0.1),
                ],
                fill=(244, 244, 240),
            )
            if height < 200 and rng.random() < 0.5:
                bottle = x + wide * 1.5
                draw.rounded_rectangle(
                    (bottle, top - height * 0.16, bottle + height * 0.06, top + height * 0.06),
                    4,
                    fill=(190, 208, 220),
                )
        audience(canvas, rng, [(foot + int(height * 0.16), height, blur, dim)], light)


def main() -> None:
    """Draw all three."""
    saved(meeting(), "anh-1.jpg")
    saved(dawn(), "anh-2.jpg")
    saved(training(), "anh-3.jpg")


if __name__ == "__main__":
    main()
