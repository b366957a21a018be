"""Flaw patterns abroad: what shows a flaw, thanks or an ask in German, Spanish, French, Portuguese, Dutch, Italian and Hinglish.

The sentence vectors know English only, so these words decide by themselves and are kept narrow.
"""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy


def _any(*parts: str) -> re.Pattern[str]:
    return lazy("|".join(parts), re.IGNORECASE)


ABROAD: dict[str, re.Pattern[str]] = {
    "warm": _any(
        r"\b(?:danke|dank[e]? (?:dir|ihnen|euch)|vielen dank|herzlichen dank|(?:sehr |total |riesig )?gefreut|freue mich|freut mich|begeistert)\b",
        r"\b(?:freu(?:e|t)? (?:mich|mir)|mega\b|gefällt (?:mir|uns))\b",
        r"\bqué (?:alegría|ganas|ilusión|bien)\b|\b(?:me (?:encanta\w*|(?:gusta(?:do|n)?|gustó)\b)|con (?:muchas )?ganas|ilusionad[oa])\b",
        r"\b(?:amei|adoro|curti|muito (?:feliz|content\w+|animad\w)|animad[oa]|que alegria)\b",
        r"\b(?:m'enthousiasme|me plaît|ravi[es]?\b|heureu\w+|apprécié)\b|\b(?:accha laga|bahut accha|maza aaya)\b",
        r"\b(?:gracias|encantad[oa]|me hace (?:mucha |muchísima )?ilusión|me alegr\w+|agradezco)\b",
        r"\b(?:merci|ravie?|enchantée?|très contente?|super contente?|remercie)\b",
        r"\b(?:obrigad[oa]|adorei|gostei|feliz com|agradeço)\b",
        r"\b(?:bedankt|dank (?:je|u|jullie)|heel blij|enthousiast)\b",
        r"\b(?:grazie|felice|contentissim[oa]|entusiasta|lieto)\b",
        r"\b(?:dhanyavaad|shukriya|bahut khush\w*|tack|takk|tak for|teşekkür\w*|dziękuję|kiitos)\b",
    ),
    "ultimatum": _any(
        r"\b(?:sollte|falls|wenn)\b[^.!?\n]{0,60}\b(?:nicht|kein\w*|unter)\b[^.!?\n]{0,60}\b(?:ablehnen|absagen|lehne ich|sage ich ab|zurückzieh\w*|verzicht\w+"
        r"|anderweitig|bin ich (?:raus|weg)|nehme ich (?:die|das) andere\w*)[^.!?\n]*",
        r"\b(?:si no|de lo contrario|en caso contrario|de no ser así)\b[^.!?\n]{0,60}\b(?:rechaz\w+|no firm\w+|me voy|lo dejo|no cuent\w+ conmigo|declin\w+|me retiro"
        r"|busc\w+ otr\w+|acept\w+ (?:la otra|otra))[^.!?\n]*",
        r"\b(?:se não|senão|caso contrário)\b[^.!?\n]{0,60}\b(?:desist\w+|recus\w+|não assin\w+|não vou|declin\w+|procur\w+ outr\w+|aceit\w+ outr\w+)[^.!?\n]*",
        r"\b(?:sinon|à défaut|faute de quoi|si (?:vous|tu|ce|c'est|on|cela)\b[^.!?\n]{0,40}\b(?:pas|impossible))\b[^.!?\n]{0,60}\b(?:refus\w+|déclin\w+|ne signerai"
        r"|ailleurs|me retire\w*|renonc\w+)[^.!?\n]*",
        r"\b(?:nahi|nahin)\b[^.!?\n]{0,40}\b(?:join nahi|reject|mana kar|chhod|kahin aur|decline|nahi aaunga)[^.!?\n]*",
        r"\b(?:sonst|ansonsten) (?:könnt|müsst|können|müssen) (?:ihr|sie)\b[^.!?\n]{0,30}\bsuch\w*|\bbusc(?:ad|aos|ense|áis|uen) (?:a )?otr\w+|\b(?:procurem|busquem) outr\w+"
        r"|\b(?:trouvez|cherchez) quelqu'un d'autre|\bzoek(?:en)? (?:jullie )?(?:maar )?iemand anders",
        r"\b(?:sonst|andernfalls|ansonsten) (?:sage? ich ab|nehme ich|gehe ich|lehne ich|bin ich (?:raus|weg)|ziehe ich)\b[^.!?\n]*",
        r"\bunter \S+(?: \w+){0,2} (?:unterschreibe|komme|mache) ich nicht\b|\bentweder\b[^.!?\n]{3,60}\boder ich\b[^.!?\n]*",
        r"\bwenn (?:das|es|sie|ihr)\b[^.!?\n]{0,40}\b(?:nicht|kein\w*)\b[^.!?\n]{0,40}\b(?:sage ich ab|bin ich raus|nehme ich (?:das|die) andere\w*|lehne ich ab)\b",
        r"\bsi no\b[^.!?\n]{0,50}\b(?:rechazo|no firmo|me voy|lo dejo|acepto la otra)\b|\bo (?:\w+ ){1,5}o me voy\b",
        r"\bsi (?:ce n'est|c'est|vous ne|tu ne|on ne)\b[^.!?\n]{0,50}\b(?:je (?:refuse|prends l'autre|pars|ne signe|vais ailleurs)|j'accepte l'autre)\b[^.!?\n]*",
        r"\bsinon je (?:refuse|prends|pars|ne)\b[^.!?\n]*|\bsans \S+(?: \w+)? je ne (?:signe|viens)\w* pas\b",
        r"\bsenão (?:eu )?(?:desisto|recuso|aceito a outra|vou)\b[^.!?\n]*|\bse não\b[^.!?\n]{0,40}\b(?:desisto|não assino|recuso)\b",
        r"\banders (?:ga ik|teken ik niet|kies ik|haak ik af)\b[^.!?\n]*|\b(?:altrimenti|se no) (?:rinuncio|rifiuto|vado)\b[^.!?\n]*",
        r"\b(?:warna|nahi to|nahin toh?)\b[^.!?\n]{0,30}\b(?:join nahi|reject|chala|kahin aur|nahi aaunga)\b[^.!?\n]*",
    ),
    "apologetic": _any(
        r"\b(?:tut mir (?:so |total |wirklich |sehr )?leid|unangenehm|peinlich|(?:bitte )?nicht böse|verzeih\w*|entschuldig\w+)\b[^.;!?\n]*",
        r"\b(?:perdón|perdona\w*|disculp\w+|me da (?:mucha |un poco de )?(?:vergüenza|corte|apuro)|no quiero (?:parecer|molestar|abusar))\b[^.;!?\n]*",
        r"\b(?:désolée?|excusez|pardon(?:nez)?|navrée?|gênée?|je ne voudrais (?:surtout )?pas (?:paraître|abuser|déranger))\b[^.;!?\n]*",
        r"\b(?:desculp\w+|perdão|sem graça|não quero (?:parecer|incomodar|abusar))\b[^.;!?\n]*",
        r"\b(?:het spijt me|vervelend om te vragen|ongemakkelijk|mi scus\w+|mi dispiace|non vorrei (?:sembrare|disturbare))\b[^.;!?\n]*",
        r"\b(?:maaf kar\w*|maafi)\b[^.;!?\n]*",
    ),
    "current_pay": _any(
        r"\b(?:aktuell|derzeit|momentan|zurzeit|im moment|jetzt|heute) (?:verdiene|bekomme|erhalte) ich [^.;!?\n]{0,20}\d[\d.,' ]*\w*",
        r"\bich (?:verdiene|bekomme) (?:aktuell|derzeit|momentan|zurzeit|im moment|jetzt|heute)? ?[^.;!?\n]{0,12}\d[\d.,' ]*\w*",
        r"\bmein (?:aktuelles|jetziges|derzeitiges|heutiges) gehalt[^.;!?\n]{0,25}\d[\d.,' ]*\w*",
        r"\b(?:actualmente|ahora(?: mismo)?|hoy) (?:gano|cobro|estoy en) [^.;!?\n]{0,15}\d[\d.,' ]*\w*|\bmi (?:salario|sueldo) actual[^.;!?\n]{0,20}\d[\d.,' ]*\w*",
        r"\b(?:actuellement|aujourd'hui)?,? ?je (?:gagne|touche) (?:actuellement|aujourd'hui)? ?[^.;!?\n]{0,12}\d[\d.,' ]*\w*|\bmon salaire actuel[^.;!?\n]{0,20}\d[\d.,' ]*\w*",
        r"\b(?:hoje|atualmente|agora)?,? ?(?:eu )?ganho (?:hoje|atualmente)? ?[^.;!?\n]{0,12}\d[\d.,' ]*\w*|\bmeu salário atual[^.;!?\n]{0,20}\d[\d.,' ]*\w*",
        r"\bik verdien (?:nu|momenteel)? ?[^.;!?\n]{0,12}\d[\d.,' ]*\w*|\b(?:attualmente|adesso|oggi) (?:guadagno|prendo) [^.;!?\n]{0,12}\d[\d.,' ]*\w*",
        r"\b(?:abhi|filhal) (?:meri |mera )?(?:salary|package|ctc)[^.;!?\n]{0,12}\d[\d.,' ]*\w*",
    ),
    "need": _any(
        r"\b(?:miete|hausbau|kinder(?:n|betreuung)?|kita|schulden)\b[^.;!?\n]{0,40}\b(?:gestiegen|teuer|bezahlen|abzahlen|kostet|reicht)\b|\b(?:abbezahl|abzahl)\w+\b",
        r"\b(?:alquiler|hipoteca|guardería|beb[eé])\b|\b(?:no llego|no llegamos) a fin de mes\b|\bmis deudas\b",
        r"\b(?:loyer|crèche|mon prêt|crédit à rembourser|enceinte|bébé)\b|\bau chômage\b",
        r"\b(?:aluguel|bebê|creche|financiamento d[ae]|minhas dívidas|escola d[ao]s)\b",
        r"\b(?:mijn huur|hypotheek|kinderopvang|il mutuo|l'affitto|asilo nido)\b",
        r"\bno me (?:alcanza|llega|da)\b|\b(?:não sobra|contas (?:do mês|da casa)|fim do mês)\b|\bfins? de mois\b|\b(?:lebenshaltungskosten|am monatsende|über die runden)\b",
        r"\b(?:ghar ka|emi|kharcha|shaadi hai)\b",
    ),
    "vague": _any(
        r"\b(?:bisschen|etwas|ein wenig) mehr\b|\bnoch (?:etwas|was) (?:drauflegen|machen|drin)\b|\bspielraum\b|\bluft nach oben\b",
        r"\b(?:mejorar|subir|revisar) (?:un poco )?(?:la oferta|el salario|el sueldo|las condiciones)\b|\bun poco más\b|\bmargen (?:para|de)\b",
        r"\b(?:revoir|améliorer|augmenter) (?:un peu )?(?:l'offre|le salaire|la rémunération|votre offre)\b|\bun peu plus\b|\bune? marge\b|\bun (?:petit )?effort\b",
        r"\b(?:melhorar|aumentar|rever) (?:um pouco )?(?:a proposta|o salário|o valor)\b|\bum pouco mais\b",
        r"\bwat meer\b|\bnog ruimte\b|\bqualcosa (?:in|di) più\b|\bun po' di più\b",
        r"\b(?:thoda|kuch) (?:aur|zyada|better|badha)\b",
    ),
    "ask": _any(
        r"\b(?:könnten|könntet|kannst|können) (?:wir|sie|ihr|du)\b|\b(?:wäre|wären)\b(?:[^.!?\n]|\.(?=\d)){0,50}\b(?:möglich|drin|machbar|fair|passend|angemessen|denkbar|okay)\b|\bstelle ich mir\b|\bhätte (?:ich )?(?:gern|mir)\b",
        r"\b(?:erwarte ich|ich (?:erwarte|möchte|brauche)|quiero|quisiera|necesito|pedir[ií]a|preciso de|quero|queria|je (?:veux|voudrais))\b",
        r"\b(?:me gustaría|sería posible|podr(?:ía|ías|íais|ían|íamos)|pido|pediría)\b",
        r"\b(?:je souhait\w+|j'aimerais|pourr(?:ait|iez|ais|ions)|serait-il|est-ce que)\b",
        r"\b(?:daria (?:pra|para)|seria possível|gostaria|poderia\w*|dá (?:pra|para))\b",
        r"\b(?:zou(?:den)?|kunnen jullie|ik zou graag|vorrei|sarebbe possibile|potreste)\b",
        r"\b(?:ho sakta|kar sakte|de sakte|mil sakta)\b",
    ),
    "reason": _any(
        r"\b(?:markt\w*|vergleichbar\w*|erfahrung\w*|tarif\w*|gehaltsreport|studie|abschluss|verantwortung|führung von|zertifi\w+|schein)\b",
        r"\b(?:mercado|experiencia|perfil|certificaci\w+|comparado|responsabilidad)\b",
        r"\b(?:marché|expérience|compte tenu|diplôme|comparables?|responsabilités?)\b",
        r"\b(?:mercado|experiência|certificaç\w+|responsabilidade|a vaga pede)\b",
        r"\b(?:markt|ervaring|esperienza|mercato)\b",
        r"\b(?:weil|denn|deshalb|daher|deswegen|da (?:ich|die|der|das|wir|es)|mit (?:meine\w+|\w+ jahren)|seit \w+ jahren|zusätzlich|bringe ich)\b",
        r"\b(?:porque|ya que|puesto que|dado que|por eso|así que|al (?:tener|ser)|con (?:mis?|\w+ años)|llevo \w+ años"
        r"|como (?:voy|soy|tengo|seré|también|además|\w+(?:aría|ería|iría|aré|eré|iré)))\b",
        r"\b(?:já que|pois|por isso|dado que|com (?:minha|meus?|\w+ anos)|tenho \w+ anos|como (?:vou|já|sou|tenho|serei|também|\w+(?:aria|eria|iria|arei|erei|irei)))\b",
        r"\b(?:parce que|puisque|étant donné|vu (?:que|mon|ma|mes)|au vu|c'est pourquoi|donc|avec (?:mon|ma|mes)|comme (?:je|j'))\b|\bj'(?:encadre|apporte|assure|ai (?:géré|dirigé|mené))",
        r"\b(?:omdat|aangezien|want ik|dus|met mijn|poiché|siccome|dato che|quindi|con la mia)\b",
        r"\b(?:rango|banda salarial|faixa|fourchette|gehaltsspanne|spanne|anuncio|anzeige|stellenanzeige|annonce|vaga (?:fala|pede|diz))\b",
        r"\b(?:main|maine|mujhe|mere paas)\b[^.!?\n]{0,60}\b(?:karta|karti|kiya|sambhal\w*|aata|aati|hoon|hun)\b",
        r"\b(?:isliye|kyunki|kyuki|toh kya|saal se|years? se|saal ka)\b",
    ),
    "other_offer": _any(
        r"\b(?:anderes|zweites|weiteres|konkurrenz)\w* ?angebot\b|\bandere firma\b[^.!?\n]{0,20}\bbiete\w*",
        r"\b(?:tengo|tenho|j'ai|ich habe|mir liegt|liegt mir|ho)\b(?! (?:vuestra|su|tu|la|sua|votre|ihr|euer))[^.!?\n]{0,30}\b(?:propuesta|oferta|proposta"
        r"|angebot|offre|proposition|offerta) (?:de|da|do|von|vom|der|bei|chez|di|d')",
        r"\b(?-i:[A-ZÄÖÜ]\w+) (?:hat|haben|hatte) mir\b(?:[^.!?\n]|\.(?=\d)){0,30}\b(?:geboten|angeboten)\b|(?-i:[A-Z]\w+) me (?:ha|han|ofrece|ofreció)\b[^.!?\n]{0,20}(?:ofrecid|\d)",
        r"\b(?-i:[A-Z]\w+) (?:me )?(?:ofereceu|ofertou|m'a (?:offert|proposé)|me propose)\b|(?-i:[A-Z]\w+) (?:ne|se) mujhe\b",
        r"\botra oferta\b|\botra empresa me\b|\bune? autre (?:offre|proposition)\b|\bl'autre (?:poste|offre)\b",
        r"\boutra (?:proposta|oferta)\b|\b(?:ander|tweede) aanbod\b|\bun'altra (?:offerta|proposta)\b|\bdoosra offer\b",
    ),
    "accepts": _any(
        r"\b(?:ich nehme (?:das angebot |es )?(?:sofort )?an|ich sage (?:sofort )?zu|bin dabei)\b",
        r"\b(?:acepto(?: la oferta)?|j'accepte|aceito(?: a proposta)?|ik accepteer|accetto)\b(?! (?:si|se|als)\b)",
    ),
    "accepted_before": _any(
        r"\b(?:habe|hab) (?:\w+ ){0,4}(?:schon |bereits )(?:unterschrieben|zugesagt)\b|\bnachdem ich (?:zugesagt|unterschrieben)\b",
        r"\bya (?:firmé|acepté|he (?:firmado|aceptado))\b|\bj'ai déjà (?:signé|accepté)\b|\bjá (?:assinei|aceitei)\b",
        r"\bik heb (?:al|vorige week) getekend\b|\bho già (?:firmato|accettato)\b",
    ),
    "aggressive": _any(
        r"\b(?:frechheit|lächerlich\w*|unverschämt\w*|verarsch\w+|respektlos\w*|witz sein)\b",
        r"\b(?:insulto|vergüenza que|ridícul[oa]|una burla|tomadura de pelo)\b",
        r"\b(?:ridicule|méprisant\w*|insultant\w*|honteux|vous vous moquez|foutage)\b",
        r"\b(?:uma piada|ridículo|falta de respeito|belediging|belachelijk|presa in giro|vergognos[oa])\b",
    ),
}  # fmt: skip
"""Patterns by what a line does; a match is enough."""
