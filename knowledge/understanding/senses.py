"""The senses that cues have (column ``sense`` of ``cues.csv``), in the groups asked for."""

from __future__ import annotations

from collections.abc import Collection

SURE_CUE = 3
"""Words from which a cue is not there by chance."""
TOPIC = "topic:"
"""How the senses begin that ask about the programme."""
FILLER = "filler"
"""Polite and empty words around a question."""
ORG = "org"
""""công ty", "htx", "cooperative"."""
ORG_HINT = "org_hint"
""""bên", which may mean the maker of what follows, or the maker by that name."""
OF_MAKERS = frozenset({ORG, ORG_HINT})
REFER_BACK = "refer_back"
""""nó", "còn ... thì sao"; the senses that begin so tell what is pointed at: ``refer_back:maker``
("công ty đó"), ``refer_back:place`` ("ở đó"), ``refer_back:near`` ("gần đó")."""
RANKING = "ranking"
""""tỉnh nào nhiều nhất": with ``statistics``, asks for provinces in order, or how many."""
DELIVERY = "delivery"
""""giao hàng", "ship": with ``where_to_buy``, asks to have goods sent."""
QUANTITY = "quantity"
""""bao nhiêu", "how many": of a product what it costs, of a place how many there are."""
COMPLAINT = "complaint"
""""khiếu nại", "hàng giả báo ai": asks where to complain."""
ORIGIN = "ask:origin"
""""tỉnh nào", "ở vùng nào", "where is it from": asks where something is from."""
BELONGING = "belonging"
""""thuộc tỉnh nào", "sáp nhập với tỉnh nào": asks what a place belongs to today."""
SHOP = "shop"
""""Shopee", "siêu thị": where something is sold, see :mod:`knowledge.sellers`."""
EXCEPT = "except"
""""không phải", "trừ", "not from": what stands behind is not wanted."""
EXCEPT_GOODS = "except_goods"
""""ngoài", "besides": the same of goods, but hardly of places."""
AVOID = "avoid"
""""dị ứng", "không ăn được", "allergic to": the same, of what a person cannot eat."""
DIET = "diet"
""""không đường", "gluten free": of what is in things, which names do not tell."""
HEALTH = "health"
""""bà bầu", "tiểu đường", "chữa bệnh": asks what is good for somebody's health."""
VARIETIES = "varieties"
""""có những loại nào", "what kinds are there": asks for all of a kind, though one product is called
just so."""
STAY = "stay"
""""mình ở", "I live in": before the place where the asker is."""
FEE = "aside:fee"
""""lệ phí", "mất tiền", "how much": what it costs to take part."""
HOW_LONG = "aside:how_long"
""""bao lâu", "mấy năm"."""
TIME_LIMIT = "aside:time_limit"
""""thời hạn", "mấy ngày", "deadline": how long a dossier takes."""
APPLY = "aside:apply"
""""tham gia", "hồ sơ", "documents": taking part in the programme."""
WHOM = "aside:whom"
""""hỏi ai", "nộp ở đâu", "who should I contact": whom to ask, where to hand in."""
PHONE = "aside:phone"
""""số điện thoại", "hotline"."""
CERTIFICATE = "aside:certificate"
""""chứng nhận", "hiệu lực", "valid": that certificates are spoken of."""
SELF = "self"
""""my name is", "tôi tên": before the name of who writes."""
SIGNED = "signed"
""""best regards", "trân trọng": before the name at the end of a letter."""
STANDARD = "aside:standard"
""""VietGAP", "ISO", "organic": certificates of others than the programme."""
SUPPLY = "aside:supply"
""""công suất", "samples", "minimum order": what buyers of large amounts ask of a maker."""
UNEXPORTED = "aside:unexported"
""""chưa xuất khẩu", "not exported": of exports, those that there are not."""
SALES_POINT = "aside:sales_point"
""""điểm bán", "showroom"."""
ABROAD = "aside:abroad"
""""xuất khẩu", "export"."""
BEGAN = "aside:began"
""""bắt đầu từ đâu", "first province": how the programme began."""
LEARNT_FROM = "aside:learnt_from"
""""học theo nước nào", "whose idea": whom the programme follows."""
MAKER_COOPERATIVE = "aside:maker:cooperative"
MAKER_COMPANY = "aside:maker:company"
MAKER_HOUSEHOLD = "aside:maker:household"
MAKER_ANY = "aside:maker:any"
SORTS_OF_MAKERS = frozenset({MAKER_COOPERATIVE, MAKER_COMPANY, MAKER_HOUSEHOLD, MAKER_ANY})
""""hợp tác xã", "companies", "hộ sản xuất", "chủ thể": words for those who make things."""
MAKER_WHO = "aside:maker:who"
""""ai", "bên nào", "who": asks for those who make things by no such word."""
SHARE = "aside:share"
""""tỷ lệ", "percent": which part of all."""
YEARLY = "aside:yearly"
""""qua các năm", "by year", "growth": how a count went on from year to year."""
RANK = "aside:rank"
""""đứng thứ mấy", "ranked": the place of one province among all."""
DISTRICTS = "aside:districts"
""""huyện nào", "which communes"."""
MOST = "aside:most"
""""nhiều nhất", "fewest"."""
DETAILS = "aside:details"
""""chi tiết", "theo nhóm", "breakdown": all that is told of a count."""
BEFORE_MERGER = "aside:before_merger"
""""trước khi sáp nhập", "before the merger"."""
ENDING = "aside:validity:ending"
HOLDING = "aside:validity:holding"
ENDED = "aside:validity:ended"
""""sắp hết hạn", "còn hiệu lực", "expired": whether a certificate still holds."""
IN_DATE = "aside:in_date"
""""valid": after a list this asks for those that hold, and elsewhere for the rules."""
ENDS_WHEN = "aside:ends_when"
""""khi nào hết hạn", "until when"."""
GIVEN = "aside:given"
""""cấp ngày", "awarded": before the time at which a certificate was given."""
LISTED = "aside:listed"
""""sản phẩm nào", "các", "which products": asks for several."""
HOW_MANY = "aside:how_many"
""""bao nhiêu", "how many"."""
WHICH = "aside:which"
""""nào", "any": which of those shown."""
ONLY = "aside:only"
""""chỉ", "thôi": only those of what was shown."""
OTHER_MAKERS = "aside:others:makers"
""""còn công ty nào nữa", "who else": others that make it."""
OTHER_PLACES = "aside:others:places"
""""tỉnh khác", "other provinces": the same from elsewhere than what was shown."""
OTHER_SELLERS = "aside:others:sellers"
""""còn công ty nào bán", which asks for no others that make it."""
ANOTHER = "aside:another"
""""loại khác", "another one": another than the one shown; "còn gì nữa không" asks for anything else
of its maker."""
ELSE = "aside:else"
""""khác", "nữa"."""
MOVES_ON = "aside:moves_on"
""""còn", "what about": goes on to others than what was shown."""
LACKING = "aside:lacking"
""""tỉnh nào chưa có", "which provinces have no"."""
NAMES = "aside:names"
""""kể tên ra", "list them": the names beside the count."""
EMAIL = "aside:email"
""""email", "thư điện tử"."""
HOURS = "aside:hours"
""""mở cửa", "mấy giờ": when a shop is open."""
FOREIGNERS = "aside:foreigners"
""""nước ngoài", "foreign": makers from abroad, of whom no rule tells."""
SUPPORT = "aside:support"
""""hỗ trợ", "kinh phí", "subsidy": support for makers, of which no rule tells."""
INTRODUCING = frozenset({"at", "unit", STAY})
"""Words before a place: prepositions, and units as in "huyện"."""
CATEGORY = "category:"
"""How the senses that name a group of products begin."""
STARS = "stars"
"""A number of stars: "3 sao", "five star"."""
SMALL = "small"
""""của", "về", "of": between a question and what it is about."""
EMPTY = frozenset({FILLER, SMALL, "unit", "and", "or", SELF, SIGNED})
"""Words that ask nothing."""
TALK = EMPTY | {"greeting"}
"""Words of talk, which may be halves of names when they stand alone."""
ABOUT_ONE = frozenset({"rating", "contact", "price", "producer"})
"""Asking about one product or producer, wherever it may be sold."""
ASKING_ONE = ABOUT_ONE | {"where_to_buy"}
"""Asking about one product or producer."""
ABOUT_MANY = frozenset({"specialities", "goods", "outlets", "statistics"})
"""Asking for a list or a number rather than about one product."""
OF_GOODS = ABOUT_MANY | frozenset(
    (
        *("where_to_buy", "sell", "producer", "rating", "price", "contact", ORG, RANKING),
        *("export", "compare", DELIVERY, BELONGING, SHOP, EXCEPT, AVOID, DIET, HEALTH, "more"),
    )
)
"""Asking for what is made or sold somewhere, whatever else is said beside the place."""
PRODUCT = "product"
""""là gì", "tell me about": asks what something is."""
OF_THE_MAKER = frozenset({"contact", "producer", PRODUCT, "specialities", "goods", "statistics"})
OF_THE_PRODUCT = frozenset({"rating", "price", "where_to_buy", "ask:where"})
"""Asking about the maker, and about a product, when only a brand is named."""
_ASIDE = "aside:"


def is_aside(sense: str) -> bool:
    """Whether a sense only tells those who answer more of what is asked. Its phrases cover no words
    and weigh nothing: what is asked and named is read as if they were not there."""
    return sense.startswith(_ASIDE)


def aside_sort(sense: str) -> str:
    """What several senses told aside exclude each other in: "validity" of ``aside:validity:ended``;
    empty where there is nothing of the sort."""
    return sense.removeprefix(_ASIDE).rpartition(":")[0]


def may_ask_the_maker(senses: Collection[str]) -> bool:
    """Whether a question would make sense of a producer: its number, what it makes."""
    return not OF_THE_MAKER.isdisjoint(senses) and OF_THE_PRODUCT.isdisjoint(senses)


def counts_or_sorts(sense: str) -> bool:
    """Whether a sense asks how many, or for a group of products."""
    return sense == QUANTITY or sense.startswith(CATEGORY)
