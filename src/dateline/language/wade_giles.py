"""Is this Chinese name in the old spelling? Brings Wade-Giles and postal spellings to pinyin."""

from __future__ import annotations

import re

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
    ("p", {"": "b"}), ("t", {"": "d"}), ("k", {"": "g"}), ("j", {"": "r"}),
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


def _syllable(syllable: str) -> str:
    """One Wade-Giles syllable in pinyin."""
    for initial, sounds in _INITIALS:
        if syllable.startswith(initial):
            rest = syllable[len(initial) :]
            return sounds.get(rest[:1], sounds[""]) + _final(rest, initial)
    return _final(syllable, "")


def _final(final: str, initial: str) -> str:
    if initial in ("ts", "tz", "ss", "sz", "ts'", "tz'") and final == "u" and initial != "ts":
        return "i"
    if final == "o" and initial in ("p", "p'", "t", "t'", "ch", "ch'"):
        return "o" if initial.startswith("p") else "uo"
    if final == "e":
        return "e"
    if final == "o" and initial == "":
        return "o"
    return _FINALS.get(final, final)
