"""The tables of words in knowledge/data: well-formed, consistent, and harmless to real names."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

import pytest

import knowledge
from knowledge.facts import Category, ProgrammeTopic
from knowledge.sellers import SellerKind
from knowledge.understanding.asked.leanings import LEANINGS
from knowledge.understanding.asked.learning import digest_of, lessons
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary import senses
from knowledge.understanding.vocabulary.tables import FAMILY, WITH_PATTERNS, rows_of

DATA = Path(knowledge.__file__).parent / "data"

TABLES = {
    "vocabulary/kinds.csv": "key name_vi name_en also_vi also_en parent category",
    "vocabulary/synonyms.csv": "form stands_for kind note",
    "vocabulary/short_forms.csv": "form stands_for language",
    "vocabulary/fillers.csv": "phrase language",
    "vocabulary/foreign.csv": "phrase language kind",
    "vocabulary/off_topic.csv": "phrase language topic",
    "vocabulary/cues.csv": "sense language weight phrase",
    "vocabulary/phrasings.csv": "sense language phrase",
    "vocabulary/slots.csv": "slot language phrase",
    "vocabulary/everyday_words.csv": "word language",
    "vocabulary/sellers.csv": "key name kind forms place",
    "places/regions.csv": "key name_vi name_en also former_provinces",
    "places/everyday_names.csv": "name place weight note",
}

# What makes a row of each table the same row as another.
IDENTITY = {
    "vocabulary/kinds.csv": ("key",),
    "vocabulary/synonyms.csv": ("form", "stands_for"),
    "vocabulary/short_forms.csv": ("form", "stands_for", "language"),
    "vocabulary/fillers.csv": ("phrase", "language"),
    "vocabulary/foreign.csv": ("phrase",),
    "vocabulary/off_topic.csv": ("phrase",),
    "vocabulary/cues.csv": ("sense", "language", "phrase"),
    "vocabulary/phrasings.csv": ("sense", "language", "phrase"),
    "vocabulary/slots.csv": ("slot", "language", "phrase"),
    "vocabulary/everyday_words.csv": ("word", "language"),
    "vocabulary/sellers.csv": ("key",),
    "places/regions.csv": ("key",),
    "places/everyday_names.csv": ("name", "place"),
}

# Countries that stand in the names of a few products: see the README on how they count.
COUNTRIES_IN_PRODUCT_NAMES = {"Hàn Quốc", "han quoc", "Nhật Bản", "Hà Lan", "Japanese"}


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table, those with patterns written out."""
    name = Path(table).stem
    return list(rows_of(name)) if name in WITH_PATTERNS else rows_as_written(table)


def rows_as_written(table: str) -> list[dict[str, str]]:
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def forms(cell: str) -> list[str]:
    return [form for form in cell.split(";") if form]


def unmarked(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def padded(text: str) -> str:
    """The words of a text between single spaces, so that whole phrases can be looked for."""
    words = re.findall(r"[\w'&/+-]+", text.casefold())
    return f" {' '.join(words)} "


@pytest.mark.parametrize("table", TABLES)
def test_table_is_well_formed(table: str) -> None:
    text = (DATA / table).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    found = rows(table)
    assert found
    for row in found:
        assert [column for column in row if column != FAMILY] == TABLES[table].split(), row
        assert None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row
        assert all(row[column] for column in IDENTITY[table]), row


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    seen: set[tuple[str, ...]] = set()
    for row in rows(table):
        identity = tuple(row[column].casefold() for column in IDENTITY[table])
        assert identity not in seen, identity
        seen.add(identity)


@pytest.mark.parametrize(
    ("table", "column", "allowed"),
    [
        ("short_forms", "language", {"vi", "en"}),
        ("fillers", "language", {"vi", "en"}),
        ("foreign", "language", {"vi", "en"}),
        ("off_topic", "language", {"vi", "en"}),
        ("cues", "language", {"vi", "en"}),
        ("everyday_words", "language", {"vi", "en"}),
        ("foreign", "kind", {"country", "brand", "product"}),
        ("synonyms", "kind", {"regional", "spelling", "loanword", "english", "everyday"}),
        ("kinds", "category", {"", *Category}),
        ("phrasings", "language", {"vi", "en"}),
        ("slots", "language", {"vi", "en"}),
        ("sellers", "kind", {*SellerKind}),
        (
            "phrasings",
            "sense",
            {"maker", *(intent.value for intent in Intent), *LEANINGS},
        ),
    ],
)
def test_column_holds_known_values(table: str, column: str, allowed: set[str]) -> None:
    assert {row[column] for row in rows(f"vocabulary/{table}.csv")} <= allowed


@pytest.mark.parametrize("table", ["synonyms", "short_forms"])
def test_no_form_stands_for_itself(table: str) -> None:
    for row in rows(f"vocabulary/{table}.csv"):
        assert row["stands_for"], row
        assert row["form"].casefold() != row["stands_for"].casefold(), row


def test_conjunctions_are_no_fillers() -> None:
    fillers = {row["phrase"] for row in rows("vocabulary/fillers.csv")}
    assert fillers.isdisjoint({"và", "với", "hoặc", "hay", "hay là", "and", "or", "with"})


class TestCues:
    def test_sense_is_one_that_is_named(self) -> None:
        named = {
            sense
            for name, sense in vars(senses).items()
            if name.isupper() and isinstance(sense, str)
        }
        allowed = {
            *named,
            *(intent.value for intent in Intent),
            *(f"category:{category.value}" for category in Category),
            *(f"topic:{topic.value}" for topic in ProgrammeTopic),
        }
        found = {row["sense"] for row in rows("vocabulary/cues.csv")}
        ordinals = {sense for sense in found if re.fullmatch(r"ordinal:(-1|[1-9])", sense)}
        assert found - ordinals <= allowed

    def test_weight_keeps_the_scale(self) -> None:
        for row in rows("vocabulary/cues.csv"):
            assert 0 <= float(row["weight"]) <= 1.4, row
            assert not (senses.is_aside(row["sense"]) and float(row["weight"])), row

    def test_every_intent_can_be_asked_in_both_languages(self) -> None:
        for language in ("vi", "en"):
            senses = {
                row["sense"] for row in rows("vocabulary/cues.csv") if row["language"] == language
            }
            assert {f"topic:{topic.value}" for topic in ProgrammeTopic} <= senses
            assert {"rating", "where_to_buy", "producer", "contact", "price", "product"} <= senses
            assert {"specialities", "outlets", "statistics", "compare", "help"} <= senses

    def test_lone_word_is_no_frequent_part_of_names(self, real_names: list[str]) -> None:
        names = " ".join(real_names).split()
        asking = {"small", "at", "unit", "and", "or", "org", "sell", "country", "refer_back"}
        for row in rows("vocabulary/cues.csv"):
            if " " in row["phrase"] or row["sense"] in asking or ":" in row["sense"]:
                continue
            assert names.count(row["phrase"]) < 0.02 * len(real_names), row


@pytest.mark.parametrize("short_form", ["ko", "sp", "dc", "đc", "nhiu", "mk", "qđ"])
def test_phrases_are_written_out(short_form: str) -> None:
    """A short form in a phrase would be a word of its own, and mean nothing else anywhere."""
    for table in ("cues", "fillers", "off_topic", "phrasings"):
        for row in rows(f"vocabulary/{table}.csv"):
            assert short_form not in row["phrase"].split(), row


class TestPatterns:
    def test_no_pattern_is_a_slot_s_phrase(self) -> None:
        assert not [row for row in rows("vocabulary/slots.csv") if set(row["phrase"]) & set("{|}")]

    def test_every_slot_is_used(self) -> None:
        used = {
            (name, row["language"])
            for table in WITH_PATTERNS
            for row in rows_as_written(f"vocabulary/{table}.csv")
            for name in re.findall(r"\{([^{}|]*)\}", row["phrase"])
        }
        assert used == {(row["slot"], row["language"]) for row in rows("vocabulary/slots.csv")}

    def test_columns_without_patterns_hold_no_braces(self) -> None:
        for table in TABLES:
            for row in rows(table):
                assert not set("{}") & set("".join(row.values())), row


def test_everyday_word_is_a_single_word() -> None:
    for row in rows("vocabulary/everyday_words.csv"):
        assert re.fullmatch(r"[^\W_]+", row["word"]), row
        assert row["word"] == row["word"].casefold(), row


class TestKinds:
    def test_key_is_an_unmarked_slug(self) -> None:
        for row in rows("vocabulary/kinds.csv"):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["key"]), row["key"]

    def test_parents_exist_and_lead_to_a_root(self) -> None:
        parents = {row["key"]: forms(row["parent"]) for row in rows("vocabulary/kinds.csv")}
        for key, own in parents.items():
            wider = [*own]
            for parent in wider:
                assert parent in parents, (key, parent)
                assert parent != key, (key, wider)
                wider += [other for other in parents[parent] if other not in wider]

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_a_form_belongs_to_one_kind(self, language: str) -> None:
        owner: dict[str, str] = {}
        for row in rows("vocabulary/kinds.csv"):
            for form in [row[f"name_{language}"], *forms(row[f"also_{language}"])]:
                assert owner.setdefault(form.casefold(), row["key"]) == row["key"], form

    @pytest.mark.parametrize(
        ("vietnamese", "english"),
        [
            ("nước mắm", "fish sauce"),
            ("trà hoa vàng", "yellow camellia tea"),
            ("chả mực", "squid cakes"),
            ("đông trùng hạ thảo", "cordyceps"),
            ("miến dong", "arrowroot vermicelli"),
            ("chả lụa", "Vietnamese pork sausage"),
            ("dầu tràm", "cajeput oil"),
            ("trái thơm", "pineapple"),
            ("heo", "pork"),
        ],
    )
    def test_both_languages_meet(self, vietnamese: str, english: str) -> None:
        def key_of(form: str, language: str) -> str:
            return next(
                row["key"]
                for row in rows("vocabulary/kinds.csv")
                if form in [row[f"name_{language}"], *forms(row[f"also_{language}"])]
            )

        assert key_of(vietnamese, "vi") == key_of(english, "en")

    def test_nearly_every_product_states_a_kind(self) -> None:
        known = {
            language: {
                tuple(padded(form).split()): row["key"]
                for row in rows("vocabulary/kinds.csv")
                for form in [row[f"name_{language}"], *forms(row[f"also_{language}"])]
            }
            for language in ("vi", "en")
        }

        def states_a_kind(name: str, language: str) -> bool:
            words = padded(name).split()
            return any(
                tuple(words[start : start + length]) in known[language]
                for start in range(len(words))
                for length in range(1, 8)
                if language == "en" or length > 1 or start == 0
            )

        products = rows("products.csv")
        covered = [
            product["code"]
            for product in products
            if states_a_kind(product["name_vi"], "vi") or states_a_kind(product["name_en"], "en")
        ]
        assert len(covered) / len(products) >= 0.97


@pytest.fixture(scope="module")
def real_names() -> list[str]:
    return [
        padded(row[column])
        for table in ("products.csv", "producers.csv")
        for row in rows(table)
        for column in ("name_vi", "name_en")
        if row[column]
    ]


@pytest.mark.parametrize("table", ["foreign", "off_topic"])
def test_phrase_hits_no_real_name(table: str, real_names: list[str]) -> None:
    marked = "\n".join(real_names)
    bare = unmarked(marked)
    hits = []
    for row in rows(f"vocabulary/{table}.csv"):
        phrase = padded(row["phrase"])
        # One or two syllables are matched only as written; longer phrases also without marks.
        several = len(phrase.split()) > 2
        as_written = bare if phrase == unmarked(phrase) else marked
        if phrase in as_written or (several and unmarked(phrase) in bare):
            hits.append(row["phrase"])
    assert set(hits) <= COUNTRIES_IN_PRODUCT_NAMES


class TestPlaces:
    def test_regions_cover_known_former_provinces(self) -> None:
        codes = {row["code"] for row in rows("places/former_provinces.csv")}
        regions = {
            row["key"]: row["former_provinces"].split() for row in rows("places/regions.csv")
        }
        for key, covered in regions.items():
            assert re.fullmatch(r"region:[a-z]+(-[a-z]+)*", key)
            assert covered
            assert set(covered) <= codes, key
        thirds = [regions[f"region:{third}"] for third in ("mien-bac", "mien-trung", "mien-nam")]
        highlands = regions["region:tay-nguyen"]
        assert sorted(sum(thirds, highlands)) == sorted(codes)

    def test_everyday_names_lead_to_known_places(self) -> None:
        keys = {row["key"] for row in rows("places/regions.csv")}
        for level, table in [
            ("province", "provinces"),
            ("former", "former_provinces"),
            ("district", "districts"),
            ("commune", "communes"),
            ("former-commune", "former_communes"),
        ]:
            keys |= {f"{level}:{row['code']}" for row in rows(f"places/{table}.csv")}
        for row in rows("places/everyday_names.csv"):
            assert row["place"] in keys, row
            assert 0 < float(row["weight"]) <= 1, row
        for row in rows("vocabulary/sellers.csv"):
            assert not row["place"] or row["place"] in keys, row

    def test_everyday_name_prefers_the_province_that_kept_its_name(self) -> None:
        today = {row["name"] for row in rows("places/provinces.csv")}
        kept = {
            f"former:{row['code']}"
            for row in rows("places/former_provinces.csv")
            if row["name"] in today
        }
        for row in rows("places/everyday_names.csv"):
            assert row["place"] not in kept, row

    @pytest.mark.parametrize(
        ("name", "place"),
        [
            ("Sài Gòn", "province:79"),
            ("TPHCM", "province:79"),
            ("Phú Quốc", "district:911"),
            ("Bát Tràng", "commune:00577"),
            ("miền Tây", "region:mien-tay"),
            ("xứ dừa", "former:83"),
            ("Tây Đô", "province:92"),
        ],
    )
    def test_everyday_name_is_known(self, name: str, place: str) -> None:
        places = [row["place"] for row in rows("places/everyday_names.csv") if row["name"] == name]
        assert place in places


def test_the_leanings_were_learnt_from_the_ways_to_ask_that_are_there() -> None:
    learnt_from = (DATA / "vocabulary" / "leanings.digest").read_text(encoding="utf-8").strip()
    assert digest_of(lessons()) == learnt_from, "run: make learn"
