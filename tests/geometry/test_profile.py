"""Profiles: what they are between their points, and that parts, turns and chains keep the widths."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.geometry import Profile
from taureau.geometry.profile import chained

TAPER = Profile(((0.0, 0.0), (0.3, 1.2), (1.0, 0.4)))
SHARES = np.linspace(0, 1, 101)
profiles = st.dictionaries(
    st.integers(0, 1000).map(lambda share: share / 1000), st.floats(0.01, 10), min_size=1, max_size=6
).map(lambda points: Profile(tuple(sorted(points.items()))))


@given(profiles)
def test_it_passes_through_its_points_and_stays_between_them(profile):
    shares, factors = np.array(profile.points).T
    assert profile.at(shares) == pytest.approx(factors)
    values = profile.at(SHARES)
    assert values.min() >= factors.min() - 1e-9
    assert values.max() <= factors.max() + 1e-9
    assert profile.at(0.0) == pytest.approx(factors[0])
    assert profile.at(1.0) == pytest.approx(factors[-1])


@given(profiles)
def test_slopes_are_those_of_the_factors(profile):
    shares, h = np.linspace(0.001, 0.999, 97) + 1e-5, 1e-7
    measured = (profile.at(shares + h) - profile.at(shares - h)) / (2 * h)
    assert profile.slopes(shares) == pytest.approx(measured, rel=1e-3, abs=1e-3 * max(1, abs(measured).max()))


@given(profiles)
def test_reversed_twice_is_the_same_line(profile):
    assert profile.reversed().at(SHARES) == pytest.approx(profile.at(1 - SHARES))
    assert profile.reversed().reversed().at(SHARES) == pytest.approx(profile.at(SHARES))


def test_a_part_has_the_widths_of_its_place():
    part = TAPER.between(0.2, 0.7)
    assert part.at([0.0, 0.2, 1.0]) == pytest.approx(TAPER.at([0.2, 0.3, 0.7]))
    assert part.at(SHARES) == pytest.approx(TAPER.at(0.2 + 0.5 * SHARES), abs=0.05)


def test_parts_in_a_chain_are_the_whole():
    parts = [(TAPER.between(0.0, 0.4), 40.0, 2.0), (TAPER.between(0.4, 1.0), 60.0, 2.0)]
    whole = chained(parts, 2.0)
    assert whole is not None
    assert whole.at(SHARES) == pytest.approx(TAPER.at(SHARES), abs=0.05)


def test_a_chain_of_other_widths_keeps_them():
    whole = chained([(None, 30.0, 2.0), (TAPER, 70.0, 4.0)], 2.0)
    assert whole is not None
    assert whole.at([0.1, 0.51]) == pytest.approx([1.0, 2.4], abs=0.05)
    assert chained([(None, 30.0, 2.0), (None, 70.0, 2.0)], 2.0) is None


@given(profiles)
def test_rounding_again_changes_nothing(profile):
    once = profile.rounded(4)
    assert once.rounded(4) == once


def test_few_points_stay_near_the_many():
    many = Profile(tuple((share, 1 + 0.5 * np.sin(6 * share)) for share in SHARES.tolist()))
    few = many.simplified(0.02)
    assert len(few.points) < 20
    assert few.at(SHARES) == pytest.approx(many.at(SHARES), abs=0.06)


@pytest.mark.parametrize(
    "points", [(), ((0.0, 0.0),), ((0.5, 1.0), (0.5, 2.0)), ((0.0, 1.0), (1.2, 1.0)), ((0.0, -1.0), (1.0, 1.0))]
)
def test_what_is_no_profile_is_refused(points):
    with pytest.raises(ValueError, match="profile"):
        Profile(points)
