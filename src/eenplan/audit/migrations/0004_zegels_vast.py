"""The database itself refuses to change or delete a seal, to empty them, or to rewrite the words of an event."""

from django.db import migrations

WEIGER = """
CREATE FUNCTION zegel_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only (%)', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER zegel_vast BEFORE UPDATE OR DELETE ON audit_zegel
    FOR EACH ROW EXECUTE FUNCTION zegel_is_vast();
CREATE TRIGGER zegel_niet_leeg BEFORE TRUNCATE ON audit_zegel
    FOR EACH STATEMENT EXECUTE FUNCTION zegel_is_vast();
CREATE TRIGGER detail_vast BEFORE UPDATE ON audit_gebeurtenisdetail
    FOR EACH ROW EXECUTE FUNCTION zegel_is_vast();
CREATE TRIGGER oordeel_vast BEFORE UPDATE OR DELETE ON audit_oordeel
    FOR EACH ROW EXECUTE FUNCTION zegel_is_vast();
"""
HEF_OP = """
DROP TRIGGER oordeel_vast ON audit_oordeel;
DROP TRIGGER detail_vast ON audit_gebeurtenisdetail;
DROP TRIGGER zegel_niet_leeg ON audit_zegel;
DROP TRIGGER zegel_vast ON audit_zegel;
DROP FUNCTION zegel_is_vast();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_zegels")]
    operations = [migrations.RunSQL(WEIGER, HEF_OP)]
