"""The pages: templates filled with what the catalogue holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request

from bot.channels.web.assets import Assets
from bot.channels.web.linked_data import product_data
from bot.channels.web.province_page import province_values
from bot.channels.web.rendering import (
    Card,
    Piece,
    Shown,
    map_url,
    pieces,
    render,
    telephone,
)
from bot.channels.web.visitors import locale_of, theme_of
from bot.http.callers import Callers
from handlers.answers.examples import EXAMPLES_OFFERED, example_choices
from handlers.answers.not_found import list_date
from handlers.answers.products import described
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.chat.session import Session
from handlers.conversation import Turn, Utterance, respond
from handlers.lists.entries import entries
from handlers.lists.listing import Listing
from handlers.words.naming import category_name, other_name, product_name
from handlers.words.places import place_name
from handlers.words.stars import mark
from handlers.words.wording import capitalised
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Place, PlaceLevel, Product
from knowledge.understanding.question import Intent, Question
from locales import LOCALES, Translator, translator

SHOWN_SIBLINGS = 6


class Views:
    """Fills templates for a request; every value in them is escaped."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        today: Callable[[], date],
        assets: Assets,
        callers: Callers,
        origin: str,
    ) -> None:
        """``origin`` is where people reach us; empty: wherever the request came to."""
        self._knowledge = knowledge
        self._today = today
        self._callers = callers
        self._origin = origin
        self._counted_provinces: tuple[Catalogue, int] | None = None
        self._environment = Environment(
            loader=PackageLoader("bot.channels.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            asset=dict(assets.addresses),
            actions={"saved": Action(Verb.SAVED).text},
            telephone=telephone,
            map_url=map_url,
            place_url=place_url,
        )

    def origin(self, request: Request) -> str:
        """The scheme and host that links to us begin with."""
        if self._origin:
            return self._origin
        scheme = "https" if self._callers.is_secure(request) else "http"
        return f"{scheme}://{request.url.netloc}"

    def fragment(self, shown: Shown, share: str | None, locale: str) -> str:
        """One answer, to be put into the page."""
        t = translator(locale)
        return self._filled("turn.html", t, {"shown": shown, "share": share})

    def chat(
        self,
        request: Request,
        *,
        question: str = "",
        turn: Turn | None = None,
        share: str | None = None,
        embedded: bool = False,
    ) -> str:
        """The conversation, perhaps with one question answered already."""
        t = translator(locale_of(request))
        catalogue = self._knowledge().catalogue
        answer = None
        if turn is not None:
            shown = render(turn, catalogue, translator(turn.language))
            answer = Markup(self.fragment(shown, share, turn.language))  # noqa: S704 - escaped there
        return self._page(
            request,
            "chat.html",
            t,
            question=question,
            answer=answer,
            share=share,
            embedded=embedded,
            examples=example_choices(t)[:EXAMPLES_OFFERED],
            shelves=[
                {
                    "category": category,
                    "label": capitalised(category_name(category, t)),
                    "action": Listing(category=category).page(0).text,
                }
                for category in Category
            ],
            products=len(catalogue.products),
            provinces=self._count_provinces(catalogue),
        )

    def product(self, request: Request, code: str) -> str | None:
        """A product's page; ``None`` for a code that we do not have."""
        knowledge = self._knowledge()
        product = knowledge.catalogue.products.get(code)
        if product is None:
            return None
        catalogue = knowledge.catalogue
        locale = locale_of(request)
        t = translator(locale)
        action = Action(Verb.PRODUCT, code).text
        turn, _ = respond(
            Utterance(action=action, language=locale), Session(), knowledge, self._today()
        )
        province = catalogue.province(product.location.province)
        others = [each for each in catalogue.products_of(product.producer or "") if each != product]
        where = entries(self._asked(t, catalogue), [product])[0].text
        return self._page(
            request,
            "product.html",
            t,
            product=product,
            name=product_name(product, t),
            other=other_name(product, t),
            summary=described(product, t) or where,
            shown=render(turn, catalogue, t),
            province=place_name(province, t),
            province_url=place_url(province),
            siblings=others[:SHOWN_SIBLINGS],
            linked_data=product_data(product, catalogue, t, self.origin(request)),
        )

    def province(self, request: Request, place: Place) -> str:
        """The page of a province, today's or former."""
        t = translator(locale_of(request))
        asked = self._asked(t, self._knowledge().catalogue, place)
        return self._page(request, "province.html", t, **province_values(asked, place))

    def provinces(self, request: Request) -> str:
        """All provinces, today's and former."""
        t = translator(locale_of(request))
        catalogue = self._knowledge().catalogue
        return self._page(
            request,
            "provinces.html",
            t,
            provinces=_counted(_provinces(catalogue), catalogue),
            former=_counted(_former_provinces(catalogue), catalogue),
            as_of=list_date(self._asked(t, catalogue)),
        )

    def missing(self, request: Request) -> str:
        """The page for what is not here, in every language we speak."""
        t = translator(locale_of(request))
        spoken = sorted(map(translator, LOCALES), key=lambda each: each.locale != t.locale)
        both = [
            {
                "locale": each.locale,
                "title": each.gettext("This page is not here."),
                "reason": each.gettext("It may have been renamed, or the link was cut short."),
                "instead": each.gettext("Ask the assistant instead"),
            }
            for each in spoken
        ]
        return self._page(request, "missing.html", t, both=both)

    def _count_provinces(self, catalogue: Catalogue) -> int:
        """How many provinces there are, looked up once for a catalogue: it has 14,000 places."""
        if self._counted_provinces is None or self._counted_provinces[0] is not catalogue:
            self._counted_provinces = catalogue, len(_provinces(catalogue))
        return self._counted_provinces[1]

    def _asked(self, t: Translator, catalogue: Catalogue, place: Place | None = None) -> Asked:
        """A question about a place, for the handlers' own way of writing entries."""
        question = Question(
            text="",
            language=t.locale,
            intent=Intent.SPECIALITIES,
            places=() if place is None else (place,),
        )
        return Asked(question, catalogue, t, self._today())

    def _page(self, request: Request, template: str, t: Translator, **values: object) -> str:
        catalogue = self._knowledge().catalogue

        def here(**changed: str) -> str:
            query = dict(request.query_params) | changed
            return request.url.path + (f"?{urlencode(query)}" if query else "")

        parts = self._environment.get_template("parts.html").make_module(_texts(t))
        asked = self._asked(t, catalogue)

        def listed(product: Product) -> Markup:
            entry: Paragraph = entries(asked, [product], with_producer=False)[0]
            found = (Piece(product_name(product, t), strong=True), *pieces(entry)[1:])
            made: Markup = parts.entry(Card(found, product))  # type: ignore[attr-defined]
            return made

        given = {
            "theme": theme_of(request),
            "origin": self.origin(request),
            "here": here,
            "listed": listed,
            "product_name": lambda product: product_name(product, t),
            "place_name": lambda place: place_name(place, t),
            "category_name": lambda category: category_name(category, t),
            "mark": lambda product: mark(product, t),
        }
        return self._filled(template, t, given | values)

    def _filled(self, name: str, t: Translator, values: Mapping[str, object]) -> str:
        return self._environment.get_template(name).render(_texts(t) | dict(values))


def place_url(place: Place) -> str:
    """The page of a province: ``/tinh/22`` today's, ``/tinh-cu/15`` a former one."""
    folder = "tinh-cu" if place.level is PlaceLevel.FORMER_PROVINCE else "tinh"
    return f"/{folder}/{place.key.rpartition(':')[2]}"


def _texts(t: Translator) -> dict[str, object]:
    return {
        "locale": t.locale,
        "gettext": t.gettext,
        "ngettext": t.ngettext,
        "pgettext": t.pgettext,
        "number": t.number,
    }


def _provinces(catalogue: Catalogue) -> list[Place]:
    return [each for each in catalogue.facts.places if each.level is PlaceLevel.PROVINCE]


def _former_provinces(catalogue: Catalogue) -> list[Place]:
    return [each for each in catalogue.facts.places if each.level is PlaceLevel.FORMER_PROVINCE]


def _counted(provinces: list[Place], catalogue: Catalogue) -> list[tuple[Place, int]]:
    return sorted(
        ((place, len(catalogue.products_at((place,)))) for place in provinces),
        key=lambda each: (-each[1], each[0].name),
    )
