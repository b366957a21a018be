"""Opening: the recruiter's first words, with the offer in them."""

from __future__ import annotations

from assistant.domain.offer import Offer
from assistant.domain.offer_words import describe_terms
from assistant.practice import lines
from assistant.practice.band import read_table
from assistant.practice.draw import choose
from assistant.practice.standing import Reply, Standing
from assistant.practice.temper import TEMPERS, TemperName


def open_talk(offer: Offer, temper: TemperName, seed: int) -> Reply:
    """The first words, with the offer in them.

    Raises:
        InputError: the offer states no base salary.
    """
    table = read_table(offer)
    words = choose(seed, "opening", lines.OPENINGS[temper]).format(terms=_list_terms(offer))
    objection = lines.OPENING_OBJECTIONS.get(temper)
    standing = Standing(table=table, patience=TEMPERS[temper].patience)
    if objection is None:
        return Reply(text=words, standing=standing)
    added = choose(seed, "opening objection", lines.OBJECTIONS[objection])
    standing = standing.model_copy(update={"objection": objection, "used": {objection: 1}})
    return Reply(text=f"{words} {added}", objection=objection, standing=standing)


def _list_terms(offer: Offer) -> str:
    parts = [part[:1].lower() + part[1:] for part in describe_terms(offer)]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
