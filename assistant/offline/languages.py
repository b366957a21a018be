"""Languages: whether a message is written in another language than English, which Parley reads in part and answers in English."""

from __future__ import annotations

import re

_COMMON: dict[str, frozenset[str]] = {
    "Spanish": frozenset(
        "el la los las un una de que y en por para con no me mi es le lo se como pero si ya dice dicen dijo quiero puedo oferta sueldo esta al del mas muy hay son q".split()
    ),
    "Portuguese": frozenset(
        "o os as um uma de que e em por para com nao me meu minha se como mas sim ja disse quero posso proposta salario esta ao do da eu voce".split()
    ),
    "German": frozenset(
        "der die das ein eine und ich nicht mit fur von zu ist auf im bitte wie was mir mich sie haben hat wurde aber auch noch gehalt angebot meine mein soll kann wenn sagt meint".split()
    ),
    "French": frozenset(
        "le la les un une de et en je ne pas que qui pour avec est sur mon ma mes vous ils elle me dit comment mais si offre salaire du des au ca suis peux".split()
    ),
    "Hindi": frozenset(
        "hai hain ka ki ke ko se mein main mera meri kya kaise kar karu karna nahi nhi aur par bhi ye yeh wo woh mujhe kitna kuch bol raha rahe diya unhone abhi toh hoga chahiye bana".split()
    ),
    "Italian": frozenset(
        "il lo la gli un una di che e in per con non mi mio mia si come ma sono ha hanno offerta stipendio voglio posso del della".split()
    ),
}
_ENGLISH = frozenset(
    "the a an i is it my to of and in for they me what do that this with on you are not have be at he she if so but how can from or we was as by".split()
)
LEAST_WORDS = 3
LEAST_SHARE = 0.2


def find_language(folded: str) -> str | None:
    """The language a message is mostly written in when that is not English; None otherwise.

    >>> find_language("quiero pedir mas sueldo, que les digo?"), find_language("what do I say to the recruiter?")
    ('Spanish', None)
    """
    words = re.findall(r"[a-z]+", folded.lower())
    if not words:
        return None
    english = sum(word in _ENGLISH for word in words)
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    name = max(counts, key=lambda item: (counts[item], item))
    plain = counts[name] >= LEAST_WORDS and counts[name] / len(words) >= LEAST_SHARE
    return name if plain and counts[name] > english else None
