"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

from eenplan.project import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eenplan.project.settings")
database.start()
database.stop_slow_questions()

application = get_wsgi_application()
