"""Fits the models that read letters: `python -m evals.fit_letters`, with `--score` each hand's letters by the others'.

Three conditional random fields: one over the words of a letter, for employer, post, grade, place and dates, one over
its amounts, for the term each belongs to, and one of a single item, for whether it states an offer. What the patterns
read is a clue of all. What fitting them has shown:

- On the letters of dev.yaml the patterns were built, so they are right there more often than elsewhere. A model that
  learns from these letters as they are trusts the patterns in everything. So readings are left out at random there, and
  every letter is learnt from again with other names, posts, places and dates and another layout (offer_variants.py),
  where the patterns err as they do on new letters; letters of hands on which no pattern was built count twice,
  and those of the hands that write as people do, in chats, posts and notes, count most.
- Names that no list knows are told by the words around them: so words have kinds, and of a word only whether several
  letters write it in lower case (words.txt).
- From what is no offer only the third model learns; the rule for notes was built on the letters of dev.yaml, so there
  its verdict is left out.

The results are assistant/letters/fields.crf, sums.crf, offers.crf and words.txt.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pycrfsuite
import yaml

from assistant.interfaces.rendering import render_draft
from assistant.letters import models
from assistant.letters.judgement import describe_offer
from assistant.letters.learnt import FIELDS, mark
from assistant.letters.offer_clues import NO_OFFER, OFFER
from assistant.letters.parse import parse_offer, read_messages, read_paste, read_whole
from assistant.letters.sum_roles import ROLES, describe_amounts
from assistant.letters.tokens import tokenize
from evals.metrics.offer_fields import FieldScore, score_offer
from evals.offer_spans import tag_tokens
from evals.offer_sums import tag_sums
from evals.offer_variants import build_pools, vary

DATA = Path(__file__).resolve().parent / "datasets" / "offers"
OUT = Path(models.__file__).parent
VARIANTS = 2
"""How often a letter is written again."""
LEFT_OUT = 0.5
"""The share of readings that are left out of the letters the patterns were built on."""
LEAST_LETTERS = 3
"""Letters, of at least two hands, that write a word in lower case before it is known."""
FIELD_SETTINGS = {
    "c1": 0.3, "c2": 0.02, "max_iterations": 50, "feature.possible_transitions": True, "feature.minfreq": 2,
}  # fmt: skip
OFFER_SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 80, "feature.minfreq": 3}
LIFELIKE = (
    "b6a", "b6b", "b7c", "b7d", "b7e", "b8f", "b8g", "b8h", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10",
    "r11", "r13", "r15", "s1", "s2", "s3", "s4", "s5", "s6", "nx",
)  # fmt: skip
"""Hands that wrote chats, posts, forwards and notes as well as letters, and on whose letters no pattern was built."""
UNBUILT = ("b2", "l4")
"""Other hands on whose letters hardly a pattern was built."""
TIMES_LIFELIKE = 3
"""How often their letters count."""
SUM_SETTINGS = {"c1": 0.2, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}
_READING = re.compile(r"(?:read|again)-(\w+)=")
_TOLD_TERM = re.compile(rf"(?:kind|label=|side=|seen=|(?:{'|'.join(ROLES)}|other|total|dilution|None)[-+]\w)")
MODELS: tuple[models.ModelName, ...] = ("fields", "sums", "offers")
Sample = Mapping[str, Any]
Example = tuple[list[list[str]], list[str]]


def load() -> tuple[list[Sample], list[Sample]]:
    """The letters the patterns were built on, and the others; those of test.yaml are held out and never learnt from."""
    samples: list[Sample] = yaml.safe_load((DATA / "dev.yaml").read_text(encoding="utf-8"))
    unseen = [sample for sample in samples if hand_of(sample) in UNBUILT]
    return [sample for sample in samples if hand_of(sample) not in UNBUILT], unseen


def hand_of(sample: Sample) -> str:
    """Who wrote a letter, by the first part of its name."""
    return str(sample["id"]).split("-")[0]


def count_words(samples: Iterable[Sample]) -> dict[str, int]:
    """How many letters write each word in lower case, of the words several hands write."""
    counts: Counter[str] = Counter()
    hands: defaultdict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for word in {token.word for token in tokenize(sample["text"]) if token.text[0].islower()}:
            counts[word] += 1
            hands[word].add(hand_of(sample))
    return {word: counts[word] for word in sorted(counts) if counts[word] >= LEAST_LETTERS and len(hands[word]) > 1}


def list_examples(seen: Sequence[Sample], unseen: Sequence[Sample]) -> Iterator[tuple[Example, Example]]:
    """Words and amounts of every letter and of its variants, with their tags."""
    pools = build_pools([*seen, *unseen])
    for samples, is_seen in ((seen, True), (unseen, False)):
        for sample in samples:
            if not sample["expected"].get("is_offer", True):
                continue
            chance = random.Random(str(sample["id"]))
            lifelike = hand_of(sample) in LIFELIKE
            examples = list(_examples(sample, None if lifelike or not is_seen else _leave_out(chance)))
            for _ in range(TIMES_LIFELIKE if lifelike else 1 if is_seen else 2):
                yield from examples
            for _ in range(VARIANTS):
                yield from _examples(vary(sample, pools, chance), None)


def list_judged(samples: Iterable[Sample]) -> Iterator[tuple[list[str], str]]:
    """The clues of every text and whether it is an offer; what is none counts twice."""
    for sample in samples:
        is_offer, lifelike = sample["expected"].get("is_offer", True), hand_of(sample) in LIFELIKE
        clues = describe_offer(*read_whole(sample["text"]))
        if not lifelike:
            clues = [clue for clue in clues if not clue.startswith("rule=")]
        for _ in range((2 if lifelike else 1) * (1 if is_offer else 2)):
            yield clues, OFFER if is_offer else NO_OFFER


def _leave_out(chance: random.Random) -> set[str]:
    names = {field for field in FIELDS if chance.random() < LEFT_OUT}
    return names | ({"sums"} if chance.random() < LEFT_OUT else set())


def _examples(sample: Sample, left_out: Collection[str] | None) -> Iterator[tuple[Example, Example]]:
    for page, terms in read_messages(sample["text"]):
        marked = mark(page, terms)
        words = marked.clues, tag_tokens(marked.text, marked.tokens, sample["expected"])
        sums = describe_amounts(page, page.mentions), tag_sums(page, sample["expected"])
        yield (_without_readings(words, left_out or ()), _without_terms(sums) if "sums" in (left_out or ()) else sums)


def _without_readings(example: Example, names: Collection[str]) -> Example:
    clues, tags = example
    return [[c for c in own if not ((read := _READING.match(c)) and read[1] in names)] for own in clues], tags


def _without_terms(example: Example) -> Example:
    clues, tags = example
    return [[c for c in own if not _TOLD_TERM.match(c)] for own in clues], tags


def fit(seen: Sequence[Sample], unseen: Sequence[Sample], out: Path) -> None:
    """Write the models of these letters."""
    fields, sums, offers = (_trainer(settings) for settings in (FIELD_SETTINGS, SUM_SETTINGS, OFFER_SETTINGS))
    for words, amounts in list_examples(seen, unseen):
        fields.append(*words)
        if amounts[0]:
            sums.append(*amounts)
    fields.train(str(out / "fields.crf"))
    sums.train(str(out / "sums.crf"))
    models.use("fields", out / "fields.crf")
    models.use("sums", out / "sums.crf")
    for clues, tag in list_judged([*seen, *unseen]):
        offers.append([clues], [tag])
    offers.train(str(out / "offers.crf"))


def _trainer(settings: Mapping[str, Any]) -> Any:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(settings)
    return trainer


def use(folder: Path) -> None:
    """Read with the models of a folder from now on."""
    for name in MODELS:
        models.use(name, folder / f"{name}.crf")
    read_paste.cache_clear()


def score(samples: Iterable[Sample]) -> FieldScore:
    """How well the models in use read letters."""
    counts = FieldScore()
    for sample in samples:
        score_offer(sample["id"], sample["expected"], render_draft(parse_offer(sample["text"])), counts)
    return counts


def score_hands(seen: Sequence[Sample], unseen: Sequence[Sample], write: Callable[[str], Any]) -> None:
    """Tell how the letters of each hand are read by models that have seen no letter of that hand."""
    for hand in LIFELIKE:
        own = [sample for sample in seen if hand_of(sample) == hand]
        seen_by_others, unseen_by_others = (
            [sample for sample in part if hand_of(sample) != hand] for part in (seen, unseen)
        )
        with TemporaryDirectory() as folder:
            fit(seen_by_others, unseen_by_others, Path(folder))
            use(Path(folder))
        counts = score(own)
        write(f"{hand}: {len(own)} letters, precision {counts.precision:.3f}, recall {counts.recall:.3f}\n")


def main(arguments: Sequence[str] = sys.argv[1:], write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit and write the models, or tell their score by hands."""
    seen, unseen = load()
    if "--score" in arguments:
        score_hands(seen, unseen, write)
        return 0
    words = count_words([*seen, *unseen])
    (OUT / "words.txt").write_text("".join(f"{word}={count}\n" for word, count in words.items()), encoding="utf-8")
    fit(seen, unseen, OUT)
    write(f"{len(seen) + len(unseen)} letters, {len(words)} words\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
