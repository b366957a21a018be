"""Recruiter: what the other side answers, and what it gives, by rules that only look at the turn and the offer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.counter import Lever
from assistant.domain.money import render_money
from assistant.domain.offer import Offer
from assistant.practice import lines
from assistant.practice.band import Band
from assistant.practice.concession import SILENCE, STRONG, concede, fits, has_reason, is_repeated, weigh
from assistant.practice.draw import choose
from assistant.practice.objection import list_objections, list_rivals, pick_objection, share_left
from assistant.practice.reading import MoneyAsk, Reading
from assistant.practice.standing import Ending, Move, Reply, Standing
from assistant.practice.temper import TEMPERS, TemperName
from assistant.practice.term import SHORT_NAMES, Term, name_item

ROUNDS_AFTER_FINAL = 2
ROUNDS_OF_GRACE = 1
MOST_ROUNDS = max(temper.patience for temper in TEMPERS.values()) + ROUNDS_OF_GRACE + ROUNDS_AFTER_FINAL
"""No practice is longer than this."""


def answer(
    reading: Reading, standing: Standing, offer: Offer, band: Band, temper: TemperName, seed: int, number: int
) -> Reply:
    """The answer to a turn. It always ends within MOST_ROUNDS rounds and never gives more than the band.

    Args:
        reading: what the person's turn does.
        standing: before the turn.
        offer: as it was confirmed.
        band: of this offer, temper and seed.
        temper: of the recruiter.
        seed: decides between equal choices.
        number: of the round, from 1.
    """
    return _Answer(reading, standing, offer, band, temper, seed, number).build()


class _Answer:
    """Collects the parts of one answer; everything else is a function of its arguments."""

    def __init__(
        self, reading: Reading, standing: Standing, offer: Offer, band: Band, temper: TemperName, seed: int, number: int
    ) -> None:
        self.reading, self.before, self.offer, self.band = reading, standing, offer, band
        self.temper, self.seed, self.number = temper, seed, number
        self.kind = TEMPERS[temper]
        self.table = dict(standing.table)
        self.terms = dict(standing.terms)
        self.asked = dict(standing.asked)
        self.used = dict(standing.used)
        self.refused = set(standing.refused)
        self.pending: dict[Lever, Decimal] = {}
        self.parts: list[str] = []
        self.objection: str | None = None
        self.cost, self.met = 1, False

    def build(self) -> Reply:
        ended = self._find_ending()
        if ended is None:
            self._talk()
        if ended is None and self.before.is_final and self.before.after_final + 1 >= ROUNDS_AFTER_FINAL:
            self.parts, ended = [*self._given_words(), lines.LEFT_OPEN], "left_open"
        is_final = self.before.is_final
        patience = max(0, self.before.patience - self.cost)
        waits = bool((self.pending or self.met) and self.before.patience)
        if ended is None and not patience and not is_final and not waits:
            is_final, self.objection, self.pending = True, None, {}
            self._object(["final_offer"])
        return Reply(
            text=" ".join(part for part in self.parts if part),
            objection=self.objection if ended is None else None,
            moves=self._moves(),
            agreed=tuple(term for term, how in self.terms.items() if how == "agreed" and self._is_new(term)),
            standing=self._stand(patience, is_final=is_final),
            ended=ended,
        )

    def _is_new(self, term: Term) -> bool:
        return self.before.terms.get(term) != "agreed"

    def _moves(self) -> tuple[Move, ...]:
        before = self.before.table
        return tuple(
            Move(lever=lever, before=before[lever], after=amount)
            for lever, amount in self.table.items()
            if amount != before[lever]
        )

    def _stand(self, patience: int, *, is_final: bool) -> Standing:
        reading, before = self.reading, self.before
        asked = [ask.lever for ask in reading.asks]
        return Standing(
            table=self.table,
            terms=self.terms,
            asked=self.asked,
            pending=self.pending,
            refused=tuple(sorted(self.refused)),
            spoken_of=asked[-1] if asked else before.spoken_of,
            objection=self.objection,
            used=self.used,
            patience=patience,
            strikes=before.strikes + bool(reading.hostile),
            silences=before.silences + reading.silent,
            reasoned=before.reasoned or has_reason(reading),
            knows_approver=before.knows_approver or bool(reading.approver),
            told_pay=before.told_pay or bool(reading.current_pay),
            written=before.written or bool(reading.written),
            met=self.met,
            is_final=is_final,
            after_final=before.after_final + before.is_final,
        )

    def _find_ending(self) -> Ending | None:
        reading, before = self.reading, self.before
        if before.pending and not reading.asks and (reading.accepts or reading.yes or reading.commit):
            self._give(before.pending)
            self.parts += [lines.WRITES if reading.written else "", lines.ACCEPTED[self.temper]]
            return "accepted"
        agrees = before.met and (reading.yes or reading.commit) and not reading.asks_something
        if reading.accepts or agrees:
            self.parts += [lines.WRITES if reading.written else "", lines.ACCEPTED[self.temper]]
            return "accepted"
        if reading.declines and not reading.asks_something:
            self.parts.append(lines.DECLINED)
            return "declined"
        if reading.hostile and before.strikes + 1 >= self.kind.strikes:
            self.parts.append(lines.WITHDRAWN)
            return "withdrawn"
        return None

    def _talk(self) -> None:
        reading = self.reading
        if reading.silent:
            self._be_silent()
            return
        if reading.hostile or reading.ultimatum:
            self.cost += 1
            self._note_asks()
            self._object(["intimidation"] if reading.hostile else ["pressure_alternatives"])
            return
        self._answer_questions()
        self._answer_terms()
        self._answer_asks()
        self._answer_the_rest()
        if self.before.is_final and not self._given_words():
            self.parts, self.objection = [lines.AFTER_FINAL], None

    def _given_words(self) -> list[str]:
        """The part of the answer that gives something, after the final offer."""
        given = [lines.TERM_AGREED[term] for term, how in self.terms.items() if how == "agreed" and self._is_new(term)]
        moved = self._say_moves(self._moves())
        return [*given, f"I can do {moved}." if moved else ""] if given or moved else []

    def _be_silent(self) -> None:
        open_asks = [lever for lever, amount in self.asked.items() if amount > self.table[lever]]
        if self.before.pending:
            self.pending = dict(self.before.pending)
        elif self.before.silences:
            self.cost += 1
        elif open_asks and self.kind.yields_to_silence and not self.before.is_final:
            lever = self.before.spoken_of if self.before.spoken_of in open_asks else open_asks[-1]
            room = self.band.money[lever]
            given = concede(self.table[lever], room, self.asked[lever], self.kind.step_rate * SILENCE)
            if given > self.table[lever]:
                self._give({lever: given})
                self.parts.append(self._choose(lines.SILENCE_MOVES).format(moves=self._say_moves(self._moves())))
                return
        self.parts.append(lines.AFTER_FINAL if self.before.is_final else self._choose(lines.SILENCE))

    def _answer_questions(self) -> None:
        if self.reading.approver:
            self.parts.append(self._choose(lines.APPROVER))
        if self.reading.room:
            left = share_left(self.table["base_salary"], self.band.money["base_salary"].most)
            place = min(2, int(left * 30))
            self.parts.append(lines.RANGE_PLACES[place])
            self._hint()

    def _hint(self, not_on: Lever | None = None) -> None:
        """Names the lever with most room left, if this recruiter does such things."""
        shares = {
            lever: share_left(self.table[lever], room.most)
            for lever, room in self.band.money.items()
            if lever != not_on and room.most > self.table[lever]
        }
        if self.kind.hints and shares:
            best = max(shares, key=lambda lever: shares[lever])
            self.parts.append(lines.HINT.format(lever=SHORT_NAMES[best]))

    def _answer_terms(self) -> None:
        for term in self.reading.terms:
            if self.terms.get(term) == "agreed":
                continue
            openness = self.band.terms[term]
            argued = has_reason(self.reading) or self.reading.commit or self.before.knows_approver
            if openness == "open" or (openness == "approver" and argued):
                self.terms[term] = "agreed"
                self.parts.append(lines.TERM_AGREED[term])
            elif openness == "approver":
                self.parts.append(lines.TERM_ASKS_APPROVER.format(term=name_item(term)))
            else:
                self.terms[term] = "refused"
                self._refuse(term)

    def _refuse(self, term: Term) -> None:
        said = {"level": ["level_locked"], "more_time": ["exploding_deadline"], "remote": ["geo_pay"]}.get(term)
        if term == "level" and self.temper in ("hurried", "hardball"):
            said = ["level_locked", "accept_before_we_can"]
        if self.objection is None and said:
            self._object(said)
        else:
            self.parts.append(lines.TERM_REFUSED[term])

    def _answer_asks(self) -> None:
        reading = self.reading
        if not reading.asks:
            self.pending = dict(self.before.pending)
            return
        is_last_word = self.before.is_final
        if is_last_word and any(ask.lever in self.before.asked for ask in reading.asks):
            return
        repeated = any(is_repeated(ask, reading, self.before) for ask in reading.asks)
        merit = Decimal(0) if repeated else weigh(reading, self.before)
        self.cost += repeated
        wanted = reading.amounts
        strong = merit >= STRONG and fits(wanted, self.band.money)
        self._note_asks()
        if strong and not reading.commit and not is_last_word:
            self.pending = wanted
            self._object(["verbal_commit"])
            return
        given = wanted if strong else self._concessions(reading.asks, merit)
        self._give(given)
        unmet = [lever for lever in wanted if self.table[lever] < wanted[lever]]
        self.met = not unmet
        self._say_result(unmet, argued=has_reason(reading) or self.before.reasoned)

    def _note_asks(self) -> None:
        for ask in self.reading.asks:
            self.asked[ask.lever] = ask.amount
            self.refused.add(ask.lever)

    def _concessions(self, asks: Sequence[MoneyAsk], merit: Decimal) -> dict[Lever, Decimal]:
        """What is given on each lever; of two that are offered as a choice, only the one with more room."""
        share = merit * self.kind.step_rate
        ranked = sorted(asks, key=lambda ask: -share_left(self.table[ask.lever], self.band.money[ask.lever].most))
        given: dict[Lever, Decimal] = {}
        for ask in ranked:
            amount = concede(self.table[ask.lever], self.band.money[ask.lever], ask.amount, share)
            if amount > self.table[ask.lever]:
                given[ask.lever] = amount
                if self.reading.fallback:
                    break
        return given

    def _give(self, amounts: dict[Lever, Decimal]) -> None:
        for lever, amount in amounts.items():
            self.table[lever] = max(self.table[lever], min(amount, self.band.money[lever].most))
            self.refused.discard(lever)

    def _say_result(self, unmet: list[Lever], *, argued: bool) -> None:
        moves = self._moves()
        if moves:
            words = lines.MOVED if unmet else lines.MET
            self.parts.append(self._choose(words).format(moves=self._say_moves(moves)))
        if not unmet:
            return
        if not argued and not self.before.refused:
            self.parts.append(self._choose(lines.NO_REASON))
            return
        if moves:
            self.parts.append(lines.REST.strip())
        if self.objection is None:
            told = self.before.told_pay or bool(self.reading.current_pay)
            if self.reading.other_offer:
                self._object(list_rivals(self.used, self.reading.other_offer))
            else:
                self._object(list_objections(unmet[0], self.offer, self.temper, told_pay=told))
        if not moves:
            self._hint(unmet[0])

    def _answer_the_rest(self) -> None:
        reading = self.reading
        if reading.written:
            shy = self.temper in ("hurried", "hardball") and not self.used.get("bonus_not_written")
            if shy and self.objection is None and not reading.asks:
                self._object(["bonus_not_written"])
            else:
                self.parts.append(lines.WRITES)
        if self.parts:
            return
        if reading.current_pay and not self.before.told_pay:
            self.parts.append(lines.RECORDED_PAY)
        if reading.low or reading.floor:
            self.parts.append(lines.LOW)
        elif reading.vague:
            self._object(["expectations"])
        elif reading.other_offer:
            self._object(list_rivals(self.used, reading.other_offer))
        elif not self.parts:
            self.parts.append(self._choose(lines.LISTENS))

    def _object(self, names: Sequence[str]) -> None:
        name = pick_objection(names, self.used, self.seed, f"{self.number} objection")
        said = lines.OBJECTIONS[name]
        self.parts.append(said[self.used.get(name, 0) % len(said)])
        self.used[name] = self.used.get(name, 0) + 1
        self.objection = name

    def _choose(self, words: dict[TemperName, tuple[str, ...]]) -> str:
        return choose(self.seed, f"{self.number} {words[self.temper][0][:12]}", words[self.temper])

    def _say_moves(self, moves: Sequence[Move]) -> str:
        said = [f"a {name_item(move.lever)} of {render_money(move.after, self.offer.currency_code)}" for move in moves]
        return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)
