"""The database itself refuses to change or delete an event."""

from django.db import migrations

WEIGER = """
CREATE FUNCTION gebeurtenis_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_gebeurtenis is append-only (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER gebeurtenis_vast BEFORE UPDATE OR DELETE ON audit_gebeurtenis
    FOR EACH ROW EXECUTE FUNCTION gebeurtenis_is_vast();
CREATE TRIGGER gebeurtenis_niet_leeg BEFORE TRUNCATE ON audit_gebeurtenis
    FOR EACH STATEMENT EXECUTE FUNCTION gebeurtenis_is_vast();
"""
HEF_OP = """
DROP TRIGGER gebeurtenis_niet_leeg ON audit_gebeurtenis;
DROP TRIGGER gebeurtenis_vast ON audit_gebeurtenis;
DROP FUNCTION gebeurtenis_is_vast();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(WEIGER, HEF_OP)]
