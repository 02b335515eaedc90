"""Lists of actors in the forms in which people have them."""

import json
from datetime import date

import pytest

from dateline.errors import WrongUsage
from dateline.intake.actor_lists import read_own_actors
from dateline.model.listed import ListedName


def read(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
    return read_own_actors(path)


def names(actor):
    return [name.name for name in actor.names]


def test_a_table_with_aliases_and_days(tmp_path):
    (one, two) = read(
        tmp_path,
        "groups.csv",
        "name,aliases,kind,country,valid from,valid to\n"
        "Nawras Front,Jabhat al-Nawras; NF,militia,ve,2012-01,2016-07-28\n"
        "Anna Dovlen,,person,,,\n",
    )
    assert names(one) == ["Nawras Front", "Jabhat al-Nawras", "NF"]
    assert (one.kind, one.country, one.source) == ("group", "VE", "groups.csv, row 1")
    assert one.names[0] == ListedName("Nawras Front", date(2012, 1, 1), date(2016, 7, 28))
    assert "Jabhat al-Nawras" in one.words
    assert two.kind == "person"


def test_yaml_whose_aliases_have_days_of_their_own(tmp_path):
    (actor,) = read(
        tmp_path,
        "groups.yaml",
        "actors:\n- name: Dawn Assembly\n  aliases:\n  - name: Nawras Front\n    to: 2016-07\n  - NF\n",
    )
    assert actor.names == (
        ListedName("Dawn Assembly"),
        ListedName("Nawras Front", None, date(2016, 7, 31)),
        ListedName("NF"),
    )


def test_followthemoney_entities_without_documents_and_relations(tmp_path):
    entities = [
        {
            "id": "a",
            "schema": "Organization",
            "properties": {"name": ["Nawras"], "previousName": ["Harak"], "country": ["ve"]},
        },
        {"id": "b", "schema": "Membership", "properties": {"name": ["no actor"]}},
        {"id": "c", "schema": "Person", "properties": {"name": ["Anna Dovlen"], "weakAlias": ["Ana D."]}},
    ]
    found = read(tmp_path, "e.ftm.json", "\n".join(map(json.dumps, entities)))
    assert [names(actor) for actor in found] == [["Nawras", "Harak"], ["Anna Dovlen", "Ana D."]]
    assert [(actor.kind, actor.country) for actor in found] == [("organisation", "VE"), ("person", None)]


def statement(value, **qualifiers):
    times = {p: [{"datavalue": {"value": {"time": time}}}] for p, time in qualifiers.items()}
    return {"mainsnak": {"datavalue": {"value": value}}, "qualifiers": times}


def test_a_wikidata_item_with_official_names_and_their_times(tmp_path):
    item = {
        "id": "Q1",
        "labels": {"en": {"value": "Dawn Assembly"}, "fr": {"value": "Assemblée"}},
        "aliases": {"en": [{"value": "DA"}]},
        "claims": {
            "P31": [statement({"id": "Q7"})],
            "P571": [statement({"time": "+2012-00-00T00:00:00Z"})],
            "P1448": [
                statement(
                    {"text": "Nawras Front", "language": "en"},
                    P580="+2012-01-23T00:00:00Z",
                    P582="+2016-07-28T00:00:00Z",
                )
            ],
        },
    }
    for text in ({"entities": {"Q1": item}}, "[\n" + json.dumps(item) + ",\n]"):
        (actor,) = read(tmp_path, "q.json", text)
        assert actor.names == (
            ListedName("Dawn Assembly", date(2012, 1, 1)),
            ListedName("DA"),
            ListedName("Nawras Front", date(2012, 1, 23), date(2016, 7, 28)),
        )


def test_rows_of_the_query_service_without_label_are_left_out(tmp_path):
    (actor,) = read(
        tmp_path,
        "q.csv",
        'item,itemLabel,itemAltLabel\nhttp://x/Q1,Dawn Assembly,"DA, The Dawn"\nhttp://x/Q2,Q2,\n',
    )
    assert names(actor) == ["Dawn Assembly", "DA", "The Dawn"]


def test_the_actors_of_an_actor_table_and_of_events(tmp_path):
    (one,) = read(tmp_path, "actor.csv", "ActorId,NameData,NameFull,NameOrig\n7,NF,Nawras Front,Jabhat al-Nawras\n")
    assert names(one) == ["NF", "Nawras Front", "Jabhat al-Nawras"]
    found = read(
        tmp_path,
        "ged.csv",
        "id,dyad_name,side_a,side_b\n1,x,Government of Velm,NF\n2,x,Government of Velm,Civilians\n",
    )
    assert [(names(actor), actor.kind) for actor in found] == [
        (["Government of Velm"], "government"),
        (["NF"], None),
    ]


def test_the_years_behind_a_name_say_when_it_is_valid(tmp_path):
    found = read(
        tmp_path,
        "acled.csv",
        "event_id_cnty,actor1,assoc_actor_1,actor2,inter1\n"
        "V1,Military Forces of Velm (2014-2019),NM: Nawras Movement; Dawn,Civilians (Velm),1\n",
    )
    assert [names(actor) for actor in found] == [
        ["Military Forces of Velm"],
        ["Nawras Movement", "NM"],
        ["Dawn"],
    ]
    assert found[0].names[0].end == date(2019, 12, 31)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "", "empty list"),
        ("a.csv", "who,what\nx,y\n", "no actor found.*who, what"),
        ("a.csv", "name,valid_from\nNawras,spring\n", "row 1: spring is no date"),
        ("a.csv", "name,valid_from\nNawras,2016-13\n", "is no date"),
        ("a.json", "{", "a.json: "),
        ("a.yaml", "- [", "a.yaml: "),
        ("a.csv", b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(tmp_path, name, text, said):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(WrongUsage, match=said):
        read_own_actors(path)
