from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meldingen", "0003_aanvraag_op"),
    ]

    operations = [
        migrations.AddField(
            model_name="contact",
            name="organisatie",
            field=models.CharField(blank=True, max_length=120),
        ),
    ]
