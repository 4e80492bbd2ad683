"""What some tests need that a copy of the program may lack."""

import pytest

from app.demonstration import tables

NO_EXAMPLE = "the example's tables are not there"
needs_example = pytest.mark.skipif(not tables(), reason=NO_EXAMPLE)
