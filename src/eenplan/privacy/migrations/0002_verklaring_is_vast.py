"""The database itself refuses to change or delete a certificate of destruction."""

from django.db import migrations

WEIGER = """
CREATE FUNCTION vernietigingsverklaring_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'privacy_vernietigingsverklaring is append-only (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER vernietigingsverklaring_vast BEFORE UPDATE OR DELETE ON privacy_vernietigingsverklaring
    FOR EACH ROW EXECUTE FUNCTION vernietigingsverklaring_is_vast();
CREATE TRIGGER vernietigingsverklaring_niet_leeg BEFORE TRUNCATE ON privacy_vernietigingsverklaring
    FOR EACH STATEMENT EXECUTE FUNCTION vernietigingsverklaring_is_vast();
"""
HEF_OP = """
DROP TRIGGER vernietigingsverklaring_niet_leeg ON privacy_vernietigingsverklaring;
DROP TRIGGER vernietigingsverklaring_vast ON privacy_vernietigingsverklaring;
DROP FUNCTION vernietigingsverklaring_is_vast();
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]
    operations = [migrations.RunSQL(WEIGER, HEF_OP)]
