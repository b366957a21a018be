"""Payments: what leaving loses or owes, what is left after a stated tax, what a part of a year has earned."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.message import PAY, Message
from assistant.offline.algebra.terms import Term

LOSES = r"los(?:e|es|ing)|forfeit\w*|walk(?:ing)? away|leav(?:e|ing) behind|whole|giv(?:e|ing) up|on the table"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_TO = re.compile(rf"\b(?:end of|until the end of|through|last day of|until|till)(?: the)? {_MONTH}\b|\b{_MONTH} (?:30|31|28)\b", re.IGNORECASE)  # fmt: skip
_FROM = re.compile(rf"\b(?:start\w*|begin\w*|join\w*|from)\b[^.?!\d]{{0,20}}{_MONTH}|\b(?:1|1st)(?: of)? {_MONTH}", re.IGNORECASE)  # fmt: skip
_NET = re.compile(
    r"\b(?:in my pocket|net|netto|after[- ]tax|take[- ]home|in hand|lands?|clear|walk away with|left|leaves me|netos?)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(r"\b(?:want|need|to (?:get|have|net|receive|clear)|so that|how (?:big|large)|what gross)\b", re.IGNORECASE)  # fmt: skip
_ASKS_GROSS = re.compile(
    r"\bhow much gross|(?:what|which) gross|gross salary|gross ?\?|how (?:big|large|high|much) (?:must|should|does|would)(?: \w+){1,3} (?:be|have to be)|gross (?:do|should|would|must|bonus|amount|is|has)|gross(?:ed)?[- ]?up|"
    r"bruto? (?:anual )?(?:tengo|hay)|brutto (?:brauche|muss)",
    re.IGNORECASE,
)


def made_whole(m: Message) -> Work | None:
    """What is lost by leaving, added up, and how much of it an amount leaves uncovered."""
    parts = m.pick("percent")
    bonus = next((t for t in m.money if t.role == "bonus"), None)
    if (
        not m.has(LOSES)
        or len(parts) > 1
        or (parts and (bonus is None or not m.has(r"pool|pays? out|payout|paid out|funded|attain\w*|target")))
    ):
        return None
    work = Work()
    losses: list[Expr] = []
    shares = m.pick("shares")
    prices = [
        t for t in m.pick("money number", "price", "current", "company_value", "") if t.value < 3000 and not t.per
    ]
    if len(shares) == 1 and prices:
        stock = work.take(shares[0], "shares") * work.take(prices[0], "share_price")
        losses.append(work.step("stock lost", stock, answers=bool(parts)))
    elif shares:
        return None
    covers = m.pick("money", "sign_on", "offered")
    for term in m.money:
        if term.start not in work.used and term not in covers and term.role not in ("salary", "mine"):
            lost = work.take(term, f"{term.role or 'amount'}_lost")
            if parts and term is bonus:
                lost = work.step("bonus lost", lost * work.take(parts[0], "paid_out_pct").part)
            losses.append(lost)
    if not losses or (len(losses) < 2 and not covers):
        return None
    whole = work.step("lost in all", add_up(losses))
    if covers:
        paid = add_up(work.take(term, "covered") for term in covers)
        work.step("not covered", whole - paid)
    return work


def owed_by_tier(m: Message) -> Work | None:
    """What is paid back where the part owed falls in steps: the step the day of leaving lies in."""
    parts, amounts = m.pick("percent", "repaid", "fall", "rise", "", "term"), m.money
    times = m.pick("time")
    leave = m.one("time", "leave") if len(m.pick("time", "leave")) == 1 else (times[-1] if times else None)
    if len(amounts) != 1 or len(parts) < 2 or leave is None or not m.has(r"repay\w*|pay back|owe\w*|claw\w*|return"):
        return None
    limits = [_limit(m, part, leave) for part in parts]
    if None in limits:
        return None
    gone = _months(leave)
    tier = next((n for n, limit in enumerate(limits) if limit is not None and gone <= limit), None)
    work = Work()
    amount = work.take(amounts[0], "amount")
    work.used |= {term.start for term in m.terms if term.dim in ("time", "percent") or term.value in (*limits,)}
    if tier is None:
        owed = work.step("owed back", amount * 0)
    else:
        owed = work.step("owed back", amount * work.take(parts[tier], "repaid_pct").part)
    work.step("kept", amount - owed, answers=False)
    work.suppose("You leave on your own wish; each part counts up to the end of its period.")
    return work


def _limit(m: Message, part: Term, leave: Term) -> Decimal | None:
    """Up to which month a part is owed: the next time behind it."""
    behind = [
        t
        for t in m.terms
        if t.start > part.start and t is not leave and (t.dim == "time" or (t.dim == "number" and t.value <= 60))
    ]
    found = behind[0] if behind else None
    return None if found is None else _months(found) if found.dim == "time" else found.value


def _months(term: Term) -> Decimal:
    return term.value * {"year": 12, "month": 1}.get(term.unit or "", 1)


def after_stated_tax(m: Message) -> Work | None:
    """Net from gross, or gross from net, by the rates the message states; of a raise, its part that stays."""
    rates, amounts = m.pick("percent", "tax"), _apart([t for t in m.money if t.value >= 100])
    if not rates or len(m.pick("percent")) != len(rates) or m.pick("shares") or m.has(r"match|espp|gross[- ]?up and"):
        return None
    if not 1 <= len(amounts) <= 3 or sum(term.value for term in rates) >= 100:
        return None
    work = Work()
    if len(amounts) > 1:
        before, after = sorted(amounts[:2], key=lambda term: term.start)
        if not m.has(r"from|to|raise|bump|more|hike|go(?:es|ing)? up") or m.asks("each"):
            return None
        extra = work.step("more gross", work.take(after, "new_pay") - work.take(before, "old_pay"), answers=False)
        if len(amounts) == 3 and abs(amounts[2].value - extra.value) > 1:
            return None
        if len(amounts) == 3:
            work.used.add(amounts[2].start)
        taxes = add_up(work.take(term, "tax_pct") for term in rates)
        work.step("kept of it", extra * left_of(taxes))
        work.step("taken by tax", extra * taxes.part, answers=False)
        return work
    amount = amounts[0]
    taxes = add_up(work.take(term, "tax_pct") for term in rates)
    times = m.one("count", "salaries")
    if times is not None and amount.per is None and amount.value <= 30_000:
        amount = replace(amount, per="month")
        work.used.add(times.start)
    both = m.has(
        r"what (?:do|would|will) i (?:net|keep|get|take home)|how much (?:is|will be) left|left and what|net and what"
    )
    if _is_net(m, amount) and not both:
        net = work.take(amount, "net")
        gross = work.step("gross needed", net / left_of(taxes))
        work.step("tax on it", gross * taxes.part, answers=False)
        if amount.per == "month":
            work.step("gross a year", gross * (work.take(times, "salaries") if times else 12))
        return work
    gross = work.take(amount, "gross")
    if m.has(
        r"(?:net|leave me|get|keep|receive|pocket) (?:me )?(?:the |a )?(?:full|whole|entire)|gross(?:ed)?[- ]?up|(?:they|company) (?:\w+ )?(?:have|need) to pay|what gross|make (?:me|it) whole"
    ):
        work.step("net", gross * left_of(taxes))
        work.step("gross that leaves all of it", gross / left_of(taxes))
        work.used |= {t.start for t in m.pick("number money") if t.value in (amount.value, amount.value / 1000)}
        return work
    yearly = amount.per in (None, "year")
    net = work.step("net", gross * left_of(taxes), answers=not (m.asks("month") and yearly))
    if m.asks("month") and yearly and amount.role in (*PAY, "net"):
        work.step("net a month", net / 12)
    work.step("taxes together", gross * taxes.part, answers=False)
    return work


def _apart(terms: list[Term]) -> list[Term]:
    """Without those that say an earlier one again."""
    return [term for place, term in enumerate(terms) if term.value not in [before.value for before in terms[:place]]]


def _is_net(m: Message, amount: Term) -> bool:
    """Whether the amount is what is to be left: "want 20k in my pocket", "15k net, what gross"."""
    if _ASKS_GROSS.search(m.text):
        return bool(_NET.search(m.text))
    if re.match(r" ?(?:gross|brutto|bruto|before tax)", m.text[amount.end :], re.IGNORECASE):
        return False
    return amount.role == "net" and bool(_WANTS.search(m.text)) and not re.search(r"\bhow much (?:of|is left|do i keep)|what (?:lands|hits)", m.text)  # fmt: skip


def part_of_year(m: Message) -> Work | None:
    """What has been earned of a yearly sum by the end of a month, or from a start on."""
    ends, starts = _TO.search(m.text), _FROM.search(m.text)
    found = ends or starts
    if (
        found is None
        or len(m.money) != 1
        or not m.has(r"prorat\w*|pro[- ]rat\w*|accru\w*|earn\w*|for the months|this year|anteilig")
    ):
        return None
    name = next(group for group in found.groups() if group)[:3].lower()
    month = MONTHS.index(name) + 1
    work = Work()
    amount = work.take(m.money[0], "yearly")
    for part in m.pick("percent"):
        amount = amount * work.take(part, "part_pct").part
    if m.pick("percent"):
        amount = work.step("for a full year", amount, answers=False)
    served = work.number(Decimal(month if ends else 13 - month), "served_months")
    work.step("earned for those months", amount * served / 12)
    work.step("a month of it", amount / 12, answers=False)
    for term in m.pick("time number"):
        work.used.add(term.start)
    work.suppose("Each full month counts one twelfth.")
    return work


def own_part(m: Message) -> Work | None:
    """What one pays oneself where somebody else pays a percent, up to a limit."""
    parts = m.pick("percent")
    if (
        len(parts) != 1
        or not 1 <= len(m.money) <= 2
        or not m.has(r"(?:they|company|employer|i|me|we)(?:'d| would| will)? (?:to )?(?:pays?|covers?|reimburses?)")
    ):
        return None
    payer = re.search(
        r"\b(?P<who>\w+)(?:'d| would| will| want me| have)? (?:to )?(?:pays?|covers?|reimburses?)[^.?!%]{0,8}$",
        m.text[: parts[0].start],
        re.IGNORECASE,
    )
    helps = m.has(r"tuition|help|assistance|reimburs\w*|benefit|subsid\w*|stipend") and m.has(
        r"capped|cap|max\w*|up to|limit"
    )
    if (payer is None and not helps) or not re.match(r" ?(?:of|up to|up)\b", m.text[parts[0].end :]):
        return None
    mine = payer is not None and payer["who"].lower() in ("i", "me", "want")
    limit = next(
        (
            t
            for t in m.money
            if re.search(
                r"\b(?:up to|max\w*|cap(?:ped)?(?: at| of)?|limit of)(?: of)?\W*$", m.text[: t.start], re.IGNORECASE
            )
        ),
        None,
    )
    cost = next((term for term in m.money if term is not limit), None)
    if cost is None or cost.role in ("salary", "current") or m.pick("percent", "pension", "bonus_part", "tax"):
        return None
    work = Work()
    whole = work.take(cost, "cost")
    if cost.per == "month":
        whole = work.step("cost a year", whole * 12, answers=False)
    share = work.step("part paid by percent", whole * work.take(parts[0], "part_pct").part, answers=mine)
    if limit is not None:
        top = work.take(limit, "limit")
        share = Expr(f"min({share.text}, {top.text})", min(share.value, top.value))
    if not mine:
        work.step("paid by them", share)
        work.step("left for you to pay", whole - share)
    return work


PAYMENT_TOPICS = (made_whole, owed_by_tier, after_stated_tax, part_of_year, own_part)
