"""De gezagstabel zelf: per leeftijdsgroep en besluit wie het hoort, wie toestemt en wie tekent. Alleen gegevens."""

from collections.abc import Mapping
from typing import Final

from eenplan.wetgeving.gezagsoorten import Beslissers, Besluitsoort, Leeftijdsgroep, Situatie, Wie

UITZOEKEN: Final = Beslissers(
    (),
    (),
    (),
    ("1:245 BW",),
    "Het gezag over dit kind is niet bekend. Zoek eerst uit wie het gezag heeft: in het gezagsregister, in de "
    "basisregistratie of bij de ouders met een stuk erbij. Tot dan beslist niemand namens het kind.",
    is_uitzoeken=True,
)


# Per situatie de artikelen waarop het gezag of de vertegenwoordiging rust.
GRONDSLAG: Final[Mapping[Situatie, tuple[str, ...]]] = {
    Situatie.OUDERS: ("1:251 BW", "1:251b BW", "1:253aa BW"),
    Situatie.OUDER: ("1:253b BW",),
    Situatie.OUDER_EN_ANDER: ("1:253sa BW", "1:253t BW", "1:253v BW"),
    Situatie.VOOGD: ("1:280 BW",),
    Situatie.VOOGDEN: ("1:282 BW",),
    Situatie.INSTELLING: ("1:302 BW",),
    Situatie.ONBEKEND: ("1:245 BW",),
    Situatie.ZELF: (),
    Situatie.GEMACHTIGDE: ("2:1 Awb",),
    Situatie.MENTOR: ("1:450 BW", "1:453 BW"),
    Situatie.BEWIND: ("1:431 BW",),
    Situatie.BEWIND_EN_MENTOR: ("1:431 BW", "1:450 BW", "1:453 BW"),
    Situatie.CURATOR: ("1:378 BW", "1:381 BW"),
}


# --------------------------------------------------------------------------------------------------- minderjarigen

_ZELF, _GEZAG = (Wie.ZELF,), (Wie.GEZAG,)
_BEIDEN = (Wie.ZELF, Wie.GEZAG)
_EEN_OUDER = "Eén ouder kan dit alleen doen, zolang niet blijkt dat de ander bezwaar heeft."

KIND: Final[Mapping[tuple[Leeftijdsgroep, Besluitsoort], Beslissers]] = {
    # --- jonger dan twaalf, of ouder en niet in staat dit zelf te wegen
    (Leeftijdsgroep.TOT_12, Besluitsoort.INFORMEREN): Beslissers(
        _BEIDEN, (), (), ("7.3.2 Jeugdwet", "7.3.15 Jeugdwet"),
        "Wie het gezag heeft, hoort alles wat voor de beslissing nodig is. Het kind hoort het in woorden die het "
        "begrijpt.",
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.HULP): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("7.3.4 Jeugdwet",),
        "Het kind is jonger dan twaalf of kan dit niet zelf wegen: wie het gezag heeft, beslist.", allen=True,
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.DELEN): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("7.3.11 Jeugdwet", "7.3.15 Jeugdwet", "5 UAVG"),
        "Wie het gezag heeft, geeft toestemming om gegevens te delen. Is er een andere grond, dan is toestemming "
        "niet nodig.",
        allen=True,
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.INZAGE): Beslissers(
        _GEZAG, _GEZAG, _GEZAG, ("7.3.10 Jeugdwet", "7.3.15 Jeugdwet", "5.3.2 Wmo 2015"),
        "Het kind heeft onder de twaalf zelf geen recht op inzage; wie het gezag heeft, vraagt erom. Weiger wat "
        "een ander "
        "of het kind zou schaden.",
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.PLAN): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("4.1.3 Jeugdwet", "7.3.4 Jeugdwet"),
        "Het plan wordt met kind en gezaghebbenden gemaakt; wie het gezag heeft, tekent.", allen=True,
        onzeker="De wet eist geen handtekening onder het plan; tekenen volgt hier de toestemming voor de hulp.",
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.AANVRAAG): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("1:245 BW", "1:253i BW"),
        f"Wie het gezag heeft, vraagt namens het kind aan. {_EEN_OUDER}",
        onzeker="Artikel 1:253i BW gaat over burgerlijke handelingen; voor een aanvraag wordt het naar analogie "
        "gevolgd.",
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.BEZWAAR): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("1:245 BW", "1:253i BW"),
        f"Wie het gezag heeft, maakt namens het kind bezwaar. {_EEN_OUDER}",
        onzeker="Artikel 1:253i BW gaat over burgerlijke handelingen; voor bezwaar wordt het naar analogie gevolgd.",
    ),
    (Leeftijdsgroep.TOT_12, Besluitsoort.GELD): Beslissers(
        _GEZAG, _GEZAG, _GEZAG, ("1:245 BW", "1:253i BW"),
        f"Wie het gezag heeft, beheert het geld van het kind. {_EEN_OUDER}",
    ),
    # --- twaalf tot en met vijftien
    (Leeftijdsgroep.VAN_12, Besluitsoort.INFORMEREN): Beslissers(
        _BEIDEN, (), (), ("7.3.2 Jeugdwet",),
        "De jongere en wie het gezag heeft, horen allebei wat er speelt. Wat de jongere zou schaden, blijft weg.",
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.HULP): Beslissers(
        _BEIDEN, _BEIDEN, _BEIDEN, ("7.3.4 Jeugdwet",),
        "Jongere én gezaghebbenden stemmen toe. De jongere alleen is genoeg als dat ernstig nadeel voorkomt, of "
        "als hij "
        "de hulp na een weigering weloverwogen blijft wensen.", allen=True,
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.DELEN): Beslissers(
        _BEIDEN, _BEIDEN, _BEIDEN, ("7.3.11 Jeugdwet", "5 UAVG"),
        "De jongere stemt toe om wat hij vertelde te delen. Tot zestien jaar stemt ook toe wie het gezag "
        "heeft.", allen=True,
        onzeker="De Jeugdwet vraagt hier de jongere, de UAVG tot zestien jaar de wettelijk vertegenwoordiger; "
        "beide is veilig.",
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.INZAGE): Beslissers(
        _BEIDEN, (), (Wie.ZELF, Wie.GEZAG), ("7.3.10 Jeugdwet", "5.3.2 Wmo 2015"),
        "De jongere mag zelf inzien. Wie het gezag heeft ook, tot zestien jaar, behalve wat de jongere zou schaden.",
        onzeker="Of de jongere inzage door de ouders kan tegenhouden, weegt de hulpverlener.",
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.PLAN): Beslissers(
        _BEIDEN, _BEIDEN, _BEIDEN, ("4.1.3 Jeugdwet", "7.3.4 Jeugdwet"),
        "Jongere en gezaghebbenden maken het plan mee en tekenen allebei.", allen=True,
        onzeker="De wet eist geen handtekening onder het plan; tekenen volgt hier de toestemming voor de hulp.",
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.AANVRAAG): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("1:245 BW", "1:253i BW", "2.3 Jeugdwet"),
        f"Wie het gezag heeft, vraagt aan, met de jongere erbij. {_EEN_OUDER}",
        onzeker="De Jeugdwet noemt jeugdige en ouders; of een jongere alleen kan aanvragen, regelt de verordening.",
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.BEZWAAR): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("1:245 BW", "8:21 Awb"),
        "Wie het gezag heeft, maakt bezwaar. Een jongere die zijn belangen kan wegen, mag het ook zelf.",
        onzeker="Artikel 8:21 Awb geldt voor beroep; voor bezwaar wordt het naar analogie gevolgd.",
    ),
    (Leeftijdsgroep.VAN_12, Besluitsoort.GELD): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("1:245 BW", "1:253i BW"),
        f"Wie het gezag heeft, beheert het geld van de jongere. {_EEN_OUDER}",
    ),
    # --- zestien en zeventien
    (Leeftijdsgroep.VAN_16, Besluitsoort.INFORMEREN): Beslissers(
        _ZELF, (), (), ("7.3.2 Jeugdwet", "7.3.11 Jeugdwet"),
        "De jongere hoort het. Wie het gezag heeft, hoort het alleen als de jongere dat goed vindt.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.HULP): Beslissers(
        _ZELF, _ZELF, _ZELF, ("7.3.4 Jeugdwet", "7.3.5 Jeugdwet"),
        "Vanaf zestien jaar beslist de jongere zelf over de hulp.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.DELEN): Beslissers(
        _ZELF, _ZELF, _ZELF, ("7.3.11 Jeugdwet", "5 UAVG"),
        "Vanaf zestien jaar geeft de jongere zelf toestemming om gegevens te delen, ook met de ouders.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.INZAGE): Beslissers(
        _ZELF, _ZELF, _ZELF, ("7.3.10 Jeugdwet", "5.3.2 Wmo 2015"),
        "De jongere ziet het eigen dossier in. Ouders alleen als de jongere dat goed vindt.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.PLAN): Beslissers(
        _ZELF, _ZELF, _ZELF, ("4.1.3 Jeugdwet", "7.3.4 Jeugdwet"),
        "De jongere maakt het plan mee en tekent zelf.",
        onzeker="De wet eist geen handtekening onder het plan; tekenen volgt hier de toestemming voor de hulp.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.AANVRAAG): Beslissers(
        _BEIDEN, _ZELF, _BEIDEN, ("1:245 BW", "2.3 Jeugdwet"),
        "De jongere beslist of hij hulp wil. De aanvraag tekent hij zelf, of wie het gezag heeft namens hem.",
        onzeker="Of een jongere van zestien zonder ouders kan aanvragen, regelt de verordening.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.BEZWAAR): Beslissers(
        _ZELF, _ZELF, _ZELF, ("1:245 BW", "8:21 Awb"),
        "De jongere die zijn belangen kan wegen, mag zelf bezwaar maken; wie het gezag heeft, mag het namens hem.",
        onzeker="Artikel 8:21 Awb geldt voor beroep; voor bezwaar wordt het naar analogie gevolgd.",
    ),
    (Leeftijdsgroep.VAN_16, Besluitsoort.GELD): Beslissers(
        _BEIDEN, _GEZAG, _GEZAG, ("1:245 BW", "1:253i BW"),
        f"Tot achttien jaar beheert wie het gezag heeft het geld. {_EEN_OUDER}",
    ),
}  # fmt: skip


# --------------------------------------------------------------------------------------------------- meerderjarigen

ARTIKEL: Final[Mapping[Besluitsoort, tuple[str, ...]]] = {
    Besluitsoort.INFORMEREN: ("2.3.2 Wmo 2015", "7.3.2 Jeugdwet"),
    Besluitsoort.HULP: ("2.3.2 Wmo 2015", "7.3.4 Jeugdwet"),
    Besluitsoort.DELEN: ("6 AVG", "5.1.1 Wmo 2015"),
    Besluitsoort.INZAGE: ("15 AVG", "5.3.2 Wmo 2015"),
    Besluitsoort.PLAN: ("2.3.2 Wmo 2015",),
    Besluitsoort.AANVRAAG: ("2.3.5 Wmo 2015",),
    Besluitsoort.BEZWAAR: ("7:1 Awb",),
    Besluitsoort.GELD: ("3:32 BW 3",),
}
WAT: Final[Mapping[Besluitsoort, str]] = {
    Besluitsoort.INFORMEREN: "hoort wat er speelt",
    Besluitsoort.HULP: "stemt toe in de hulp",
    Besluitsoort.DELEN: "geeft toestemming om gegevens te delen",
    Besluitsoort.INZAGE: "vraagt inzage in het dossier",
    Besluitsoort.PLAN: "tekent het plan",
    Besluitsoort.AANVRAAG: "doet de aanvraag",
    Besluitsoort.BEZWAAR: "maakt bezwaar",
    Besluitsoort.GELD: "regelt de geldzaken",
}
PARTIJ: Final[Mapping[Situatie, tuple[Wie, ...]]] = {
    Situatie.ZELF: (),
    Situatie.GEMACHTIGDE: (Wie.GEMACHTIGDE,),
    Situatie.MENTOR: (Wie.MENTOR,),
    Situatie.BEWIND: (Wie.BEWINDVOERDER,),
    Situatie.BEWIND_EN_MENTOR: (Wie.BEWINDVOERDER, Wie.MENTOR),
    Situatie.CURATOR: (Wie.CURATOR,),
}
NAMEN: Final[Mapping[Wie, str]] = {
    Wie.ZELF: "De inwoner",
    Wie.GEMACHTIGDE: "De gemachtigde",
    Wie.MENTOR: "De mentor",
    Wie.BEWINDVOERDER: "De bewindvoerder",
    Wie.CURATOR: "De curator",
    Wie.NAASTE: "Een naaste (partner, ouder, kind, broer of zus)",
}
GEEN_WETTELIJKE: Final = (
    "Er is geen benoemde vertegenwoordiger voor dit onderwerp. De Wmo laat de partner, een ouder, een kind, een "
    "broer of een "
    "zus optreden; bespreek of mentorschap of bewind nodig is."
)
