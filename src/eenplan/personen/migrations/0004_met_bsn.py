from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("personen", "0003_bsn_versleuteld"),
    ]

    operations = [
        migrations.AddField(
            model_name="omzetting",
            name="met_bsn",
            field=models.BooleanField(default=False),
        ),
    ]
