"""Job words: the nouns and short forms that job titles end in."""

from __future__ import annotations

JOB_NOUN = (
    r"(?:[Mm]ember of [Tt]echnical [Ss]taff|Engineer|Developer|Programmer|Scientist|Analyst|Designer|Manager"
    r"|Director|Architect|Consultant"
    r"|Executive|Researcher|Associate|Specialist|Recruiter|Accountant|Counsel|"
    r"Attorney|Officer|Administrator|Technician|Owner|Writer|Strategist|Coordinator|Representative|Nurse"
    r"|Physician|Pharmacist|Teacher|Professor|Lecturer|Editor|Marketer|Planner|"
    r"Auditor|Controller|Buyer|Trader|Lead|Intern|Assistant|Advisor|Adviser|Partner|Supervisor|Operator"
    r"|Economist|Statistician|Actuary|Paralegal|Therapist|Chef|Producer|Principal|"
    r"Generalist|Underwriter|Investigator|Chemist|Biologist|Mechanic|Electrician|Fellow|Postdoc|Tester"
    r"|President|Secretary|Clerk|Librarian|Translator|Surgeon|Dentist|Pilot|Practitioner|Instructor|Captain"
    r"|Agent|Broker|Tutor|Hygienist|Welder"
    r"|Solicitor|Barrister|Lawyer|Registrar|Driver|Psychologist|Hospitalist|\w{3,14}ologist|Copywriter|Bookkeeper"
    r"|Estimator|Superintendent|Machinist|Plumber|Carpenter|Inspector|Examiner|Adjuster|Appraiser|Receptionist"
    r"|Nanny|Housekeeper|Caregiver|Gardener"
    r"|Merchandiser|Photographer|Animator|Illustrator|Artist|Journalist|Reporter|Counsell?or|Worker|Dietitian"
    r"|Paramedic|Veterinarian|Optometrist|Curator|Archivist|Modell?er|Surveyor|Foreman|Cook|Baker|Barista|Host"
    r"|Enginn?er|(?<!Hi )(?<!Hey )(?<!Dear )(?<!Hello )(?<!Dear Mr )Dev(?![\w.])|Devel?opp?er|Anal[iy]st"
    r"|Scrum Master|Pipefitter|Evangelist"
    r"|Ambassador|Steward|Scheduler|Dispatcher|Handler|Geologist|Physicist|Mathematician"
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:chef|sjef|leder|ledare|konsulent|konsult|ingeniør|ingenjör|utvikler|utvecklare"
    r"|udvikler|ingenieur|entwickler|architekt|techniker|mechaniker|meister|wissenschaftler|pfleger|lehrer|forscher|arzt"
    r"|leiter|berater|referent|sachbearbeiter|manager|designer)(?:in)?"
    r"|Leiter(?:in)?|Entwickler(?:in)?|Ingenieur(?:in)?|Berater(?:in)?|Referent(?:in)?|Ingegnere|Sviluppat(?:ore|rice)"
    r"|Chercheu(?:r|se)|Artiste|Analist|Adviseur|Ontwikkelaar|[Uu]tvecklare|Ingenjör|Científic[oa]"
    r"|Desarrollador|Programador"
    r"|Arquitect[oa]|Arquitet[oa]|Médic[oa]|Enfermer[oa]|Infirmi(?:er|ère)|Pflegefachkraft|Journeyman(?: \w+(?:ian|er|or|man|wright|fitter))?|Foreman|Lineman|Mason|Roofer|Millwright|Installer|Fitter|Assembler"
    r"|Firefighter|(?:Fach)?[Ss]pezialist(?:in)?|Phlebotomist|Sonographer|Radiographer|Midwife|Optician|Bartender|Stylist|Trainer|Coach|Agronomist"
    r"|Forester|Brewer|Butcher|Sommelier|Interpreter|Chaplain"
    r"|Chargée? de [a-zé]+|Ingénieure?|Développeu(?:r|se)|Responsable|Cheffe? de [a-z]+|Consultante?)"
)
ABBREVIATED = (
    r"(?:(?<=Staff )Eng|(?<=Senior )Eng|(?<=Principal )Eng|(?<=Lead )Eng|SDE ?[1-4](?!\d)|SDE|SWE ?[1-5](?!\d)|SWE|SDET|SRE|MLE|TPM|PM"
    r"|PMM|EM|MTS|SMTS|AMTS|LMTS|PMTS|FDE|AE|SDR|BDR|CTO|CFO|COO|CEO|CMO|CPO|VP|MLOps|RN|LPN|CNA)"
)
ROMANCE_TITLE = (
    r"(?:Ingenier[oa]|Engenheir[oa]|Analista|Gerente|Jef[ea]|Responsable|Directora|Desarrolladora?|Consultora?"
    r"|Técnic[oa]"
    r"|Chef(?:fe)?|Chargée?|Ingénieure?|Développeu(?:r|se)|Analyste|Coordinadora?|Desenvolvedora?|Comercial)"
    r"(?: (?:de|du|des|da|do|en|em) (?:la |las |los )?[\w'-]+| d'[\w-]+| [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)"
    r"(?: (?:Sênior|Pleno|Júnior|Senior|Sénior|Junior))?"
)
"""Titles of Romance languages, whose noun comes first."""
