"""Short forms and teen code, as chats and shop comments are full of them."""

from __future__ import annotations

import random
import re

SHORT_FORMS: dict[str, tuple[str, ...]] = {
    "số điện thoại": ("sđt", "sdt", "số đt", "so dt", "sđth"),
    "điện thoại": ("đt", "dt", "đth"),
    "nhà sản xuất": ("nsx", "nhà sx", "nhà sxuất"),
    "sản xuất": ("sx", "sxuất"),
    "sản phẩm": ("sp", "spham", "sản fẩm"),
    "công ty": ("cty", "c.ty", "cti"),
    "hợp tác xã": ("htx", "hợp tác xa"),
    "cơ sở": ("cs", "cơ sỡ"),
    "thành phố": ("tp", "tpho"),
    "hồ chí minh": ("hcm",),
    "thế nào": ("tn", "tnao", "thế nèo"),
    "như thế nào": ("ntn", "nhtn"),
    "bao nhiêu": ("bn", "bnhiu", "bao nhiu", "nhiu"),
    "thông tin": ("ttin", "thong tin", "tt"),
    "liên hệ": ("lh", "lhệ", "liên hê"),
    "địa chỉ": ("đc", "đ/c", "dchi", "địa chĩ"),
    "đặc sản": ("đsản", "dac san", "đặc sãn"),
    "ở đâu": ("o dau", "ở đou", "ở đâuu", "ơ đâu", "đâu"),
    "chỗ nào": ("chỗ nèo", "chổ nào", "chỗ nao"),
    "nước mắm": ("nc mắm", "nước mấm"),
    "nước": ("nc", "nuớc"),
    "không": ("ko", "k", "hok", "hông", "kg", "hong", "khum", "k0"),
    "được": ("dc", "đc", "đk", "đươc"),
    "giới thiệu": ("gthieu", "giới thịu"),
    "những": ("nhg", "nhữg", "nhửng"),
    "nhiều": ("nhìu", "nhiu"),
    "bạn": ("bn", "b", "pạn"),
    "mình": ("mk", "mik", "mìn", "m"),
    "muốn": ("mún", "muon", "mun"),
    "với": ("vs", "vớii", "zới"),
    "vậy": ("z", "zậy", "v", "dị", "dậy"),
    "biết": ("bít", "bt", "biet"),
    "trong": ("trog", "trg"),
    "người": ("ng", "ngừi", "nguoi"),
    "cho": ("cko", "ch"),
    "hỏi": ("hõi", "hoi"),
    "gì": ("j", "ji", "gi", "zì", "gì z"),
    "là": ("lak", "lè", "la"),
    "của": ("c", "cua", "củaa"),
    "nào": ("nèo", "nao", "nàoo"),
    "mấy": ("máy", "mí", "mayy"),
    "quà": ("wà", "quàa"),
    "phải": ("fải", "phãi", "fai"),
    "rồi": ("r", "rùi", "roài"),
    "thích": ("thik", "thix"),
    "ạ": ("ah", "ak", "ạk", "á"),
    "à": ("ah", "hả"),
    "ơi": ("oi", "ui", "ưi"),
    "xin": ("xjn", "xinn"),
    "and": ("n", "&"),
    "please": ("pls", "plz"),
    "thanks": ("thx", "tks"),
    "you": ("u",),
    "are": ("r",),
    "where": ("whr", "wher"),
    "phone number": ("phone no", "phone nr", "phone #"),
    "what": ("wat", "wht"),
    "the": ("da", "de"),
}
"""Longer expressions stand before the words they contain where both are listed."""

_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"\bph(?=\w)", "f"),
    (r"\bqu(?=[aăâáàảãạắằẳẵặấầẩẫậeêéèẻẽẹếềểễệ])", "w"),
    (r"(?<=[aăâeêoôơuưáàảãạắằẳẵặấầẩẫậéèẻẽẹốồổỗộớờởỡợúùủũụứừửữự])ng\b", "g"),
    (r"(?<=[aáàảãạêếềểễệiíìỉĩị])nh\b", "h"),
    (r"\bkh(?=\w)", "k"),
    (r"\bgi(?=[aàáảãạ])", "z"),
    (r"(?<=\w)i\b", "j"),
)
"""Spellings of teen code inside words, each seen in chats: fải, wà, trog, báh, kông, zá, aj."""


def shorten(text: str, rng: random.Random, share: float = 0.7) -> str:
    """Replace expressions by short forms, each with a chance of ``share``."""
    for expression in sorted(SHORT_FORMS, key=len, reverse=True):
        pattern = re.compile(rf"\b{re.escape(expression)}\b", re.IGNORECASE)
        if pattern.search(text) and rng.random() < share:
            form = rng.choice(SHORT_FORMS[expression])
            text = pattern.sub(lambda _, form=form: form, text)  # type: ignore[misc]
    return text


def respell(text: str, rng: random.Random) -> str:
    """Spell one word of at least four letters the teen way, where one can be."""
    words = text.split(" ")
    order = list(range(len(words)))
    rng.shuffle(order)
    for position in order:
        if len(words[position]) < 4:
            continue
        for pattern, spelling in rng.sample(_SPELLINGS, len(_SPELLINGS)):
            respelt = re.sub(pattern, spelling, words[position], flags=re.IGNORECASE)
            if respelt != words[position]:
                words[position] = respelt
                return " ".join(words)
    return text
