"""Messages of e-mail."""

from __future__ import annotations

from email.message import EmailMessage

from tests.intake.made import document, reason


def message(text: str = "The talks failed.", html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "Ann Lee <lee@daily.example>", "Café talks"
    made["Date"], made["Message-ID"] = "Tue, 23 Aug 2016 01:30:00 +0330", "<1@daily.example>"
    if text:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html") if text else made.set_content(html, subtype="html")
    return made


def test_a_message_is_a_document_with_its_subject_as_title() -> None:
    found = document("a.eml", bytes(message(html="<p>Not this.</p>")))
    assert found.text == "Café talks\n\nThe talks failed."
    assert (found.id, found.published) == ("1@daily.example", "2016-08-22T22:00:00Z")
    assert found.meta["published_from"] == "Date of the message"
    assert found.meta["author"] == "Ann Lee <lee@daily.example>"


def test_a_message_of_html_alone_is_read_without_its_tags() -> None:
    found = document("a.eml", bytes(message("", "<p>The talks</p><p>failed.</p>")))
    assert found.text == "Café talks\n\nThe talks\nfailed."
    assert "HTML part" in found.meta["text_from"]


def test_attachments_are_named_and_not_read() -> None:
    made = message()
    made.add_attachment("secret", filename="notes.txt")
    found = document("a.eml", bytes(made))
    assert found.meta["attachments"] == ["notes.txt"]
    assert "secret" not in found.text


def test_a_wrong_charset_does_no_harm() -> None:
    data = b"Subject: Talks\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nThey fail.\r\n"
    assert document("a.eml", data).text == "Talks\n\nThey fail."


def test_what_is_no_message_is_named() -> None:
    assert "no header" in reason("a.eml", b"\r\nTalks fail.")
    assert "no part that is text" in reason("a.eml", b"Subject: x\r\nContent-Type: image/png\r\n\r\nx")
