from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.letters.told import parse_told
from assistant.tools.deps import ToolDeps
from assistant.tools.offer import RECORD_OFFER, stated_terms
from tests.assistant.tools.fakes import build_deps, draft, recorded


def record(deps: ToolDeps, text: str, **arguments: Any) -> ToolResult:
    return RECORD_OFFER.call({"text": text, **arguments}, deps)


def on_file(deps: ToolDeps) -> list[tuple[str, str, Any]]:
    return [(item.name, item.role, item.offer.base_annual) for item in deps.case.offers]


def test_the_first_offer_is_the_persons_own_under_its_company() -> None:
    deps = build_deps(readings={"Acme pays 180": [draft(company="Acme", base_annual=180_000)]})
    result = record(deps, "Acme pays 180")
    assert on_file(deps) == [("Acme", "mine", 180_000)]
    assert deps.case.offers[0].words == "Acme pays 180"
    assert result.data["names"] == ["Acme"]
    assert result.data["fields"] == [["base_annual", "company"]]
    assert 'Offer "Acme" (mine)' in result.text


@pytest.mark.parametrize("words", ["I was told: Acme  pays “180”, ok?", 'acme PAYS "180"'])
def test_text_is_the_persons_whatever_its_spaces_and_quotes(words: str) -> None:
    deps = build_deps(readings={'Acme pays "180"': [draft(base_annual=180_000)]})
    deps.words = [words]
    record(deps, 'Acme pays "180"')
    assert len(deps.case.offers) == 1


@pytest.mark.parametrize("text", ["Acme pays 280", " ", "pays 180 Acme"])
def test_words_that_are_not_the_persons_are_refused(text: str) -> None:
    deps = build_deps(readings={"Acme pays 180": [draft(base_annual=180_000)]})
    with pytest.raises(InputError, match="text: must be copied exactly from the person's own message"):
        record(deps, text)
    assert deps.case.offers == ()


def test_words_without_terms_record_nothing_and_say_so() -> None:
    deps = build_deps(readings={"hello": [draft(is_offer=False, warnings=("A job advert.",))]})
    result = record(deps, "hello")
    assert result.text == "No offer terms are stated in these words; nothing was recorded.\nA job advert."
    assert result.warnings == ("A job advert.",)
    assert deps.case.offers == ()


def test_a_correction_joins_the_offer_and_its_history() -> None:
    deps = build_deps(
        recorded("Acme", company="Acme", base_annual=180_000, level="L5"),
        readings={"base is 190 now": [draft(base_annual=190_000)]},
    )
    result = record(deps, "base is 190 now")
    (item,) = deps.case.offers
    assert (item.offer.base_annual, item.offer.level) == (190_000, "L5")
    assert [(change.before, change.after) for change in item.history] == [(180_000, 190_000)]
    assert "changed: base_annual from 180000 to 190000" in result.text


def test_the_named_offer_is_corrected() -> None:
    deps = build_deps(
        recorded("Acme", company="Acme", base_annual=180_000),
        recorded("Globex", "competing", company="Globex", base_annual=200_000),
        readings={"they went to 210": [draft(base_annual=210_000)]},
    )
    record(deps, "they went to 210", name="globex")
    assert on_file(deps) == [("Acme", "mine", 180_000), ("Globex", "competing", 210_000)]


def test_a_name_nobody_knows_is_a_new_offer_not_a_correction_of_mine() -> None:
    deps = build_deps(
        recorded("Acme", company="Acme", base_annual=180_000), readings={"they pay 200": [draft(base_annual=200_000)]}
    )
    record(deps, "they pay 200", name="Globex")
    assert on_file(deps) == [("Acme", "mine", 180_000), ("Globex", "competing", 200_000)]


def test_another_company_is_a_competing_offer() -> None:
    deps = build_deps(
        recorded("Acme", company="Acme", base_annual=180_000),
        readings={"Globex: 200": [draft(company="Globex", base_annual=200_000)]},
    )
    record(deps, "Globex: 200")
    assert on_file(deps) == [("Acme", "mine", 180_000), ("Globex", "competing", 200_000)]


def test_the_company_that_is_named_later_gives_its_name_in_place() -> None:
    deps = build_deps(
        recorded("my offer", base_annual=180_000),
        readings={"it is from Acme": [draft(company="Acme", bonus_target_pct=10)]},
    )
    record(deps, "it is from Acme")
    assert on_file(deps) == [("Acme", "mine", 180_000)]


def test_an_unnamed_competing_offer_stands_beside_the_unnamed_first_one() -> None:
    deps = build_deps(
        readings={
            "180 base": [draft(base_annual=180_000)],
            "another one at 200": [draft(base_annual=200_000)],
            "the other one is 205 now": [draft(base_annual=205_000)],
            "the other is Globex": [draft(company="Globex", level="L5")],
        }
    )
    record(deps, "180 base")
    record(deps, "another one at 200", role="competing")
    record(deps, "the other one is 205 now", role="competing")
    assert on_file(deps) == [("my offer", "mine", 180_000), ("other offer", "competing", 205_000)]
    record(deps, "the other is Globex", name="other offer")
    assert on_file(deps) == [("my offer", "mine", 180_000), ("Globex", "competing", 205_000)]


def test_two_offers_of_one_text_are_two_offers() -> None:
    deps = build_deps(readings={"180 here, 200 there": [draft(base_annual=180_000), draft(base_annual=200_000)]})
    result = record(deps, "180 here, 200 there")
    assert on_file(deps) == [("my offer", "mine", 180_000), ("other offer", "competing", 200_000)]
    assert result.data["names"] == ["my offer", "other offer"]


def test_names_that_are_taken_get_a_number() -> None:
    text = "two from Acme"
    drafts = [draft(company="Acme", base_annual=amount) for amount in (1, 2, 3)]
    deps = build_deps(readings={text: drafts})
    record(deps, text)
    assert [item.name for item in deps.case.offers] == ["Acme", "Acme 2", "Acme 3"]


def test_the_person_can_say_whose_an_offer_is() -> None:
    deps = build_deps(
        readings={"leverage at 200": [draft(base_annual=200_000)], "mine at 180": [draft(base_annual=180_000)]}
    )
    record(deps, "leverage at 200", role="competing")
    record(deps, "mine at 180", role="mine")
    assert on_file(deps) == [("other offer", "competing", 200_000), ("my offer", "mine", 180_000)]


def test_a_correction_that_is_no_offer_by_itself_is_read_with_the_words_on_file() -> None:
    deps = build_deps(
        recorded("my offer", words="180 base", base_annual=180_000),
        readings={
            "sign-on is 45": [draft(is_offer=False)],
            "180 base\n\nsign-on is 45": [draft(base_annual=180_000, signing=[{"amount": 45_000}])],
        },
    )
    record(deps, "sign-on is 45")
    assert [part.amount for part in deps.case.offers[0].offer.signing] == [45_000]
    assert deps.case.offers[0].words == "180 base\n\nsign-on is 45"


def test_words_on_file_about_two_offers_correct_only_the_one_that_is_meant() -> None:
    words = "Acme 180, Globex 200"
    deps = build_deps(
        recorded("Acme", words=words, company="Acme", base_annual=180_000),
        recorded("Globex", "competing", words=words, company="Globex", base_annual=200_000),
        readings={
            "make it 205": [draft(is_offer=False)],
            f"{words}\n\nmake it 205": [
                draft(company="Acme", base_annual=180_000),
                draft(company="Globex", base_annual=205_000),
            ],
        },
    )
    record(deps, "make it 205", name="Globex")
    assert on_file(deps) == [("Acme", "mine", 180_000), ("Globex", "competing", 205_000)]


@pytest.mark.parametrize("words", ["", "180 base"])
def test_a_correction_that_changes_nothing_records_nothing(words: str) -> None:
    deps = build_deps(
        recorded("my offer", words=words, base_annual=180_000),
        readings={"thanks": [], "180 base\n\nthanks": [draft(base_annual=180_000)]},
    )
    result = record(deps, "thanks")
    assert result.data == {}
    assert deps.case.offers[0].words == words


def test_only_what_is_stated_is_listed() -> None:
    offer = draft(company="Acme", base_annual=180_000, equity=[{"total_value": 5}]).offer
    assert set(stated_terms(offer)) == {"company", "base_annual", "equity"}


def told(*texts: str) -> ToolDeps:
    """A case in which a person told these pieces, read as the session reads them."""
    deps = build_deps()
    deps.words = list(texts)
    deps = deps.__class__(**{**vars(deps), "read_offers": parse_told})
    for text in texts:
        record(deps, text)
    return deps


def test_an_offer_told_in_pieces_is_one_offer() -> None:
    deps = told("got my datadog offer!! 165 base", "oh and 120k rsu over 4 yrs", "and 8% bonus", "its 3 years not 4")
    assert on_file(deps) == [("Datadog", "mine", 165_000)]
    offer = deps.case.offers[0].offer
    assert (offer.bonus_target_pct, offer.equity[0].total_value, offer.equity[0].years) == (8, 120_000, 3)


def test_a_new_letter_and_a_currency_correct_the_old_one() -> None:
    deps = told("offer from Ubisoft, 95k usd", "*CAD sorry", "and 8% bonus", "thats the old letter. new one: 102k, 8%")
    assert on_file(deps) == [("Ubisoft", "mine", 102_000)]
    assert deps.case.offers[0].offer.currency == "CAD"


def test_a_later_addition_does_not_bring_back_what_was_corrected() -> None:
    deps = told("offer: 92k base", "new letter says 97k and 10% bonus", "and 5k relocation on top")
    assert on_file(deps) == [("my offer", "mine", 97_000)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("offer from intuit 158 base", "block just sent me theirs. 170 base", ("Intuit", "Block")),
        ("offer A: monzo, 98k gbp", "offer B: hsbc 105k", ("Monzo", "HSBC")),
        ("offer A: a startup, 98k", "B: a bank, 105k", ("offer A", "offer B")),
        ("Leeds one £78k and 10% bonus", "Manchester £72k, 15% bonus", ("Leeds", "Manchester")),
        ("broadcom offer, 210", "i do have an offer from Oracle since today, 225", ("Broadcom", "Oracle")),
    ],
)
def test_a_second_offer_does_not_overwrite_the_first(first: str, second: str, expected: tuple[str, str]) -> None:
    deps = told(first, second)
    assert [(item.name, item.role) for item in deps.case.offers] == [(expected[0], "mine"), (expected[1], "competing")]


def test_a_second_offer_without_a_currency_is_in_that_of_the_first() -> None:
    second = told("offer A: monzo, 98k gbp", "offer B: hsbc 105k").case.offers[1].offer
    assert (second.currency, second.currency_assumed) == ("GBP", True)


def test_a_bare_new_number_is_pay_of_the_same_period() -> None:
    offer = told("RN offer, Phoenix, $39.00/h", "she says 40.50").case.offers[0].offer
    assert offer.base_stated is not None
    assert (offer.base_stated.amount, offer.base_annual) == (Decimal("40.5"), Decimal("84240"))


def test_words_about_one_offer_may_name_another() -> None:
    deps = told("i have Snowflake 195 base and Cloudera 200 base")
    deps.words.append("told cloudera about snowflake. they moved to 208.")
    record(deps, deps.words[-1], name="cloudera")
    assert on_file(deps) == [("Snowflake", "mine", 195_000), ("Cloudera", "competing", 208_000)]


def test_a_bare_number_corrects_the_part_told_last() -> None:
    deps = told("base 201k", "signing 20", "sorry 25, found my notes. rsu 180k over 3 years")
    (item,) = deps.case.offers
    assert [part.amount for part in item.offer.signing] == [25_000]
    assert item.offer.base_annual == 201_000
    assert item.evidence
    assert all(each.quote in item.words for each in item.evidence)


def test_words_are_the_persons_however_the_conversation_parts_thousands() -> None:
    deps = build_deps(readings={})
    deps.words = ["3.400 EUR a month", "sorry, it is 3.750 per month"]
    assert deps.as_written("sorry, it is 3,750 per month") == "sorry, it is 3.750 per month"
    assert not deps.as_written("sorry, it is 3,850 per month")


def test_an_update_in_few_words_changes_the_named_offer_in_its_own_measure() -> None:
    deps = build_deps(
        recorded("Acme", company="Acme", base_annual=3_400_000, currency="INR"),
        recorded("Globex", "competing", company="Globex", base_annual=3_100_000, currency="INR"),
        readings={"revised to 33 fixed": [draft(base_annual=33_000)]},
    )
    record(deps, "revised to 33 fixed", name="Globex")
    assert on_file(deps) == [("Acme", "mine", 3_400_000), ("Globex", "competing", 3_300_000)]
    (change,) = deps.case.offers[1].history
    assert (change.before, change.after) == (3_100_000, 3_300_000)


@pytest.mark.parametrize(
    ("text", "currency"),
    [("Ostrava Biotech is 66,000", None), ("Zurich: 140,000", "CHF"), ("Bergen Analytics offers NOK 720,000", "NOK")],
)
def test_a_company_called_after_a_town_is_not_paid_in_its_currency(text: str, currency: str | None) -> None:
    deps = build_deps(readings={text: parse_told(text)})
    record(deps, text)
    assert deps.case.offers[0].offer.currency == currency


def test_what_was_offered_before_a_move_is_kept_but_not_what_was_misread() -> None:
    deps = build_deps(
        recorded("Acme", company="Acme", base_annual=180_000),
        readings={"they came to 190k": [draft(base_annual=190_000)], "i misread, 195k": [draft(base_annual=195_000)]},
    )
    record(deps, "they came to 190k", name="Acme")
    record(deps, "i misread, 195k", name="Acme")
    (item,) = deps.case.offers
    assert item.offer.base_annual == 195_000
    assert [offer.base_annual for offer in item.earlier] == [180_000]
