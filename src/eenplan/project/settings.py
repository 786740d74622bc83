"""All settings of Eenplan, read once from the environment.

Outside the demo a missing secret stops the program with a sentence; nothing secret has a default here.
"""

from pathlib import Path
from typing import Any, Final

from csp.constants import NONE, SELF

from eenplan.core import sleutelring
from eenplan.inrichting import bestanden, woorden
from eenplan.project import database
from eenplan.project.environment import (
    InstellingOntbreekt,
    flag,
    names,
    own_audit_key,
    own_keys,
    own_secret,
    required,
    text,
    var_folder,
)
from eenplan.project.logs import logging_settings
from eenplan.project.sign_on import oidc_settings
from eenplan.project.static_files import static_headers

PACKAGE: Final = Path(__file__).resolve().parents[1]

DEMO: Final = flag("EENPLAN_DEMO")
DEBUG = flag("DEBUG")
# The demo runs over plain http on this machine; whatever is not the demo is production, with all its demands.
PRODUCTION: Final = not (DEMO or DEBUG)

SECRET_KEY = required("SECRET_KEY") if PRODUCTION else text("SECRET_KEY") or own_secret()
if PRODUCTION:
    required("ALLOWED_HOSTS")
ALLOWED_HOSTS = names("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if PRODUCTION]

ROOMS: Final = [
    "core",
    "access",
    "audit",
    "inrichting",
    "teams",
    "aanmelden",
    "registers",
    "personen",
    "dossiers",
    "toegang",
    "termijnen",
    "delen",
    "aanbod",
    "netwerk",
    "veiligheid",
    "meldingen",
    "metingen",
    "plannen",
    "evaluaties",
    "ketenpartners",
    "adviezen",
    "overleggen",
    "besluiten",
    "maatwerk",
    "toewijzingen",
    "wachtlijsten",
    "regie",
    "werkwijzen",
    "privacy",
    "web",
    "demo",
]
# Every app is paid for at each command and each test run, so: only what a page needs.
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    *(f"eenplan.{room}" for room in ROOMS),
]
AUTH_USER_MODEL = "teams.Medewerker"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "eenplan.project.urls"
WSGI_APPLICATION = "eenplan.project.wsgi.application"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "eenplan.project.middleware.RequestLogMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "eenplan.project.middleware.TimeTravelMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "eenplan.web.middleware.SessieMiddleware",
    "eenplan.web.middleware.VerlopenSessieMiddleware",
    "eenplan.web.noodtoegang.NoodtoegangMiddleware",
    "eenplan.web.middleware.BlikOpFoutenMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "eenplan.project.middleware.BrowserPolicyMiddleware",
    "eenplan.project.middleware.RefusalMiddleware",
    "eenplan.project.middleware.BodySizeMiddleware",
    "eenplan.web.beperking.BeperkingMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / room / "templates" for room in ROOMS],
        "OPTIONS": {
            "environment": "eenplan.core.jinja.environment",
            "context_processors": ["eenplan.core.context.pagina", "eenplan.web.navigatie.navigatie"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

# The keys of the national number and of second factors, newest first. A line that is no key stops the program here.
EENPLAN_BSN_KEYS = required("EENPLAN_BSN_KEYS") if PRODUCTION else text("EENPLAN_BSN_KEYS") or own_keys()
sleutelring.lees(EENPLAN_BSN_KEYS)

# The key of the seals on the log: whoever can change the database must not have it. See docs/adr/0007.
EENPLAN_AUDIT_KEY = required("EENPLAN_AUDIT_KEY") if PRODUCTION else text("EENPLAN_AUDIT_KEY") or own_audit_key()

# A municipality's own virus scanner for papers that come in; see dossiers/virusscan.py. Empty: nobody looks.
EENPLAN_VIRUSSCAN = text("EENPLAN_VIRUSSCAN")

# --- Database -------------------------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {"default": database.connection_settings()}
# Connections are kept and shared by the threads of a process: connecting anew costs more than most pages.
DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 10, "timeout": 10}

# --- The municipality ------------------------------------------------------------------------------------------------

# One municipality, one installation: its own way of working stands in one file, or in a folder with a file per day on
# which something changes. The demo has such a folder of its own, which begins with the example.
_EXAMPLE = PACKAGE / "inrichting" / "gemeenten" / "zonnedaal.toml"
EENPLAN_INRICHTING = Path(required("EENPLAN_INRICHTING") if PRODUCTION else text("EENPLAN_INRICHTING", str(_EXAMPLE)))
if DEMO and EENPLAN_INRICHTING == _EXAMPLE:
    EENPLAN_INRICHTING = bestanden.zaai(_EXAMPLE, var_folder() / "inrichting" / database.name())
try:
    _INRICHTING = bestanden.ruw(EENPLAN_INRICHTING)
except bestanden.OngeldigeInrichting as refusal:
    raise InstellingOntbreekt(str(refusal)) from refusal
GEMEENTE = _INRICHTING["gemeente"]["naam"]

# --- Language and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
# The municipality's own words, as a catalogue that is made once at the start and costs no page anything.
_TEKSTEN = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.mo"
if _WOORDEN := woorden.maak_catalogus(_TEKSTEN, _INRICHTING.get("woorden", {}), var_folder() / "woorden"):
    LOCALE_PATHS.insert(0, _WOORDEN)
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- Signing in -----------------------------------------------------------------------------------------------------

LOGIN_URL = "web:inloggen"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "eenplan.teams.aanmelding.Aanmelding"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("gebruikersnaam", "naam", "functie", "werkgever")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "eenplan.teams.wachtwoord.VanHier"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # a quarter of an hour
# Lock the name together with the address: a name alone would let anyone lock a colleague out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "eenplan.web.adres.adres_van"
# What was typed before the session ended travels along while signing in: it is of a resident, keep it out of the log.
AXES_SENSITIVE_PARAMETERS = ["meegenomen"]
AXES_LOCKOUT_TEMPLATE = "core/geblokkeerd.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True

# Many names from one address, or many codes for one worker: the quarter of an hour holds for them too.
AANMELDEN_PER_ADRES = 30
AANMELDEN_PER_MEDEWERKER = 5
# After so many minutes without a page, and after so many hours anyhow, one signs in anew. What was typed is kept.
SESSIE_STIL_MINUTEN = int(text("EENPLAN_SESSIE_MINUTEN", "30"))
SESSIE_UREN = 10
# The sign-on service of the municipality, or none: docs/handleiding/beheer.md names every variable.
EENPLAN_OIDC = oidc_settings(production=PRODUCTION)

# --- Cookies and browser policy -------------------------------------------------------------------------------------

# With this prefix a browser takes a cookie from this very host and over https only; nobody next door can set it.
_PREFIX = "__Host-" if PRODUCTION else ""
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = f"{_PREFIX}eenplan_sessie"
SESSION_COOKIE_AGE = SESSIE_UREN * 60 * 60  # one working day
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_NAME = f"{_PREFIX}eenplan_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_FAILURE_VIEW = "eenplan.project.views.csrf_refused"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}eenplan_taal"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTION
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # a load balancer asks over plain http
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# Nothing typed into a form is kept on disk or in memory beyond what a case needs.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# The largest document (dossiers.bestandssoort.MAX_OMVANG) with its form around it; more is refused unread.
LARGEST_BODY = 12 * 1024 * 1024

# --- Static files ---------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = var_folder() / "static" if PRODUCTION else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = static_headers

# --- Logs -----------------------------------------------------------------------------------------------------------

LOGGING = logging_settings(readable=not PRODUCTION)
