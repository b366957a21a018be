from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.bootstrap import build_reference
from assistant.domain.household import Household
from assistant.domain.marginal_rate import calculate_marginal_rate
from assistant.errors import InputError


@pytest.mark.parametrize("added", [0, -1])
def test_something_must_be_added(added: int) -> None:
    with pytest.raises(InputError, match="added: must be more than 0"):
        calculate_marginal_rate(build_reference().tax_law(2025), Household("single", Decimal(1)), Decimal(added))
