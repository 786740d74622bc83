"""The trail as rows: an event that nobody can change, and its personal detail, which can be erased apart.

Subjects and actors are plain text and numbers, so renames and deletions leave the trail intact.
"""

from __future__ import annotations

from django.db import models


class Gebeurtenis(models.Model):
    """One thing that happened or was looked at. Append-only: the database refuses update and delete."""

    sleutel = models.CharField(max_length=60)
    moment = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_naam = models.CharField(max_length=120)
    onderwerp_soort = models.CharField(max_length=40)
    onderwerp_id = models.BigIntegerField(null=True)
    dossier_id = models.BigIntegerField(null=True)
    is_inzage = models.BooleanField(default=False)
    doel = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        indexes = [
            models.Index(fields=["dossier_id", "-moment"], name="gebeurtenis_dossier"),
            models.Index(fields=["actor_id", "dossier_id", "-moment"], name="gebeurtenis_actor"),
            models.Index(fields=["-moment"], name="gebeurtenis_moment"),
        ]


class Gebeurtenisdetail(models.Model):
    """What may be erased of an event: the words that say who and what, for the timeline of the file."""

    gebeurtenis = models.OneToOneField(Gebeurtenis, on_delete=models.PROTECT, primary_key=True, related_name="detail")
    toelichting = models.TextField()

    class Meta:
        verbose_name = "detail van een gebeurtenis"
        verbose_name_plural = "details van gebeurtenissen"
