"""Replies become Telegram messages that Telegram takes, whatever is in them."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.telegram.rendering import ACTION_LIMIT, Rendered, render
from handlers.chat.reply import Choice, Outcome, Paragraph, Reply, Role, Run, Style
from tests.end_to_end.bot_api_rules import checked, html_text
from tests.end_to_end.bot_api_types import TEXT_LIMIT

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
runs = st.builds(Run, anything, st.sampled_from(Style), st.none() | anything)
paragraphs = st.builds(Paragraph, st.lists(runs, max_size=4).map(tuple), st.sampled_from(Role))
choices = st.builds(Choice, anything, st.text("abc~-", max_size=80))
replies = st.builds(
    Reply,
    st.just(Outcome.ANSWER),
    st.lists(paragraphs, max_size=12).map(tuple),
    st.lists(choices, max_size=4).map(tuple),
)


def reply(*paragraphs: Paragraph, choices: tuple[Choice, ...] = ()) -> Reply:
    return Reply(Outcome.ANSWER, paragraphs, choices)


def words(text: str) -> list[str]:
    return unescape(re.sub("<[^>]*>", "", text)).split()


def rows(rendered: Rendered) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    if rendered.keyboard is None:
        return ()
    assert isinstance(rendered.keyboard, InlineKeyboardMarkup)
    return rendered.keyboard.inline_keyboard


@given(replies, st.sampled_from([TEXT_LIMIT, 200]))
def test_every_reply_is_taken(given_reply: Reply, limit: int) -> None:
    rendered = render(given_reply, limit=limit)
    assert rendered.texts
    for text in rendered.texts:
        assert len(text.encode("utf-16-le")) // 2 <= TEXT_LIMIT
        checked("sendMessage", {"chat_id": 1, "text": text, "parse_mode": "HTML"})
    for row in rows(rendered):
        for button in row:
            assert isinstance(button.callback_data, str)
            assert 1 <= len(button.callback_data.encode()) <= ACTION_LIMIT
            assert button.text.strip()


@given(st.lists(st.text("aàư<&>\"'😀. \n", min_size=1, max_size=700), min_size=1, max_size=8))
def test_cutting_loses_no_word(texts: list[str]) -> None:
    given_reply = reply(*(Paragraph((Run(text, Style.STRONG),)) for text in texts))
    rendered = render(given_reply, limit=300)
    assert all(len(text.encode("utf-16-le")) // 2 <= 300 for text in rendered.texts)
    shown = "".join(word for text in rendered.texts for word in words(text))
    assert shown.replace("…", "") == "".join("".join(texts).split())


def test_markup_in_the_words_is_shown_as_words() -> None:
    rendered = render(reply(Paragraph((Run('<b>1 & 2</b> <a href="x">'),))))
    assert rendered.texts == ('&lt;b&gt;1 &amp; 2&lt;/b&gt; &lt;a href="x"&gt;',)
    assert html_text(rendered.texts[0])


def test_roles_and_styles_stand_out() -> None:
    rendered = render(
        reply(
            Paragraph((Run("Trà hoa vàng"),), Role.TITLE),
            Paragraph((Run("Mua ở "), Run("Postmart", url="https://postmart.vn/?a=1&b=2"))),
            Paragraph((Run("5 sao", Style.STRONG),), Role.ITEM),
            Paragraph((Run("Nguồn: báo"),), Role.NOTE),
        )
    )
    assert rendered.texts == (
        "<b>Trà hoa vàng</b>\n\n"
        'Mua ở <a href="https://postmart.vn/?a=1&amp;b=2">Postmart</a>\n\n'
        "• <b>5 sao</b>\n\n"
        "<i>Nguồn: báo</i>",
    )


def test_only_web_addresses_become_links() -> None:
    rendered = render(reply(Paragraph((Run("đây", url="javascript:alert(1)"),))))
    assert rendered.texts == ("đây",)


def test_long_texts_are_cut_at_the_end_of_a_sentence() -> None:
    sentence = "Sản phẩm này được năm sao. "
    rendered = render(reply(Paragraph((Run(sentence * 400),))))
    assert len(rendered.texts) == 3
    assert all(text.rstrip().endswith(".") for text in rendered.texts)


def test_a_list_is_cut_between_its_entries() -> None:
    entries = [Paragraph((Run(f"{number:04} " + "x" * 90),), Role.ITEM) for number in range(100)]
    rendered = render(reply(*entries))
    assert len(rendered.texts) > 1
    assert all(line.startswith("• 0") for text in rendered.texts for line in text.splitlines())


def test_the_buttons_are_under_the_last_message() -> None:
    rendered = render(
        reply(
            Paragraph((Run("ă" * 5000),)),
            choices=(Choice("Liên hệ", "ctra"), Choice("x" * 99, "h")),
        )
    )
    labels = [row[0].text for row in rows(rendered)]
    assert labels[0] == "Liên hệ"
    assert labels[1].endswith("…")
    assert len(labels[1]) == 60
