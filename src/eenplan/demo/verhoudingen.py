"""Every proportion of the invented municipality, with the published figure it follows.

EN = Enschede 2019, LW = Leeuwarden 2021, G32 = 26+3 large municipalities 2014; L… is the line of the report.
What no report publishes is marked "own choice".
"""

from __future__ import annotations

from typing import Final

# --- Households (LW table 1, L801: Leeuwarden, second half of 2019) ------------------------------------------------
ALLEENSTAAND: Final = 0.470
PAAR_MET_KINDEREN: Final = 0.193
EENOUDER: Final = 0.074
PAAR_ZONDER_KINDEREN: Final = 1 - ALLEENSTAAND - PAAR_MET_KINDEREN - EENOUDER
# Own choices, so that ages and families read as a Dutch town.
ALLEENSTAAND_65_PLUS: Final = 0.30
PAAR_65_PLUS: Final = 0.52
KINDEREN_PER_GEZIN: Final = {1: 0.38, 2: 0.42, 3: 0.15, 4: 0.05}
GESCHEIDEN_OUDER_IN_DE_GEMEENTE: Final = 0.55  # of single parents: the other parent has an own household here
INWONENDE_OUDER: Final = 0.02  # of couples with children

# --- Who has a provision ----------------------------------------------------------------------------------------
# Households with at least one provision in the social domain, Enschede, autumn 2018 (EN D-03, L564-568).
HUISHOUDENS_MET_VOORZIENING: Final = 0.234
# Under which laws, as a share of all households (LW table 2, L840); scaled so that the sum is the figure above.
_LW_TABEL_2: Final = {
    ("jeugdwet",): 2.6,
    ("wmo",): 10.5,
    ("participatiewet",): 7.5,
    ("participatiewet", "wmo"): 2.4,
    ("jeugdwet", "wmo"): 0.5,  # "andere combinaties" is 1.0 in the report; halved over two of them (own choice)
    ("jeugdwet", "participatiewet"): 0.5,
}
_LW_TOTAAL: Final = sum(_LW_TABEL_2.values())
WETTEN: Final = {wetten: HUISHOUDENS_MET_VOORZIENING * aandeel / _LW_TOTAAL for wetten, aandeel in _LW_TABEL_2.items()}
# More than one law at once: 3.4 of the 24.0 percent of households with a provision (LW table 2, L840).
MEERVOUDIG: Final = sum(aandeel for wetten, aandeel in _LW_TABEL_2.items() if len(wetten) > 1) / _LW_TOTAAL

# Which help under the Wmo, by residents with it (LW table 6, L946; the split of the first three follows EN D-06, L920).
WMO_HULP: Final = {
    "huishouden": 2.8,
    "begeleiding": 1.7,
    "dagbesteding": 0.8,
    "hulpmiddel": 3.4,
    "vervoer": 1.6,
    "verblijf": 0.4,  # own choice: the 1.2 of the report includes shelter, which is not a household of ours
}
# Which help under the Jeugdwet, by trajectories (LW table 4, L892).
JEUGD_HULP: Final = {"zonder verblijf": 0.785, "met verblijf": 0.091, "bescherming": 0.124}
# Closed according to plan: 71.5 percent of youth trajectories (LW table 4, L911).
VOLGENS_PLAN_AFGESLOTEN: Final = 0.715

# --- What else the team meets --------------------------------------------------------------------------------------
# About 12 percent of households put a question to a team in a year (LW L1705). Those with a provision asked once in
# two years; the rest of the questions of two years ended without one. Shares of all households:
MELDING_ZONDER_AANVRAAG: Final = 0.035
HULP_GESTOPT: Final = 0.025
NOG_ONDERWEG: Final = 0.034  # 100 days of the inflow that made 23.4 percent in 630 days, less those who stop
AL_GEHOLPEN: Final = 0.25  # of them: their help started already, so they count among the 23.4 percent
ALLEEN_LICHTE_HULP: Final = 0.015  # a plan of general provisions and the team's own help, without a decision
ALLEEN_EEN_VRAAG: Final = 0.05  # a question that was answered at once
# Many calls only ask where things stand (EN S-02, L947-963); the share is an own choice.
STATUSVRAAG_PER_DOSSIER: Final = 0.3

# --- How long it takes ---------------------------------------------------------------------------------------------
# From the first contact to the plan: four to six weeks (EN D-07, L934-936).
CONTACT_TOT_PLAN_DAGEN: Final = (28, 42)
# "Too long" between creating a provision and its start: 63.3 percent, in the end around 30 (EN D-04, L655-658).
START_TE_LAAT_BEGIN: Final = 0.633
START_TE_LAAT_EIND: Final = 0.30
# Help that runs without a coordinator. 2,762 Wmo plans in execution and 814 new ones in four months, for 160 fte (EN
# D-01, D-04), make some thirty households in hand per worker, so most help runs without one.
HULP_ZONDER_REGIE: Final = 0.82
# Own choices; no report gives them.
AFGEWEZEN: Final = 0.06
PLAN_TERUGGESTUURD: Final = 0.08
WACHT_OP_REACTIE: Final = 0.3
GESPREK_VERVALLEN: Final = 0.05
LANG_GEWACHT: Final = 0.08
START_NIET_GEMELD: Final = 0.05
ANDERE_REGISSEUR: Final = 0.05
HEROPEND: Final = 0.03
TERUGBELLEN_NIET_NAGEKOMEN: Final = 0.15

# --- The teams -----------------------------------------------------------------------------------------------------
# Fte per function and employer in 2018 (EN D-01, L409-425), for the nine teams together.
FTE_TEAMS: Final = (
    ("Stichting Wijkwerk Zonnedaal", "wijkcoach", 109.16),
    ("Gemeente Zonnedaal", "consulent Wmo", 43.41),
    ("Gemeente Zonnedaal", "wijkcoach", 7.72),
)
FTE_STEDELIJK: Final = (
    ("Gemeente Zonnedaal", "medewerker backoffice", 23.28),
    ("Gemeente Zonnedaal", "directe overhead", 18.58),
    ("Stichting Wijkwerk Zonnedaal", "directe overhead", 14.80),
    ("Stichting Wijkwerk Zonnedaal", "indirecte overhead", 2.98),
)
INWONERS_BIJ_FTE: Final = 160_000  # the town for which the figures above hold whole (own choice: Enschede's size)
# Area size differs strongly between teams (G32 7.2.1: in more than half of 26 municipalities). Sum is 1.
AANDEEL_PER_TEAM: Final = {
    "Team Noord 1": 0.19,
    "Team Zuid 1": 0.13,
    "Team Oost 1": 0.12,
    "Team West 1": 0.11,
    "Team Centrum": 0.10,
    "Team Noord 2": 0.08,
    "Team Zuid 2": 0.09,
    "Team Oost 2": 0.09,
    "Team West 2": 0.09,
}
WERKVOORRAAD: Final = 31  # households one coordinator has at once: `zwaarte_per_fte` is 40 and a few weigh double
