"""The settings of the suite: the demo's, with a hasher that takes no time."""

import os

os.environ.setdefault("EENPLAN_DEMO", "1")

from eenplan.project.settings import *  # noqa: F403 - Django reads every name of this module

del DATABASES["default"]["OPTIONS"]["pool"]  # noqa: F405 - one thread needs no pool
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# The file itself: no test may change what another one reads.
EENPLAN_INRICHTING = PACKAGE / "inrichting" / "gemeenten" / "zonnedaal.toml"  # noqa: F405
