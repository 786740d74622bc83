from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from eenplan.core.versleuteling import afdruk, nieuwste, versleutel


def versleutel_alle(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Encrypt every number that is still in plain text."""
    rijen: list[Any] = list(apps.get_model("personen", "Burgerservicenummer").objects.all())
    for rij in rijen:
        rij.versleuteld = versleutel(rij.nummer, plaats=f"burgerservicenummer:{rij.pk}")
        rij.zoeksleutel = afdruk(rij.nummer, nieuwste())
    apps.get_model("personen", "Burgerservicenummer").objects.bulk_update(
        rijen, ["versleuteld", "zoeksleutel"], batch_size=1000
    )


class Migration(migrations.Migration):
    dependencies = [("personen", "0002_gezin_en_omzetting")]

    operations = [
        migrations.AddField("burgerservicenummer", "versleuteld", models.CharField(max_length=120, null=True)),
        migrations.AddField("burgerservicenummer", "zoeksleutel", models.CharField(max_length=44, null=True)),
        migrations.RunPython(versleutel_alle, migrations.RunPython.noop),
        migrations.RemoveField("burgerservicenummer", "nummer"),
        migrations.AlterField("burgerservicenummer", "versleuteld", models.CharField(max_length=120)),
        migrations.AlterField("burgerservicenummer", "zoeksleutel", models.CharField(max_length=44, unique=True)),
        # A removed column stays in the file of its table until the table is written anew.
        migrations.RunSQL(
            "CLUSTER personen_burgerservicenummer USING personen_burgerservicenummer_pkey", migrations.RunSQL.noop
        ),
    ]
