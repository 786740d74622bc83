"""Every address of the program: each room brings its own."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from eenplan.project import views

ROOMS = [
    ("", "eenplan.core.urls"),
    ("", "eenplan.teams.urls"),
    ("", "eenplan.aanmelden.urls"),
    ("", "eenplan.audit.urls"),
    ("", "eenplan.inrichting.urls"),
    ("", "eenplan.registers.urls"),
    ("", "eenplan.personen.urls"),
    ("", "eenplan.dossiers.urls"),
    ("", "eenplan.toegang.urls"),
    ("", "eenplan.termijnen.urls"),
    ("", "eenplan.delen.urls"),
    ("", "eenplan.aanbod.urls"),
    ("", "eenplan.netwerk.urls"),
    ("", "eenplan.veiligheid.urls"),
    ("", "eenplan.meldingen.urls"),
    ("", "eenplan.metingen.urls"),
    ("", "eenplan.plannen.urls"),
    ("", "eenplan.evaluaties.urls"),
    ("", "eenplan.ketenpartners.urls"),
    ("", "eenplan.adviezen.urls"),
    ("", "eenplan.overleggen.urls"),
    ("", "eenplan.besluiten.urls"),
    ("", "eenplan.maatwerk.urls"),
    ("", "eenplan.toewijzingen.urls"),
    ("", "eenplan.wachtlijsten.urls"),
    ("", "eenplan.regie.urls"),
    ("", "eenplan.werkwijzen.urls"),
    ("", "eenplan.privacy.urls"),
    ("", "eenplan.web.urls"),
    ("", "eenplan.demo.urls"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", views.health, name="health"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    *(path(prefix, include(module)) for prefix, module in ROOMS if find_spec(module)),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
