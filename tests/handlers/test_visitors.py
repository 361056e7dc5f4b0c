"""What visitors who write English ask beside the goods: what they cannot eat, what went wrong with
what they bought."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import Category
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


def kinds_listed(talk: Talk, codes: tuple[str, ...]) -> set[str]:
    """The kinds of some products, narrower and wider."""
    catalogue = talk.knowledge.catalogue
    return {kind for code in codes for kind in catalogue.products[code].kinds}


@pytest.mark.parametrize(
    "typed",
    [
        "my wife is alergic to peanuts",
        "i have a nut allergy",
        "does it contain milk",
        "is it spicy",
        "something not sweet",
        "tôi bị dị ứng đậu phộng",
    ],
)
def test_what_somebody_cannot_eat_is_no_list_asked_for(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert not turn.answer.products


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("peanut free candy", "lac"),
        ("my daughter has a nut allergy, cakes from hai duong?", "hat"),
        ("snacks from hanoi, no pork please", "thit-lon"),
        ("i am allergic to shellfish what can i buy in nha trang", "hai-san"),
        ("something not sweet from hoi an", "keo"),
        ("drinks without alcohol from can tho", "ruou"),
    ],
)
def test_a_list_leaves_out_what_somebody_cannot_eat(talk: Talk, typed: str, left_out: str) -> None:
    turn = talk.say(typed)
    assert turn.answer.products
    assert left_out in turn.question.without.kinds
    assert left_out not in kinds_listed(talk, turn.answer.products)


def test_the_caution_stands_under_such_a_list(talk: Talk) -> None:
    assert "what is in them" in talk.say("peanut free candy").reply.text


def test_an_allergy_told_first_holds_for_the_list_that_follows(talk: Talk) -> None:
    question = talk.say("i am allergic to peanuts", "what can i buy in hue", "and da nang").question
    assert question.without.kinds == ("lac",)


@pytest.mark.parametrize(
    "typed",
    [
        "is there gluten in ST25 rice",
        "is Phương Di honey good for diabetics",
    ],
)
def test_the_caution_comes_before_the_card(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.answer.products
    assert turn.reply.text.startswith(("I know products by name", "I cannot say what is good"))


def test_what_may_be_in_candy_is_not_listed_beside_it(talk: Talk) -> None:
    assert talk.say("does kẹo dừa contain milk").question.kinds == ("keo-dua",)
    assert talk.say("is there peanut in the sesame candy").question.kinds == ("me-xung",)


@pytest.mark.parametrize(
    "typed",
    [
        "the honey I bought was fake",
        "jar arrived broken",
        "i bought tea and it has mold inside",
        "my order never came",
        "i was overcharged in a ocop shop",
        "they sent me the wrong coffee",
    ],
)
def test_a_complaint_of_goods_is_told_whom_to_turn_to(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert turn.reply.text.startswith("I am sorry about that.")


@pytest.mark.parametrize(
    "said",
    [
        ("what to buy in hoi an", "no nuts"),
        ("ben tre souvenirs", "no coconut"),
        ("mật ong Hà Giang", "no mint please"),
        ("kẹo dừa", "thats wrong"),
    ],
)
def test_english_is_answered_in_english(talk: Talk, said: tuple[str, ...]) -> None:
    assert talk.say(*said).language == "en"


@pytest.mark.parametrize("typed", ["no ngon k", "shop o hcm", "banh pia", "bit cho nao ban ko"])
def test_vietnamese_without_marks_is_no_english(talk: Talk, typed: str) -> None:
    assert talk.say(typed).language == "vi"


def test_of_the_kind_shown_others_are_left_when_something_is_not_wanted(talk: Talk) -> None:
    question = talk.say("sesame candy hue", "no peanuts").question
    assert question.kinds == ("me-xung",)
    assert question.without.kinds == ("lac",)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("sour sausage", "nem-chua"),
        ("anchovy sauce", "nuoc-mam"),
        ("sticky rice cakes", "banh-nep"),
        ("cofee arabika", "ca-phe-arabica"),
        ("fish balls", "cha-ca"),
        ("bamboo baskets", "gio"),
        ("coffee powder", "ca-phe-bot"),
        ("lobsters", "tom-hum"),
        ("persimmon dried", "hong-say"),
        ("spirits", "ruou"),
        ("alcoholic drinks", "ruou"),
    ],
)
def test_goods_are_found_by_the_names_visitors_give_them(talk: Talk, typed: str, kind: str) -> None:
    assert talk.say(typed).question.kinds == (kind,)


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("how do I save a product", Intent.SAVED),
        ("are you a robot or a human", Intent.HELP),
        ("can i send you a photo of the label", Intent.HELP),
        ("closest ocop shop", Intent.NEARBY),
        ("can I send you my location", Intent.NEARBY),
        ("thx bro", Intent.THANKS),
        ("why 5 stars", Intent.PROGRAMME),
        ("how are the products judged", Intent.PROGRAMME),
        ("what are the rules", Intent.PROGRAMME),
        ("how to get 5 stars", Intent.PROGRAMME),
        ("how do I read the label", Intent.PROGRAMME),
    ],
)
def test_visitors_are_understood_in_their_own_words(talk: Talk, typed: str, intent: Intent) -> None:
    turn = talk.say(typed)
    assert turn.question.intent is intent
    assert turn.language == "en"


@pytest.mark.parametrize(
    "typed",
    ["why vietnamese? i dont understand", "please no vietnamese", "i can't read vietnamese"],
)
def test_who_does_not_read_vietnamese_is_answered_in_english(talk: Talk, typed: str) -> None:
    assert talk.say("mật ong", typed, "mấy sao").language == "en"


@pytest.mark.parametrize(
    "typed", ["is it allowed to bring honey to australia", "can I bring fish sauce to the US"]
)
def test_the_rules_of_customs_are_not_known(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert "customs" in turn.reply.text


@pytest.mark.parametrize("typed", ["can i order here", "do you sell", "can i pay by card"])
def test_visitors_are_told_that_nothing_is_sold_here(talk: Talk, typed: str) -> None:
    assert talk.say(typed).reply.text.startswith("I neither sell nor deliver anything")


@pytest.mark.parametrize(
    ("typed", "kinds", "places"),
    [
        ("something small and light from ha giang for my colleagues", (), ["Hà Giang"]),
        ("i want to buy brocade from hmong women", ("tho-cam",), []),
        ("we want to buy 1 container of coconut products", ("dua-trai",), []),
        ("tea under 5 usd", ("tra",), []),
        ("near my hotel in hoi an", (), ["Hội An"]),
        ("gift for boss from da lat", (), ["Đà Lạt"]),
    ],
)
def test_what_is_told_around_a_wish_hides_no_goods(
    talk: Talk, typed: str, kinds: tuple[str, ...], places: list[str]
) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.ANSWER
    assert (turn.question.kinds, talk.places(turn)) == (kinds, places)


def test_organic_tea_of_some_stars_is_a_list(talk: Talk) -> None:
    turn = talk.say("organic tea with 5 stars")
    products = talk.knowledge.catalogue.products
    assert {products[code].stars for code in turn.answer.products} == {5}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (("coffee dak lak", "organic?"), "ca-phe"),
        (("cinnamon", "in europe"), "que"),
        (("nem chua", "where from"), "nem-chua"),
    ],
)
def test_a_word_asked_on_keeps_what_was_shown(talk: Talk, said: tuple[str, ...], kind: str) -> None:
    assert talk.say(*said).question.kinds == (kind,)


def test_cheapest_names_no_market(talk: Talk) -> None:
    assert talk.say("trà thái nguyên", "rẻ nhất").question.market is None


@pytest.mark.parametrize("typed", ["where can i buy 5 star fish sauce", "mua nước mắm 5 sao ở đâu"])
def test_who_buys_goods_of_some_stars_is_shown_no_others(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    products = talk.knowledge.catalogue.products
    assert len(turn.answer.products) > 1
    assert {products[code].stars for code in turn.answer.products} == {5}


@pytest.mark.parametrize(
    ("typed", "place"),
    [("tea cooperative in ha giang", "Hà Giang"), ("weaving cooperative near sapa", "Sa Pa")],
)
def test_a_cooperative_of_a_kind_in_a_place_is_any_there(
    talk: Talk, typed: str, place: str
) -> None:
    turn = talk.say(typed)
    assert talk.places(turn) == [place]
    assert not turn.question.producers


@pytest.mark.parametrize(
    ("typed", "kind", "not_known"),
    [("ginger coffee", "ca-phe", "ginger coffee"), ("tea coffee", "tra", "")],
)
def test_in_english_what_it_is_comes_last(
    talk: Talk, typed: str, kind: str, not_known: str
) -> None:
    question = talk.say(typed).question
    assert (question.kinds[0], question.not_known) == (kind, not_known)


def test_crafts_of_a_place_are_no_tea(talk: Talk) -> None:
    assert talk.say("show me handicrafts from hanoi").question.category is Category.HANDICRAFT
    assert talk.say("best local food in hue").question.category is Category.FOOD


@pytest.mark.parametrize("typed", ["베트남 커피", "オコップとは何ですか"])
def test_other_scripts_are_answered_in_english(talk: Talk, typed: str) -> None:
    assert talk.say(typed).language == "en"


def test_of_the_shops_listed_what_is_known_of_their_goods_is_told(talk: Talk) -> None:
    turn = talk.say("ocop shops in da lat", "what do they sell")
    assert turn.question.intent is Intent.OUTLETS
    assert talk.places(turn) == ["Đà Lạt"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("what can i buy in district 1", "1"),
        ("souvenirs from hanoi old quarter", "Hoàn Kiếm"),
        ("perfume pagoda souvenirs", "Mỹ Đức"),
    ],
)
def test_places_have_the_names_visitors_give_them(talk: Talk, typed: str, place: str) -> None:
    assert place in talk.places(talk.say(typed))


@pytest.mark.parametrize("typed", ["under 10$", "budget 20 usd"])
def test_a_sum_after_a_list_is_no_unknown_name(talk: Talk, typed: str) -> None:
    turn = talk.say("what to buy in hoi an", typed)
    assert turn.reply.outcome is Outcome.TALK
    assert "I know no prices" in turn.reply.text


def test_where_most_of_a_kind_is_made_ranks_the_provinces(talk: Talk) -> None:
    assert talk.say("where is cashew mostly produced").question.intent is Intent.STATISTICS


def test_an_airport_is_no_rule_of_the_programme(talk: Talk) -> None:
    assert talk.say("da nang airport ocop").question.intent is Intent.WHERE_TO_BUY


def test_goods_from_a_place_in_short_forms_are_listed(talk: Talk) -> None:
    turn = talk.say("wat is the bst honey frm ha giang")
    assert turn.question.intent is Intent.SPECIALITIES
    assert talk.places(turn) == ["Hà Giang"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("I'll be back in Vietnam in May, what should I buy in Soc Trang", "Sóc Trăng"),
        ("I want to go back to Hue, what should I eat there", "Huế"),
    ],
)
def test_back_is_no_part_of_a_place(talk: Talk, typed: str, place: str) -> None:
    assert [each.name for each in talk.say(typed).question.places] == [place]
