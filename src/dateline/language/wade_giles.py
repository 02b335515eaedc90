"""Is this Chinese name in the old spelling? Brings Wade-Giles and postal spellings to pinyin."""

from __future__ import annotations

import re
from functools import lru_cache

_POSTAL = {
    "peking": "beijing", "nanking": "nanjing", "chungking": "chongqing", "canton": "guangzhou", "tientsin": "tianjin",
    "tsingtao": "qingdao", "sinkiang": "xinjiang", "hsinkiang": "xinjiang", "kwangtung": "guangdong",
    "kwangsi": "guangxi", "szechuan": "sichuan", "szechwan": "sichuan", "fukien": "fujian", "chekiang": "zhejiang",
    "kiangsu": "jiangsu", "kiangsi": "jiangxi", "shantung": "shandong", "shensi": "shaanxi", "hopeh": "hebei",
    "hupeh": "hubei", "honan": "henan", "kansu": "gansu", "tsinghai": "qinghai", "kweichow": "guizhou",
    "amoy": "xiamen", "swatow": "shantou", "mukden": "shenyang", "dairen": "dalian", "sian": "xian",
    "hangchow": "hangzhou", "soochow": "suzhou", "foochow": "fuzhou",
}  # fmt: skip
# Initials of Wade-Giles, longest first; the aspirate's apostrophe tells p' (p) from p (b).
_INITIALS = (
    ("ch'", {"i": "q", "ü": "q", "": "ch"}),
    ("ts'", {"": "c"}), ("tz'", {"": "c"}), ("ch", {"i": "j", "": "zh"}), ("ts", {"": "z"}), ("tz", {"": "z"}),
    ("ss", {"": "s"}), ("sz", {"": "s"}), ("hs", {"": "x"}), ("p'", {"": "p"}), ("t'", {"": "t"}), ("k'", {"": "k"}),
    ("p", {"": "b"}), ("t", {"": "d"}), ("k", {"": "g"}), ("j", {"": "r"}), ("sh", {"": "sh"}),
    *((letter, {"": letter}) for letter in "mnlfhs"),
)  # fmt: skip
_FINALS = {
    "ung": "ong", "ueh": "ue", "üeh": "ue", "ieh": "ie", "ien": "ian", "uo": "uo", "o": "e", "ih": "i", "u": "u",
    "ê": "e", "ên": "en", "êng": "eng", "erh": "er", "uei": "ui", "iung": "iong", "ü": "u", "üan": "uan", "ün": "un",
}  # fmt: skip
# What only Wade-Giles writes: a hyphened pair with an aspirate, hs-, ts-, -ung, -ieh, -ien, -ueh.
_TELLING = re.compile(
    r"(?:^|[\s-])(?:hs[iu]|ts['’]?[aeou]|tz['’]?u|(?:ch|p|t|k)['’][aeiouü]|[a-z]+(?:ieh|ueh|ung)(?=$|-))", re.IGNORECASE
)
_HYPHENED = re.compile(r"^[A-Z][a-zü'’]+(?: [A-Z][a-zü'’]+)?-[A-Za-z][a-zü'’]+$|^[A-Z][a-z]+ [A-Z][a-z'’]+-[a-z'’]+$")


def to_pinyin(name: str) -> str | None:
    """The name in pinyin ("Mao Tse-tung" -> "Mao Zedong"), None when nothing shows that it is in Wade-Giles."""
    postal = _POSTAL.get(name.lower())
    if postal:
        return postal
    if not (_HYPHENED.match(name) and _TELLING.search(name)):
        return None
    words = name.lower().replace("’", "'").split(" ")
    return " ".join("".join(_syllable(s) for s in word.split("-")) for word in words)


_LETTERS_OF_SYLLABLE = re.compile(
    r"(?:ch'?|hs|ts'?|tz'?|ss|sz|sh|p'?|t'?|k'?|[mnlfhjsyw])?"
    r"(?:a|ai|an|ang|ao|e|eh|ei|en|eng|erh|i|ia|iang|iao|ieh|ien|ih|in|ing|iu|iung|o|ou|u|ua|uai|uan|uang|ueh|ui|un|ung|uo"
    r"|ü|üan|üeh|ün|ê|ên|êng)"
)
MOST_SYLLABLES = 4
_ASPIRATED = re.compile(r"^(ch|ts|p|t|k)(?!')")
_SYLLABLES_OF_PINYIN = "|".join(  # which finals stand behind which initials
    f"(?:{initials})(?:{finals})"
    for initials, finals in (
        ("[jqx]", "iang|iong|ian|iao|ing|uan|ia|ie|in|iu|ue|un|i|u"),
        ("[dtnl]", "iang|ang|eng|ian|iao|ing|ong|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ue|ui|un|uo|a|e|i|u"),
        ("[gkh]", "uang|ang|eng|ong|uai|uan|ai|an|ao|ei|en|ou|ua|ui|un|uo|a|e|u"),
        ("[zcs]h|[rzcs]", "uang|ang|eng|ong|uai|uan|ai|an|ao|ei|en|ou|ua|ui|un|uo|a|e|i|u"),
        ("[bpm]", "ang|eng|ian|iao|ing|ai|an|ao|ei|en|ie|in|ou|a|i|o|u"),
        ("f", "ang|eng|an|ei|en|ou|a|o|u"),
        ("y", "ang|ing|ong|uan|an|ao|in|ou|ue|un|a|e|i|o|u"),
        ("w", "ang|eng|ai|an|ei|en|a|o|u"),
    )
)
_PINYIN = re.compile(rf"(?:{_SYLLABLES_OF_PINYIN}|ang|ai|an|ao|ei|en|er|ou|a|e|o)(?:{_SYLLABLES_OF_PINYIN}){{0,2}}")


def read_as_wade_giles(name: str) -> tuple[str, ...]:
    """The name in pinyin if all its syllables can be Wade-Giles ("Lin Piao" -> "Lin Biao"), as written and with the
    apostrophes that news leaves out ("Tsai Ing-wen" -> "Cai Yingwen"); else nothing.

    A mere possibility, for comparing: "Li Peng" is pinyin and could be Wade-Giles too.
    """
    words = name.lower().replace("’", "'").replace("‘", "'").split()
    syllables = [syllable for word in words for syllable in word.split("-")]
    if not 1 < len(syllables) <= MOST_SYLLABLES or not all(map(_LETTERS_OF_SYLLABLE.fullmatch, syllables)):
        return ()
    written = " ".join("".join(_syllable(s) for s in word.split("-")) for word in words)
    breathed = " ".join("".join(_syllable(_ASPIRATED.sub(r"\1'", s)) for s in word.split("-")) for word in words)
    return tuple(dict.fromkeys(read for read in (written, breathed) if read != name.lower()))


@lru_cache(maxsize=65536)
def is_pinyin(word: str) -> bool:
    """Whether a folded word consists of one to three pinyin syllables: "hubei", "zedong"."""
    return _PINYIN.fullmatch(word) is not None


def _syllable(syllable: str) -> str:
    """One Wade-Giles syllable in pinyin."""
    for initial, sounds in _INITIALS:
        if syllable.startswith(initial):
            rest = syllable[len(initial) :]
            return sounds.get(rest[:1], sounds[""]) + _final(rest, initial)
    return _final(syllable, "")


def _final(final: str, initial: str) -> str:
    if initial == "" and final in ("i", "in", "ing"):
        return "y" + final
    if initial in ("ts", "tz", "ss", "sz", "ts'", "tz'") and final == "u" and initial != "ts":
        return "i"
    if final == "o" and initial not in ("", "k", "k'", "h"):
        return "o" if initial[0] in "pmf" else "uo"
    if final == "e":
        return "e"
    return _FINALS.get(final, final)
