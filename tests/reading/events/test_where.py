"""Do events get the places where they happen?"""

from __future__ import annotations


def test_marked_places_point_at_the_spots_they_stand_for(stage) -> None:
    scene = stage("Raiders shelled the old mill district of Velm.").place("Velm")
    event = scene.mark("shelled", place=["old mill district", "Velm"]).only()
    assert [p.text for p in event.place] == ["old mill district", "Velm"]
    assert event.place_indices == (None, 0)


def test_every_place_of_a_list_becomes_a_place(stage) -> None:
    scene = stage("Jets struck in the provinces of Idra, Korda and Velm.").place("Idra").place("Korda").place("Velm")
    event = scene.mark("struck", place=["Idra"]).only()
    assert [p.text for p in event.place] == ["Idra", "Korda", "Velm"]
    assert event.place_indices == (0, 1, 2)


def test_a_place_behind_a_preposition_is_found_where_the_model_marks_none(stage) -> None:
    scene = stage("Raiders shelled a mill near Velm in Korda Province.").place("Velm").place("Korda Province", "region")
    assert [p.text for p in scene.mark("shelled").only().place] == ["Velm", "Korda Province"]


def test_a_name_that_is_no_place_of_the_act_is_left_out(stage) -> None:
    scene = stage("Velm troops shelled a mill.").place("Velm")
    assert scene.mark("shelled").only().place == ()


def test_words_are_not_placed_where_they_are_about(stage) -> None:
    scene = stage("Korda urged calm in Velm.").place("Velm")
    assert scene.mark("urged", "REQUEST").only().place == ()


def test_the_place_of_another_event_is_left_to_it(stage) -> None:
    scene = stage("Police arrested men over a blast in Velm.").place("Velm")
    arrested, blast = scene.mark("arrested", "COERCE").mark("blast", place=["Velm"]).read()
    assert arrested.place == ()
    assert [p.text for p in blast.place] == ["Velm"]
