"""Roles: the words that say which part a number plays, by what it measures."""

from __future__ import annotations

import re


def _role(name: str, dims: str, words: str) -> tuple[str, frozenset[str], re.Pattern[str]]:
    return name, frozenset(dims.split()), re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE)


ROLES = (
    _role("strike", "money number", r"strike|exercise price|options? at|exercise (?:it|them|all )?at"),
    _role("market_value", "money number", r"409 ?\(?a\)?|fmv|fair market\w*|fair value"),
    _role("preferred", "money number", r"preferred(?: price)?|last round|pref price"),
    _role("price", "money number", r"(?:stock|shares?|they) (?:is|are) (?:now )?at|share price|stock price|price[ds]?|per share|a share|/ ?share|trading|(?:stock|shares?) (?:is|are|was|at)(?: now)?(?: at)?|average|avg|at today|vest at|@"),
    _role("grant", "money number", r"rsus?|stocks?|grants?|equity|shares"),
    _role("refresh", "money number", r"refresh\w*"),
    _role("sign_on", "money number", r"sign(?:ing)?[- ]?on|signing|joining|sign"),
    _role("relocation", "money number", r"relo\w*"),
    _role("bonus", "money number", r"bonus\w*|variable|variabel|weihnachtsgeld|urlaubsgeld|commission|gratificaci\w+|premia"),
    _role("benefit", "money number", r"stipend|allowance|wellness|internet|phone|lunch|meals?|perks?|equipment|learning|home office|gym|gratuity|pf|car|transport"),
    _role("cost", "money number", r"rent|parking|train|pass|premium|commut\w*|childcare|daycare|fees?|insurance|health|courses?|tuition|cost\w*|miete|tolls?|gas|lose|losing|i'?d pay|i pay|have to pay|myself|out of pocket"),
    _role("company_value", "money number", r"valuation|valued|post[- ]money|exit|sold (?:for|at)|sells? for|sale|acquir\w*"),
    _role("package", "money number", r"package|ctc|tc|including|all[- ]in"),
    _role("midpoint", "money number", r"mid-?point|mid(?:dle)? of the (?:band|range)"),
    _role("mine", "money number", r"i (?:said|asked|want\w*|need\w*|counter\w*|say)|my (?:number|ask|target|counter|goal)|asking|want"),
    _role("current", "money number", r"current\w*|now|make|making|earn\w*|i'?m (?:at|on)|im (?:at|on)|present\w*|today|abhi|old|gano|ganho|cobro|verdiene|from|rn|perm|i get"),
    _role("offered", "money number", r"offer\w*|(?:they|hr|recruiter|company|he|she) (?:said|gives?|gave|wants? to give me|offer\w*|pays?|countered|says?)|new|proposta|neues?|angebot|oferta|got|to"),
    _role("salary", "money number", r"salary|base|gehalt|salario|salario|pay|fixed|fix|brut[to]o?s?"),
    _role("net", "money number", r"in my pocket|net|netto|neto|left|arrives?|take[- ]home|after tax|lands?|in hand|hits my (?:bank|account)"),
    _role("index", "money number count", r"index|calculator|gives|cost of living|col|vs|to"),
    _role("fully_diluted", "shares money number count", r"fully[- ]diluted|fd|outstanding|of (?:all|total)|cap table"),
    _role("tax", "percent", r"tax\w*|fed\w*|state|fica|cali\w*|medicare|withh\w*|hold|held|hold back|marginal|steuer\w*|imposto|retenci\w+|social\w*|sozial\w*|payroll|local|city"),
    _role("bonus_part", "percent", r"bonus\w*|target|variable|variabel"),
    _role("pension", "percent", r"pension|401\(?k?\)?|403\(?b?\)?|match\w*|employer|retirement|put|puts|super\w*|contribut\w*"),
    _role("benefits_part", "percent", r"benefits?|on top|overhead|nebenkosten"),
    _role("part_time", "percent", r"part[- ]?time|fte|full[- ]?time|days? a week|position|workload|pensum|teilzeit|stelle"),
    _role("paid_out", "percent", r"paid out|payout|pays? out|attain\w*|quota|of target|mile|milta|miley|only pays?|factor|funded"),
    _role("dilution", "percent", r"dilut\w*|rounds?"),
    _role("discount", "percent", r"discount|off|espp"),
    _role("contribution", "percent", r"put in|contribut\w*|i can put|of my (?:salary|pay)"),
    _role("repaid", "percent", r"repay|pay back|owe|if leav\w*|within|clawback|in (?:the )?first|until|month \d+|yr \d|year \d"),
    _role("ownership", "percent", r"own\w*|equity|stake|of the company|offered|shares"),
    _role("fall", "percent", r"drop\w*|falls?|fell|down|cut|tank\w*|crash\w*|declin\w*|loses|lost|lower|less|minus"),
    _role("rise", "percent", r"rais\w*|rise\w*|increas\w*|grow\w*|up|hike|bump|higher|more|gains?|aumento|subida|mehr"),
    _role("inflation", "percent", r"inflation|cpi"),
    _role("vest_part", "percent", r"vest\w*|cliff|at one year|after (?:one|a|the first) year"),
    _role("leave", "time", r"leav\w*|quit\w*|resign\w*|out|gone|go|bail\w*|bounc\w*|laid off|stay\w*"),
    _role("term", "time", r"clawback|prorat\w*|pro[- ]rata|within|over|repay\w*|period"),
    _role("unpaid", "time", r"unpaid|off|vacation|holiday|shut\w*|closed|unused|pto|leave without"),
)  # fmt: skip
"""(role, dimensions it takes, its words); the word nearest to a number decides, earlier roles first where two are."""
