"""A letter with the Word files of articles, not sent yet: a mail program opens it as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

from desk.circulation.outgoing import OutgoingArticle

_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
_LONG = 80  # letters of a title that a subject names


def letter(articles: Sequence[OutgoingArticle], files: Sequence[bytes], sender: str) -> bytes:
    """Return a letter as an .eml file; `files` are the articles' Word files, `sender` signs it."""
    made = EmailMessage(policy=SMTP)
    made["Subject"] = subject(articles)
    made["X-Unsent"] = "1"
    made.set_content(_words(articles, sender))
    for one, data in zip(articles, files, strict=True):
        made.add_attachment(data, maintype=_WORD[0], subtype=_WORD[1], filename=f"{one.file_stem}.docx")
    return made.as_bytes()


def subject(articles: Sequence[OutgoingArticle]) -> str:
    """Return the subject: the title and code of one article, or how many there are."""
    if len(articles) == 1:
        title = " ".join(articles[0].text.title.split())
        short = title if len(title) <= _LONG else title[: _LONG - 1].rsplit(" ", 1)[0] + "…"
        return f"Xin ý kiến bài: {short} [{articles[0].code}]"
    return f"Xin ý kiến {len(articles)} bài"


def _words(articles: Sequence[OutgoingArticle], sender: str) -> str:
    named = "\n".join(
        f"– {' '.join(one.text.title.split())} (phiên bản {one.stamp.revision}, mã {one.code})"
        for one in articles
    )
    return (
        "Kính gửi đồng chí,\n\n"
        f"Xin gửi đồng chí xem và cho ý kiến:\n{named}\n\n"
        "Đồng chí sửa thẳng vào tệp Word đính kèm rồi gửi lại; bàn biên tập sẽ nhận từng chỗ sửa.\n\n"
        f"Trân trọng,\n{sender}\n"
    )
