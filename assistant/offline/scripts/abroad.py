"""Abroad: messages in another language than English, from whole templates of our own.

The person's own sentences stand in them as they were typed; nothing is translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.domain.languages import find_language
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.edits import edits_message
from assistant.offline.briefs.shapes import is_english
from assistant.offline.scripts.message import fence, fit_message

if TYPE_CHECKING:
    from assistant.offline.compose import Render

CODES = {"German": "de", "Spanish": "es", "French": "fr", "Portuguese": "pt", "Hindi": "hi"}
SPEAKER_CHECK = "have somebody who speaks it well read it before it goes out"
_ORDERED = {
    "German": r"\b(?:auf deutsch|in german|german (?:e-?mail|mail|message)|sie-form)\b",
    "Spanish": r"\b(?:en espanol|en castellano|in spanish|spanish (?:e-?mail|mail|message|please|pls))\b|[,;.] spanish\W*$",
    "French": r"\b(?:en francais|in french|french (?:e-?mail|mail|message|please|pls))\b|[,;.] french\W*$",
    "Portuguese": r"\b(?:em portugues|in portuguese|portuguese (?:e-?mail|mail|message|please|pls))\b|[,;.] portuguese\W*$",
    "Hindi": r"\b(?:in hindi|hindi (?:me|mein|main)|hinglish (?:me|mein)|hindi message)\b",
}
_IN_ENGLISH = re.compile(
    r"\b(?:in english|english (?:me|mein|main)|auf englisch|en ingles|em ingles|en anglais)\b", re.IGNORECASE
)
_WRITES_IN = frozenset(["German", "Spanish", "French", "Portuguese"])
"""Who writes in one of these gets the message in it; Hindi in Latin letters mostly asks for an English one."""
_NAMES: dict[str, dict[str, str]] = {
    "de": {"base_salary": "ein Gehalt von {}", "an hour": "ein Stundenlohn von {}", "a month": "ein Monatsgehalt von {}", "sign_on_bonus": "ein Antrittsbonus von {}",
           "equity_grant": "ein Aktienpaket von {}", "target_bonus": "ein Zielbonus von {}", "relocation": "ein Umzugszuschuss von {}", "total": "ein Gesamtpaket von {}"},
    "es": {"base_salary": "un salario de {}", "an hour": "un salario de {} por hora", "a month": "un salario mensual de {}", "sign_on_bonus": "un bono de firma de {}",
           "equity_grant": "un paquete de acciones de {}", "target_bonus": "un bono anual de {}", "relocation": "una ayuda de traslado de {}", "total": "un paquete total de {}"},
    "fr": {"base_salary": "un salaire de {}", "an hour": "un taux horaire de {}", "a month": "un salaire mensuel de {}", "sign_on_bonus": "une prime de bienvenue de {}",
           "equity_grant": "une attribution d'actions de {}", "target_bonus": "une prime annuelle de {}", "relocation": "une aide au déménagement de {}", "total": "un package total de {}"},
    "pt": {"base_salary": "um salário de {}", "an hour": "um valor de {} por hora", "a month": "um salário mensal de {}", "sign_on_bonus": "um bônus de contratação de {}",
           "equity_grant": "um pacote de ações de {}", "target_bonus": "um bônus anual de {}", "relocation": "uma ajuda de mudança de {}", "total": "um pacote total de {}"},
    "hi": {"base_salary": "{} fixed", "an hour": "{} per hour", "a month": "{} per month", "sign_on_bonus": "{} joining bonus",
           "equity_grant": "{} ke shares", "target_bonus": "{} bonus", "relocation": "{} relocation", "total": "{} total"},
}  # fmt: skip
_AND = {"de": "und", "es": "y", "fr": "et", "pt": "e", "hi": "aur"}
_TITLES = {
    "de": {"Mr": "Herr", "Mrs": "Frau", "Ms": "Frau", "Miss": "Frau"},
    "es": {"Mr": "Sr.", "Mrs": "Sra.", "Ms": "Sra.", "Miss": "Sra."},
    "fr": {"Mr": "Monsieur", "Mrs": "Madame", "Ms": "Madame", "Miss": "Madame"},
    "pt": {"Mr": "Sr.", "Mrs": "Sra.", "Ms": "Sra.", "Miss": "Sra."},
}
_REASON = re.compile(
    r"^\W*(?:(?:mein|der|meine)? ?(?:grund|grunde|begrundung)|la raison|raisons?|(?:el|mi|meu|o)? ?motivos?|razon|kyunki|weil|da(?= ich\b)|porque|parce que|parce qu'|car(?= (?:je|j'))|pois|kyuki|wajah(?: yeh hai ki)?)\s*(?: (?:ist|es|est|e|hai)\b)?\s*[:=]?\s*",
    re.IGNORECASE,
)
_CLAUSED = {
    "de": (r"^\W*weil\b", "Ich frage danach, weil {}."),
    "es": (r"^\W*porque\b", "Lo pido porque {}."),
    "fr": (r"^\W*(?:parce qu|car\b)", "Je le demande car {}."),
    "pt": (r"^\W*(?:porque|pois)\b", "Peço isso porque {}."),
    "hi": (r"^\W*ky[u]n?ki\b", "Wajah yeh hai ki {}."),
}
_SPEAKS = {
    "de": r"^(?:ich|meine?|wir|mir)\b",
    "es": r"^(?:yo|tengo|he|llevo|soy|hablo|dirijo|dirigi|trabajo|traigo|mi)\b",
    "fr": r"^(?:je|j'|mon|ma|nous)\b",
    "pt": r"^(?:eu|tenho|sou|falo|liderei|trabalho|minha?|meu)\b",
    "hi": r"^(?:main|mera|mere|meri|maine)\b",
}
_OFFERED = re.compile(
    r"^\W*(?:guten tag|hallo|bonjour|salut|hola|buen\w+|oi|ola)\b|\b(?:bietet|angebot|offre|ofrece\w*|oferta|oferece\w*|proposta)\b[^.]*\d",
    re.IGNORECASE,
)
"""Tells of the offer or greets, and is no reason."""
_LISTED = {"de": "Dafür sprechen: {}.", "es": "Mis motivos: {}.", "fr": "Mes raisons : {}.", "pt": "Meus motivos: {}.", "hi": "Wajah: {}."}  # fmt: skip
_UNTIL = {
    "de": r"\bbis (?:zum |zur |nachsten? |nachste |kommenden? |ende )*[\w.]+(?: (?:den )?\d{1,2}\.?(?: \w+)?)?",
    "es": r"\bhasta (?:el |la |este |proximo |finales? de )*\w+(?: (?:dia )?\d{1,2}(?: de \w+)?)?(?: que viene)?",
    "fr": r"\bjusqu'(?:au|a|a la)\b (?:la )?\w+(?: \d{1,2})?(?: \w+ prochaine?)?",
    "pt": r"\bate (?:a |o |as |proxima |fim da )*\w+(?:-feira)?(?:,? (?:dia )?\d{1,2}(?: de \w+)?)?",
    "hi": r"\b\w+ (?:tareekh |date )?tak\b",
}
_PROMISED = (
    re.compile(r"\b(?:prometio|prometieron|prometeu|prometeram|promis)(?: (?:de palabra|verbalmente|de boca|por telefono|por telefone|oralement|a l'oral))? (?P<what>[^.(\n;]{4,140})", re.IGNORECASE),
    re.compile(r"\b(?:hat|haben) mir (?:mundlich |am telefon )?(?P<what>[^.(\n;]{4,140}?) (?:zugesagt|versprochen)\b", re.IGNORECASE),
    re.compile(r"\b(?:zugesagt|versprochen):? (?P<what>[^.(\n;]{4,140})", re.IGNORECASE),
)  # fmt: skip
_STYLE_WORDS = re.compile(
    r"\b(?:en espanol|auf deutsch|en francais|em portugues|usted|formal|sie-form|hoflich|amable|corto|curta|escrito|explicar|motivo|mensaje|mensagem|nachricht|mail|bitte|ate|hasta|bis|mais prazo)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"^(?:(?:et|y|und|e|aber|mais|pero|mas|que|qui|dass|ob|si) )*(?:ils?|elles?|ellos?|ellas?|eles?|elas?|sie|er|on|se (?:lo|la|le)|n'|ne|me|te|lo|le|les|la que)\b",
    re.IGNORECASE,
)
"""Opens words about others, or the end of a sentence whose beginning stands elsewhere."""
_TO_ME = re.compile(
    r"que (?:me|nos|se me) \w+(?:en|an|em|am)\b|que (?:le|la|les|los|las|o|a|os|as|mes|mis) \w+ (?:soient|soit|sean|sea|sejam|seja)\b",
    re.IGNORECASE,
)
"""What they are to do, in the form that also speaks to them."""
_TELLING = re.compile(
    r"\b(?:decir|dire|sagen|dizer|escribir|ecrire|schreiben|escrever|tengo que|je dois|muss ich|tenho que|acepto|j'accepte|aceito)\b",
    re.IGNORECASE,
)
MOST_THING_WORDS = 9
MOST_ENGLISH = 3
"""Sentences in English that a message in another language holds in brackets."""
_SMALL_WORD = re.compile(r"(?<!\S)[a-z]{2,}\b")
FEW_WORDS = 12
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_NAMES = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_UNTIL_DAY = {
    "de": "bis zum {}. {}",
    "es": "hasta el {} de {}",
    "fr": "jusqu'au {} {}",
    "pt": "até {} de {}",
}
_PLAIN_ENGLISH = re.compile(r"\b(?:english|write|draft|email|the|please|can you)\b", re.IGNORECASE)
_PURPOSES = {"agreed": "accept", "letter": "silence", "renege": "withdraw", "level": "counter", "questions": "counter"}


def conversation_language(texts: Sequence[str]) -> str | None:
    """The language of the message: that of the newest text, or of the one it changes where its few words show none."""
    folded = [lexicon.fold(text) for text in texts]
    if ordered := _last_order(folded):
        return None if ordered == "English" else ordered
    if (language := message_language(texts[-1])) or len(texts) < 2 or len(texts[-1].split()) > FEW_WORDS:
        return language
    goes_on = edits_message(folded) or lexicon.REWRITE.search(folded[-1]) or not _IN_ENGLISH.search(folded[-1])
    return conversation_language(texts[:-1]) if goes_on and not _PLAIN_ENGLISH.search(folded[-1]) else None


def _last_order(folded: Sequence[str]) -> str | None:
    """The language ordered by the newest text, or by one before that it changes the message of."""
    if (
        len(folded) > 1
        and not _named_language(folded[-1])
        and (edits_message(folded) or lexicon.REWRITE.search(folded[-1]))
    ):
        return _last_order(folded[:-1])
    return _named_language(folded[-1])


def _named_language(folded: str) -> str | None:
    """The language a text orders the message in; None where it names none."""
    if _IN_ENGLISH.search(folded):
        return "English"
    found = (language for language, words in _ORDERED.items() if re.search(words, folded, re.IGNORECASE))
    return next(found, None)


def message_language(told: str) -> str | None:
    """The language the message is to be in when that is another one we have templates for; None for English."""
    folded = lexicon.fold(told)
    if ordered := _named_language(folded):
        return None if ordered == "English" else ordered
    language = find_language(folded)
    return language if language in _WRITES_IN else None


def compose_abroad(told: str, brief: Brief, purpose: str, language: str, render: Render) -> str:
    """The message in that language, and the advice to have a speaker read it."""
    code = CODES[language]
    channel = (brief.style.channels or ("email",))[0]
    asks = [ask for ask in brief.asks if not ask.past]
    things = [words for ask in asks if ask.form in ("thing", "action") and (words := _as_thing(ask.words))]
    english = [] if language == "Hindi" else [*filter(_is_english, things), *_in_english(brief)]
    filled = render(
        f"templates/abroad/{code}",
        purpose=_PURPOSES.get(purpose, purpose),
        channel="chat" if channel in ("chat", "call") else "email",
        whom=_titled(brief.to, code),
        sums=_listed([_sum(ask, code) for ask in asks if ask.form == "amount" and ask.asked], code),
        things=_listed([f"[{words}]" if words in english else words for words in things], code),
        reasons=" ".join([*_reasons(brief, code), *(f"[{words}]" for words in english if words not in things)]),
        until=_until(told, code) or _day(brief.until, code),
        promised=_promised(told),
    )
    message = fit_message(filled, channel, brief.style.limit)
    formal = {"German": "It says Sie. ", "Spanish": "It says usted. ", "French": "It says vous. "}.get(language, "")
    left = [words for words in re.findall(r"\[([^\]]*)\]", message) if words in english]
    asks_back = message.count("[") > len(left)
    blank = "**One question:** what exactly do you ask for? Put it in place of the brackets. " if asks_back else ""
    blank += f"**In brackets** stands what you told me in English: put it into {language}. " if left else ""
    note = f"{blank}**Before you send it.** This is my own {language} with your words in it; {SPEAKER_CHECK}. {formal}"
    return f"{fence(message)}\n\n{note.strip()}"


def _sum(ask: Ask, code: str) -> str:
    money = ask.asked
    if money is None:
        return ""
    names = _NAMES[code]
    name = names.get(money.period if ask.term == "base_salary" else "", names.get(ask.term, "{}"))
    return name.format(_said(money, code))


def _said(money: Money, code: str) -> str:
    """The sum as it is written there: 74.000 €, 53 000 €, 17 LPA."""
    if code == "hi" or money.period == "LPA":
        return money.said.removesuffix(" an hour").removesuffix(" a month")
    whole = money.value == money.value.to_integral_value()
    plain = f"{money.value:,.0f}" if whole else f"{money.value.quantize(Decimal('0.01')):,.2f}"
    signs = str.maketrans({",": " ", ".": ","}) if code == "fr" else str.maketrans({",": ".", ".": ","})
    number = plain.translate(signs)
    if code == "fr" and money.currency == "USD":
        return f"{number} $"
    mark = {"EUR": "€", "BRL": "R$", "USD": "US$", "GBP": "£", None: ""}.get(money.currency, money.currency or "")
    return f"{mark} {number}" if mark in ("R$", "US$") else f"{number} {mark}".strip()


def _reasons(brief: Brief, code: str) -> Iterator[str]:
    if "reason" in brief.hides:
        return
    pattern, whole = _CLAUSED[code]
    for raw in _whole_clauses(brief.raw_reasons)[:4]:
        folded = lexicon.fold(raw)
        if _OFFERED.search(folded) or not re.match(r"\W{0,2}\w", raw.strip()):
            continue
        mark = _REASON.match(folded)
        words = raw[mark.end() if mark else 0 :].strip(" .,;:!()[]")
        if find_language(lexicon.fold(words)) is None and _SMALL_WORD.search(words) and is_english(words):
            continue
        if len(words.split()) < 2 or _BROKEN.match(lexicon.fold(words)):
            continue
        if re.match(pattern, folded, re.IGNORECASE):
            yield whole.format(words)
        elif re.match(_SPEAKS[code], lexicon.fold(words), re.IGNORECASE):
            yield f"{words[:1].upper()}{words[1:]}."
        else:
            yield _LISTED[code].format(words)


def _in_english(brief: Brief) -> Iterator[str]:
    """The reasons that were told in English, which is not translated."""
    yield from [reason for reason in brief.told_reasons if _is_english(reason)][:MOST_ENGLISH]


def _is_english(words: str) -> bool:
    return bool(_SMALL_WORD.search(words)) and is_english(words) and find_language(lexicon.fold(words)) is None


def _titled(name: str, code: str) -> str:
    """A name with its title as it is said there: "Madame Roy" for Mrs Roy."""
    title, _, rest = name.partition(" ")
    known = _TITLES.get(code, {}).get(title.rstrip("."))
    return f"{known} {rest}" if known and rest else name


def _whole_clauses(raw: Sequence[str]) -> list[str]:
    """The reasons, one that goes on with "and" put behind the one before it."""
    whole: list[str] = []
    for words in raw:
        plain = words.strip(" .,;:!()[]")
        if whole and re.match(r"(?:und|et|y|e|aur)\s", plain, re.IGNORECASE) and not _BROKEN.match(lexicon.fold(plain)):
            whole[-1] = f"{whole[-1].strip(' .,;:!()[]')} {plain}"
        elif not re.match(r"(?:auch|aussi|tambi[eé]n|tamb[eé]m|bhi)\b", plain, re.IGNORECASE):
            whole.append(words)
    return whole


def _as_thing(words: str) -> str:
    """A thing as it stands in a list of wishes: its first part; empty for style and for broken words."""
    first = re.split(r",(?!\d)|[;:()]|\.\s", words)[0].strip()
    folded = lexicon.fold(first)
    broken = (
        (_BROKEN.match(folded) and not _TO_ME.match(folded))
        or _TELLING.search(folded)
        or len(first.split()) > MOST_THING_WORDS
    )
    return "" if not first or broken or _STYLE_WORDS.search(folded) else first


def _until(told: str, code: str) -> str:
    match = re.search(_UNTIL[code], lexicon.fold(told), re.IGNORECASE)
    return told[match.start() : match.end()].strip() if match else ""


def _day(until: str, code: str) -> str:
    """A day of the year asked for in English, in that language: "bis zum 14. November"."""
    match = re.search(
        r"(?P<a>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<b>[A-Z][a-z]+)|(?P<c>[A-Z][a-z]+) (?P<d>\d{1,2})", until
    )
    month = (match["b"] or match["c"])[:3].lower() if match else ""
    if match is None or month not in _MONTHS:
        return ""
    number = int(match["a"] or match["d"])
    name = _MONTH_NAMES[code].split()[_MONTHS.index(month)] if code in _MONTH_NAMES else ""
    return _UNTIL_DAY[code].format(number, name) if name else ""


def _promised(told: str) -> str:
    folded = lexicon.fold(told)
    match = next((found for pattern in _PROMISED if (found := pattern.search(folded))), None)
    return told[match.start("what") : match.end("what")].strip(" ,;:") if match else ""


def _listed(parts: list[str], code: str) -> str:
    *most, last = [part for part in parts if part] or [""]
    return f"{', '.join(most)} {_AND[code]} {last}" if most else last
