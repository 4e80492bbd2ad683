"""The axes of scores: a point is read where it stands, for the steps stand at whole scores."""

import pytest

from app.report.chapters.action_plan import SCALE
from app.report.chapters.buyers import _around
from app.report.chart_pieces import steps


def test_the_axes_of_the_priority_matrix_have_their_steps_at_the_scores():
    assert SCALE == (1.0, 5.0)
    assert steps(SCALE) == '<c:majorUnit val="1"/>'


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ([2.3, 3.9], (2.0, 4.0)),
        ([1.0, 5.0], (1.0, 5.0)),
        ([3.0], (2.0, 4.0)),
        ([2.0, 4.0], (1.0, 5.0)),
        ([5.0], (3.0, 5.0)),
        ([4.2, 4.6], (3.0, 5.0)),
    ],
)
def test_the_axes_of_importance_and_performance_end_at_whole_scores(values, ends):
    assert _around(values) == ends
    assert steps(ends) == '<c:majorUnit val="1"/>'
