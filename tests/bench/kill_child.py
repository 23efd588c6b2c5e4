"""A desk to be killed: saves and typing without pause, every commit told on stdout. `kill_child.py FILE SEED`

Lines: `save ID VERSION SHA256`, `draft UID LETTERS`, `begun`; a line is written only after its commit.
"""

from __future__ import annotations

import sys
import time
import uuid
from dataclasses import replace
from pathlib import Path
from random import Random

from desk.acts.rules import Act
from desk.articles import drafts, workflow, writing
from desk.database import store
from desk.text.blocks import ArticleText, Paragraph, Run, new_id, normal, sha256, to_json

WHO = 2  # the writer of tests.conftest's desk and of the bench's


def main(path: Path, seed: int) -> None:
    """Work as an office does, until killed."""
    random = Random(seed)
    store.open_file(path)
    tell("begun")
    while True:
        uid = uuid.UUID(int=random.getrandbits(128)).hex
        article_id, version = write(random, uid)
        for _ in range(random.randint(0, 4)):
            version = save(random, article_id, version)
        if random.random() < 0.3:
            workflow.move(WHO, Act.SUBMIT, article_id, version)


def write(random: Random, uid: str) -> tuple[int, int]:
    """Type an article, kept as a draft while it grows, and create it."""
    typed = ""
    for _ in range(random.randint(1, 6)):
        typed += f"Đồng chí số {random.randrange(1000)} phát biểu tại hội nghị. " * random.randint(1, 20)
        drafts.keep(WHO, uid, None, 0, 1, text_of(typed))
        tell("draft", uid, len(typed.strip()))
        time.sleep(random.random() * 0.003)
    text = normal(text_of(typed))
    made = writing.create(WHO, uid, text, 1)
    (article_id,) = made.articles
    tell("save", article_id, made.version, sha256(to_json(text)))
    return article_id, made.version


def save(random: Random, article_id: int, version: int) -> int:
    """Save another revision."""
    typed = f"Sửa lần {version}: " + "chỉ đạo, hướng dẫn cơ sở. " * random.randint(5, 200)
    text = normal(replace(text_of(typed), title=f"Bài {article_id}"))
    made = writing.save(WHO, article_id, version, text, 1)
    tell("save", article_id, made.version, sha256(to_json(text)))
    return made.version


def text_of(typed: str) -> ArticleText:
    return ArticleText("Bài đang gõ", "", "Văn phòng", None, (Paragraph(new_id(), (Run(typed.strip()),)),))


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
