"""How likely two names are one: what each rule is for, on invented and common names."""

from __future__ import annotations

import pytest
from benchmarks.names import measure, read_pairs

from dateline.language.korean import read_as_korean
from dateline.language.name_forms import read_in_first_form
from dateline.language.name_likeness import LIKELY, likelihood, likeness_keys, reasons_of
from dateline.language.name_words import readings_of
from dateline.language.sounds import edits, sounds
from dateline.language.ukrainian import read_as_russian
from dateline.language.wade_giles import is_pinyin, read_as_wade_giles


@pytest.mark.parametrize(
    ("first", "second", "class_"),
    [
        ("Gen. Tarek Mazrouni", "Tariq al-Mazruni", "person"),
        ("Dovlen Katalin", "Katalin Dovlen", "person"),
        ("Abd al-Rahim Sawaf", "Abdurrahim Sawwaf", "person"),
        ("J.R. Talbrook", "J. R. Talbrook", "person"),
        ("Haile Tamirat", "Hailetamirat", "person"),
        ("Ihor Havrylenko", "Igor Gavrilenko", "person"),
        ("Lin Kuo-feng", "Lin Guofeng", "person"),
        ("Lee Myung-soo", "Yi Myeong-su", "person"),
        ("Axmed Cabdi", "Ahmed Abdi", "person"),
        ("Jabhat al-Nawras", "Nawras Front", "body"),
        ("Tell Marwan", "Tal Marouan", "body"),
        ("Mykola Dovlenko", "Nikolai Dovlenko", "person"),
        ("Hlumivka", "Glumovka", "body"),
        ("Rangoon", "Yangon", "body"),
        ("Hpalwin", "Phalwin", "body"),
        ("Velmundra", "Velmunra", "body"),
        ("Chumok", "Jumok", "body"),
    ],
)
def test_spellings_of_one_name_share_a_key_and_are_likely_one(first, second, class_):
    assert set(likeness_keys(first, class_)) & set(likeness_keys(second, class_))
    assert likelihood(first, second, class_) >= LIKELY


@pytest.mark.parametrize(
    ("first", "second", "class_"),
    [
        ("Tariq Marzouni", "Walid Marzouni", "person"),
        ("Sergei Dovlenov", "Anna Dovlenova", "person"),
        ("Hassan Omar", "Omar Hassan", "person"),
        ("Peter B. Talbrook", "Peter M. Talbrook", "person"),
        ("Hassan Tawil", "Ahmed Hassan Tawil", "person"),
        ("Nawras Front", "Nawras Brigade", "body"),
        ("17th Division", "18th Division", "body"),
        ("North Velm", "South Velm", "body"),
        ("Said Mazrouni", "Saad Mazrouni", "person"),
        ("Jamal Mazrouni", "Kamal Mazrouni", "person"),
        ("Gao Lang", "Gao Leng", "person"),
    ],
)
def test_look_alikes_are_likely_two(first, second, class_):
    assert likelihood(first, second, class_) < LIKELY


def test_the_score_does_not_depend_on_the_order_and_says_what_it_rests_on():
    assert likelihood("Tarek Mazrouni", "Tariq Mazruni", "person") == likelihood(
        "Tariq Mazruni", "Tarek Mazrouni", "person"
    )
    assert reasons_of("Sergei Dovlenov", "Anna Dovlenova", "person")


def test_titles_and_small_words_are_no_part_of_a_name():
    assert readings_of("Lt. Gen. Tarek bin Mazrouni", "person")[0] == ("tarek", "mazrouni")
    assert readings_of("Jabhat al-Nawras", "body")[0] == ("nawras", "FRONT")


def test_possible_readings_of_old_romanisations():
    assert read_as_wade_giles("Lin Piao") == ("lin biao", "lin piao")[:1]
    assert read_as_wade_giles("Marzouni") == ()
    assert read_as_korean("Park Soo-min") == read_as_korean("Pak Su-min")
    assert read_as_korean("Marzouni") is None
    assert read_as_korean("Pusan") == read_as_korean("Busan")
    assert read_as_russian("Dovlivka") == "dovlovka"
    assert read_as_russian("Marzouni") is None
    assert read_in_first_form("Dr Oleksii Dovlenko", "person") == "dr aleksei dovlenko"
    assert read_in_first_form("Rangoon Mazrouni", "person") is None


def test_chinese_syllables_are_those_that_exist():
    assert is_pinyin("zedong") and is_pinyin("hubei")
    assert not is_pinyin("maliki") and not is_pinyin("marzouni")


def test_edits_tell_other_sounds_from_near_ones():
    near, far = edits(sounds("golan"), sounds("jolan")), edits(sounds("jamal"), sounds("kamal"))
    assert (near.other_consonants, far.other_consonants) == (0, 1)
    assert edits(sounds("perm"), sounds("perma")).vowels_lost == 1


def test_the_benchmark_keeps_its_level():
    pairs = [pair for pair in read_pairs() if pair["half"] == "measure"]
    assert float(measure(pairs, show=False).rpartition(" ")[2]) >= 0.95
