"""Phrases: the few sentences a rewrite may add to a person's own, in the language of the draft; none states a fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.domain.characters import fold_characters
from assistant.domain.languages import find_language

ENGLISH = "English"


@dataclass(frozen=True)
class Phrases:
    """The sentences of one language.

    `asked` and `added` are questions by term with a place for the sum; `range` asks where the offer sits instead of
    for "more", `stock_range` the same of stock; `evidence` asks what an approver needs, where no reason is given;
    `time` asks for the terms in writing; `after_yes` moves what comes too late to the next review. `promised` asks for
    a sum that was told before and is missing in the letter; `prefers` says that this employer is the preferred one.
    """

    thanks: str
    asked: Mapping[str, str]
    added: Mapping[str, str]
    range: str
    stock_range: str
    evidence: str
    time: str
    after_yes: tuple[str, str]
    promised: str
    prefers: str


PHRASES: dict[str, Phrases] = {
    ENGLISH: Phrases(
        thanks="Thank you for the offer; I would like to make this work.",
        asked={
            "base": "Could we bring the base to {}?",
            "sign_on": "Could a sign-on bonus of {} be added?",
            "equity": "Could the stock grant be {}?",
            "bonus": "Could the bonus be {}?",
            "relocation": "Could relocation support of {} be added?",
        },
        added={"base": "Could we add {} to the base?", "equity": "Could {} be added to the stock grant?"},
        range="What is the range for this role, and could the base move to its upper end?",
        stock_range="What is the range of grants for this role, and could mine move to its upper end?",
        evidence="What would you need from me to support this with whoever approves it?",
        time="Could I have all terms in writing, and a few days to read them before I answer?",
        after_yes=(
            "I stand by what we agreed.",
            "Could we look at the pay together at my first review?",
        ),
        promised="Could the letter be corrected to {}, as we discussed?",
        prefers="Your offer is the one I would like to accept.",
    ),
    "German": Phrases(
        thanks="Vielen Dank für das Angebot; ich möchte gern, dass wir zusammenkommen.",
        asked={
            "base": "Wäre ein Grundgehalt von {} möglich?",
            "sign_on": "Wäre ein Antrittsbonus von {} möglich?",
            "equity": "Wäre ein Aktienpaket von {} möglich?",
            "bonus": "Wäre ein Bonus von {} möglich?",
            "relocation": "Wäre ein Umzugsbudget von {} möglich?",
        },
        added={},
        range="Wie sieht die Gehaltsspanne für diese Stelle aus, und wäre ein Grundgehalt am oberen Ende möglich?",
        stock_range="Wie groß sind die Aktienpakete auf dieser Stufe, und wäre eines am oberen Ende möglich?",
        evidence="Welche Angaben von mir würden bei der Freigabe helfen?",
        time="Könnte ich alle Bedingungen schriftlich bekommen und ein paar Tage, um sie zu lesen?",
        after_yes=(
            "Ich stehe zu meiner Zusage.",
            "Könnten wir beim ersten Jahresgespräch über das Gehalt sprechen?",
        ),
        promised="Könnte der Vertrag auf {} berichtigt werden, wie besprochen?",
        prefers="Am liebsten würde ich zu Ihnen kommen.",
    ),
    "Spanish": Phrases(
        thanks="Muchas gracias por la oferta; me gustaría que saliera adelante.",
        asked={
            "base": "¿Sería posible un fijo de {}?",
            "sign_on": "¿Sería posible una prima de incorporación de {}?",
            "equity": "¿Sería posible un paquete de acciones de {}?",
            "bonus": "¿Sería posible un variable de {}?",
            "relocation": "¿Sería posible una ayuda de mudanza de {}?",
        },
        added={},
        range="¿Cuál es la banda salarial del puesto, y podría estar el fijo en su parte alta?",
        stock_range="¿Qué paquete de acciones es habitual en este nivel, y podría ser el mío de la parte alta?",
        evidence="¿Qué datos míos ayudarían a quien tiene que aprobarlo?",
        time="¿Podría tener todas las condiciones por escrito y unos días para leerlas?",
        after_yes=(
            "Mantengo lo que acordamos.",
            "¿Podríamos ver el salario en mi primera revisión?",
        ),
        promised="¿Podría corregirse la carta a {}, como hablamos?",
        prefers="Su oferta es la que me gustaría aceptar.",
    ),
    "French": Phrases(
        thanks="Merci beaucoup pour votre offre ; j'aimerais que nous trouvions un accord.",
        asked={
            "base": "Un fixe de {} serait-il possible ?",
            "sign_on": "Une prime d'arrivée de {} serait-elle possible ?",
            "equity": "Une attribution d'actions de {} serait-elle possible ?",
            "bonus": "Un bonus de {} serait-il possible ?",
            "relocation": "Une aide au déménagement de {} serait-elle possible ?",
        },
        added={},
        range="Quelle est la fourchette pour ce poste, et le fixe pourrait-il se situer en haut ?",
        stock_range="Quelle attribution d'actions est d'usage à ce niveau, et la mienne pourrait-elle être en haut ?",
        evidence="Quels éléments de ma part aideraient la personne qui doit valider ?",
        time="Pourrais-je avoir toutes les conditions par écrit et quelques jours pour les lire ?",
        after_yes=(
            "Je m'en tiens à notre accord.",
            "Pourrions-nous parler du salaire à mon premier entretien annuel ?",
        ),
        promised="La lettre pourrait-elle être corrigée à {}, comme convenu ?",
        prefers="Votre offre est celle que j'aimerais accepter.",
    ),
    "Portuguese": Phrases(
        thanks="Muito obrigado pela proposta; gostaria que desse certo.",
        asked={
            "base": "Seria possível um salário de {}?",
            "sign_on": "Seria possível um bônus de entrada de {}?",
            "equity": "Seria possível um pacote de ações de {}?",
            "bonus": "Seria possível um bônus de {}?",
            "relocation": "Seria possível um auxílio de mudança de {}?",
        },
        added={},
        range="Qual é a faixa salarial da vaga, e o salário poderia ficar na parte de cima?",
        stock_range="Qual pacote de ações é usual neste nível, e o meu poderia ficar na parte de cima?",
        evidence="Que informações minhas ajudariam quem precisa aprovar?",
        time="Poderia receber todas as condições por escrito e ter alguns dias para ler?",
        after_yes=(
            "Mantenho o que combinamos.",
            "Poderíamos ver o salário na minha primeira avaliação?",
        ),
        promised="A carta poderia ser corrigida para {}, como combinamos?",
        prefers="A sua proposta é a que eu gostaria de aceitar.",
    ),
    "Dutch": Phrases(
        thanks="Bedankt voor het aanbod; ik hoop dat we eruit komen.",
        asked={
            "base": "Zou een basissalaris van {} mogelijk zijn?",
            "sign_on": "Zou een tekenbonus van {} mogelijk zijn?",
            "equity": "Zou een aandelenpakket van {} mogelijk zijn?",
            "bonus": "Zou een bonus van {} mogelijk zijn?",
            "relocation": "Zou een verhuisvergoeding van {} mogelijk zijn?",
        },
        added={},
        range="Wat is de salarisschaal voor deze functie, en kan het salaris naar de bovenkant daarvan?",
        stock_range="Welk aandelenpakket is gebruikelijk op dit niveau, en kan het mijne naar de bovenkant daarvan?",
        evidence="Welke gegevens van mij helpen degene die dit moet goedkeuren?",
        time="Kan ik alle voorwaarden op papier krijgen, en een paar dagen om ze te lezen?",
        after_yes=(
            "Ik blijf bij wat we hebben afgesproken.",
            "Kunnen we bij mijn eerste beoordeling naar het salaris kijken?",
        ),
        promised="Kan de brief worden aangepast naar {}, zoals besproken?",
        prefers="Uw aanbod is het aanbod dat ik het liefst aanneem.",
    ),
    "Italian": Phrases(
        thanks="Grazie mille per la proposta; mi piacerebbe trovare un accordo.",
        asked={
            "base": "Sarebbe possibile una base di {}?",
            "sign_on": "Sarebbe possibile un bonus d'ingresso di {}?",
            "equity": "Sarebbe possibile un pacchetto di azioni di {}?",
            "bonus": "Sarebbe possibile un bonus di {}?",
            "relocation": "Sarebbe possibile un contributo per il trasloco di {}?",
        },
        added={},
        range="Qual è la fascia per questo ruolo, e la base potrebbe stare nella parte alta?",
        stock_range="Quale pacchetto di azioni è usuale a questo livello, e il mio potrebbe stare nella parte alta?",
        evidence="Quali elementi da parte mia aiuterebbero chi deve approvare?",
        time="Potrei avere tutte le condizioni per iscritto e qualche giorno per leggerle?",
        after_yes=(
            "Confermo quello che abbiamo concordato.",
            "Potremmo vedere lo stipendio alla mia prima valutazione?",
        ),
        promised="La lettera potrebbe essere corretta a {}, come d'accordo?",
        prefers="La vostra proposta è quella che vorrei accettare.",
    ),
}  # fmt: skip


def choose_phrases(text: str) -> Phrases:
    """The sentences in the language of a draft; English where it is not known or has none of its own.

    >>> choose_phrases("Danke für das Angebot, ich habe mich sehr gefreut").thanks[:10]
    'Vielen Dan'
    """
    return PHRASES.get(find_language(_plain(text)) or ENGLISH, PHRASES[ENGLISH])


def is_foreign(text: str) -> bool:
    """Whether a draft is in a language that is known not to be English."""
    return (find_language(_plain(text)) or ENGLISH) != ENGLISH


def known_tags(sentence: str) -> frozenset[str] | None:
    """What one of these sentences does, by tag; None for every other sentence.

    >>> sorted(known_tags("Could we bring the base to 95k?"))
    ['ask']
    """
    bare = sentence.strip().lower()
    return next((tags for pattern, tags in _known() if pattern.fullmatch(bare)), None)


@cache
def _known() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    found = []
    for phrases in PHRASES.values():
        told = [(phrases.thanks, "warm"), (phrases.range, "reason ask"), (phrases.stock_range, "reason ask")]
        told += [(phrases.evidence, "reason"), (phrases.time, ""), *((line, "") for line in phrases.after_yes)]
        told += [(phrases.promised, "reason ask"), (phrases.prefers, "warm")]
        told += [(line, "ask") for line in (*phrases.asked.values(), *phrases.added.values())]
        for line, tags in told:
            pattern = re.escape(line.lower()).replace(r"\{\}", r"[^?!\n]{1,30}")
            found.append((re.compile(pattern), frozenset(tags.split())))
    return tuple(found)


def _plain(text: str) -> str:
    """Letters without their marks, as the words of a language are listed."""
    return "".join(c for c in unicodedata.normalize("NFKD", fold_characters(text)) if not unicodedata.combining(c))
