from assistant.letters.parse import parse_offer, parse_offers
from assistant.letters.several import split_offers

TABLE = """\
| | Offer 1 | Offer 2 |
|---|---|---|
| Company | Fenwick Mutual | Sable Harbour |
| Base | £46,000 | £49,500 |
| Sign-on | £2,000 | none |
"""


def test_offers_in_the_columns_of_a_table_are_told_apart():
    first, second = split_offers(TABLE)
    assert [TABLE[slice(*place)].strip() for place in first] == [
        "Company | Fenwick Mutual", "Base | £46,000", "Sign-on | £2,000",
    ]  # fmt: skip
    assert "49,500" in "".join(TABLE[slice(*place)] for place in second)
    assert parse_offer(TABLE).offer.base_annual == 46_000


def test_numbered_offers_with_their_pay_in_the_lines_below_are_told_apart():
    text = "My offers:\n1) Ferrin Power - Engineer\nbase $118,000\n\n2) Delmar Group - Engineer\nbase $124,500"
    assert len(split_offers(text)) == 2
    assert [draft.offer.base_annual for draft in parse_offers(text)] == [118_000, 124_500]


def test_headings_that_name_whose_offer_it_is_part_a_paste():
    text = "=== Offer from Juniper Works ===\nSalary: $138,000\n\n=== Offer from Colby Bank ===\nSalary: $149,000"
    assert [draft.offer.base_annual for draft in parse_offers(text)] == [138_000, 149_000]


def test_two_mails_of_two_employers_in_one_paste_are_told_apart():
    text = (
        "both mails, pls compare\n=== mail A ===\nMangrove offers you 126,000 base, sign-on 8,000.\n\n"
        "=== mail B ===\nRambutan can do 135,000 base and 15,000 sign-on."
    )
    assert [draft.offer.base_annual for draft in parse_offers(text)] == [126_000, 135_000]
