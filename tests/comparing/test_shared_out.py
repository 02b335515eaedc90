"""Two processes give what one would give."""

import os

import pytest

from dateline.comparing import shared_out
from dateline.comparing.shared_out import share_out

ITEMS = list(range(1000))


def squares(numbers):
    return [number * number for number in numbers]


@pytest.mark.parametrize("least", [10, 10_000])
def test_results_come_in_the_order_of_the_items(least):
    assert share_out(squares, ITEMS, least=least) == squares(ITEMS)


def test_a_half_whose_process_dies_is_done_here():
    here = os.getpid()

    def dies_elsewhere(numbers):
        if os.getpid() != here:
            os._exit(9)
        return squares(numbers)

    assert share_out(dies_elsewhere, ITEMS, least=10) == squares(ITEMS)


def test_where_memory_is_short_all_is_done_here(monkeypatch):
    monkeypatch.setattr(shared_out, "_has_room", lambda: False)
    monkeypatch.setattr("os.fork", lambda: pytest.fail("a second process was started"))
    assert share_out(squares, ITEMS, least=10) == squares(ITEMS)


def test_there_is_room_for_as_much_as_this_process_holds(monkeypatch):
    held = {"VmRSS:": 900.0, "MemAvailable:": 800.0}
    monkeypatch.setattr(shared_out, "_megabytes", lambda _told_in, name: held[name])
    assert not shared_out._has_room()
    held["MemAvailable:"] = 1000.0
    assert shared_out._has_room()


def test_results_larger_than_a_pipe_come_whole():
    assert share_out(lambda numbers: ["x" * 1000] * len(numbers), ITEMS, least=10) == ["x" * 1000] * 1000


def test_a_fault_in_the_first_half_leaves_no_process_behind():
    here = os.getpid()

    def fails_here(numbers):
        if os.getpid() == here:
            raise ValueError("no")
        return ["x" * 1000] * len(numbers)

    with pytest.raises(ValueError, match="no"):
        share_out(fails_here, ITEMS, least=10)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_only_this_process_tells_how_far_it_is(monkeypatch):
    monkeypatch.setattr(shared_out, "_has_two_cores", lambda: True)
    told = []
    share_out(squares, ITEMS, lambda done, total: told.append((done, total)), least=10)
    assert told[-1] == (500, 500)
