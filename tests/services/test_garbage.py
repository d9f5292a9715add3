"""Setting the collector of cycles aside."""

import gc

import pytest

from glossary.services.garbage import without_collector


def test_the_collector_is_off_within_and_on_again_afterwards() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), without_collector():
        print(1 / 0)
    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off() -> None:
    with without_collector():
        with without_collector():
            pass
        assert not gc.isenabled()
