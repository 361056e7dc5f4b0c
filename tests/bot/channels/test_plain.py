"""Replies as plain messages: everything said, links written out, parts that end well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.plain import messages
from bot.text import units
from handlers.chat.reply import Choice, Document, GeoPoint, Outcome, Paragraph, Reply, Role, Run
from locales import translator

VI, EN = translator("vi"), translator("en")


def reply(*paragraphs: Paragraph, choices: int = 0) -> Reply:
    offered = tuple(Choice(f"Choice {number}", f"p{number}") for number in range(1, choices + 1))
    return Reply(Outcome.ANSWER, paragraphs, offered)


def paragraph(text: str, role: Role = Role.BODY, url: str | None = None) -> Paragraph:
    return Paragraph((Run(text, url=url),), role)


def test_the_address_of_a_link_stands_after_its_words() -> None:
    told = reply(
        paragraph("Postmart", Role.ITEM, "https://postmart.vn/p/1"),
        paragraph("tracholon.vn", url="https://www.tracholon.vn/"),
        paragraph("congthuong.vn", Role.NOTE, "https://congthuong.vn/very/long"),
    )
    assert messages(told, VI, limit=2000) == (
        "• Postmart (https://postmart.vn/p/1)\n\ntracholon.vn\n\ncongthuong.vn",
    )


def test_choices_are_numbered_and_say_how_to_choose() -> None:
    assert messages(reply(paragraph("A"), choices=3), EN, limit=2000)[0].splitlines() == [
        "A",
        "",
        "1. Choice 1",
        "2. Choice 2",
        "3. Choice 3",
        "Reply with a number from 1 to 3.",
    ]
    assert messages(reply(paragraph("A"), choices=1), VI, limit=2000)[0].endswith(
        "1. Choice 1\nTrả lời 1 để chọn."
    )


def test_a_place_is_a_map_and_a_file_is_its_text() -> None:
    told = Reply(
        Outcome.ANSWER,
        (paragraph("A"),),
        point=GeoPoint(21.0285, 105.8542, "Hồ Gươm"),
        document=Document("kept.json", b'{"saved": []}', "application/json"),
    )
    text = messages(told, EN, limit=2000)[0]
    assert "https://www.google.com/maps/search/?api=1&query=21.02850,105.85420" in text
    assert '{"saved": []}' in text


def test_parts_end_at_paragraph_ends_and_choices_stay_together() -> None:
    told = reply(*(paragraph(f"{letter} " * 30) for letter in "abcdef"), choices=4)
    parts = messages(told, EN, limit=150)
    assert len(parts) > 3
    assert all(len(part) <= 150 for part in parts)
    assert parts[-1].splitlines()[-5:] == [
        *(f"{number}. Choice {number}" for number in range(1, 5)),
        "Reply with a number from 1 to 4.",
    ]
    for part in parts[:-1]:
        assert len(set(part.split())) <= 2


@pytest.mark.parametrize("end", [". ", "! ", "? "])
def test_a_paragraph_too_long_for_one_message_is_cut_at_a_sentence(end: str) -> None:
    sentence = "Chè Thái Nguyên rất thơm" + end
    parts = messages(reply(paragraph(sentence * 40)), VI, limit=200)
    assert len(parts) > 1
    assert all(part.endswith(end.strip()) for part in parts)


def test_an_empty_reply_is_still_a_message() -> None:
    assert messages(reply(), VI, limit=2000) == ("…",)
    assert messages(reply(paragraph("  \n ")), VI, limit=2000) == ("…",)


@given(
    texts=st.lists(st.text(max_size=300), max_size=6),
    limit=st.integers(min_value=64, max_value=400),
    choices=st.integers(min_value=0, max_value=5),
)
def test_nothing_is_over_the_limit_and_no_word_is_lost(
    texts: list[str], limit: int, choices: int
) -> None:
    told = reply(*(paragraph(text) for text in texts), choices=choices)
    parts = messages(told, EN, limit=limit)
    assert parts
    assert all(part.strip() and units(part) <= limit for part in parts)
    shown = "".join("".join(parts).split())
    for text in texts:
        for letter in "".join(text.split()):
            if letter.isalnum():
                assert letter in shown
