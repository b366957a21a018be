"""Turn: starting a practice, and one step of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from assistant.domain.offer import Offer
from assistant.domain.pay_period import fill_base
from assistant.errors import InputError
from assistant.practice.judgement import judge_turn, praise_turn
from assistant.practice.opening import open_talk
from assistant.practice.practice import LONGEST_TURN, Plan, Practice, Round, check_plan, check_seed
from assistant.practice.reading import read_turn
from assistant.practice.recruiter import answer
from assistant.practice.temper import TemperName


def start_practice(
    offer: Offer,
    temper: TemperName,
    seed: int,
    *,
    plan: Plan | None = None,
    competing: Iterable[Decimal] = (),
    offer_name: str = "",
    number: int = 1,
) -> Practice:
    """A new practice, with the recruiter's first words.

    Args:
        offer: the confirmed terms; names in it change nothing.
        temper: of the recruiter.
        seed: decides the hidden band and between equal choices; the same seed is the same recruiter.
        plan: target and walk-away, if the person set them.
        competing: base salaries of other offers on file.
        offer_name: what the offer is called on file.
        number: of the try.

    Raises:
        InputError: the offer states no base salary, or the plan or seed cannot be used.
    """
    whole = fill_base(offer)
    first = open_talk(whole, temper, check_seed(seed))
    return Practice(
        number=number,
        offer_name=offer_name,
        offer=whole,
        temper=temper,
        seed=seed,
        plan=check_plan(plan or Plan()),
        competing=tuple(competing),
        opening=first.text,
        opening_objection=first.objection,
        standing=first.standing,
    )


def take_turn(practice: Practice, said: str) -> Practice:
    """The practice after the person said something; nothing or three dots is silence.

    Raises:
        InputError: the practice has ended, or the text is too long.
    """
    if practice.ended is not None:
        raise InputError("practice", "has ended; start another one to go on")
    if len(said) > LONGEST_TURN:
        raise InputError("text", f"is longer than {LONGEST_TURN:,} characters: say it in fewer words")
    standing = practice.standing
    reading = read_turn(said, standing.table, standing.spoken_of)
    number = len(practice.rounds) + 1
    reply = answer(reading, standing, practice.offer, practice.band, practice.temper, practice.seed, number)
    taken = Round(
        number=number,
        said="" if reading.silent else said.strip(),
        reply=reply.text,
        objection=reply.objection,
        moves=reply.moves,
        agreed=reply.agreed,
        notes=judge_turn(practice, reading, reply),
        good=praise_turn(practice, reading, reply),
    )
    return practice.with_round(taken, reply)


def stop_practice(practice: Practice) -> Practice:
    """The practice ended by the person, as it stands."""
    return practice if practice.ended else practice.model_copy(update={"ended": "stopped"})
