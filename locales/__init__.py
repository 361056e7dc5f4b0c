"""What people read, in Vietnamese and English: gettext catalogs and the translator over them."""

from locales.translator import LOCALES, Translator, language_name, translator

__all__ = ["LOCALES", "Translator", "language_name", "translator"]
