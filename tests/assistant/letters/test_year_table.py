from decimal import Decimal

from assistant.letters.parse import parse_offer
from assistant.letters.year_table import find_year_rows

TABLE = """\
| Part | Year 1 | Year 2 | Year 3 | Year 4 |
|---|---|---|---|---|
| Base salary | $150,000 | $150,000 | $150,000 | $150,000 |
| Sign-on | $40,000 | $20,000 | - | - |
| RSUs | $10,000 | $30,000 | $80,000 | $80,000 |
| Total | $200,000 | $200,000 | $230,000 | $230,000 |

Offer from Initech for a Data Engineer.
"""


def test_a_table_by_years_gives_base_instalments_and_a_grant_with_its_schedule():
    offer = parse_offer(TABLE).offer
    assert offer.base_annual == 150_000
    assert [(part.year, part.amount) for part in offer.signing] == [(1, 40_000), (2, 20_000)]
    (grant,) = offer.equity
    assert (grant.total_value, grant.years, grant.schedule) == (200_000, 4, tuple(map(Decimal, (5, 15, 40, 40))))


def test_each_row_keeps_its_place_and_empty_cells():
    rows = find_year_rows(TABLE)
    assert [row.kind for row in rows] == ["base", "sign_on", "equity", "other"]
    assert rows[1].amounts == (40_000, 20_000, None, None)
    assert TABLE[slice(*rows[1].span)].startswith("| Sign-on")


def test_a_table_of_other_columns_is_none():
    assert find_year_rows("Part | Low | High\nBase | 100 | 200") == []
