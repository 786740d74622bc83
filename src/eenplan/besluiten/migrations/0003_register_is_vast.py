"""The database itself refuses to edit the register of mandates, or the ground on which was decided (Awb 10:10)."""

from django.db import migrations

WEIGER = """
CREATE FUNCTION mandaat_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: a line of the register is ended, never changed (%)', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION besluitgrond_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'besluiten_besluit: the ground of a decision does not change (%)', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER mandaat_vast BEFORE UPDATE OR DELETE ON besluiten_mandaat
    FOR EACH ROW EXECUTE FUNCTION mandaat_is_vast();
CREATE TRIGGER mandaatbevestiging_vast BEFORE UPDATE OR DELETE ON besluiten_mandaatbevestiging
    FOR EACH ROW EXECUTE FUNCTION mandaat_is_vast();
CREATE TRIGGER mandaateinde_vast BEFORE UPDATE OR DELETE ON besluiten_mandaateinde
    FOR EACH ROW EXECUTE FUNCTION mandaat_is_vast();
CREATE TRIGGER besluitgrond_vast BEFORE UPDATE ON besluiten_besluit FOR EACH ROW
    WHEN (OLD.status = 'genomen' AND (OLD.namens, OLD.mandaatgrond, OLD.mandaat_id, OLD.waarneming_id)
        IS DISTINCT FROM (NEW.namens, NEW.mandaatgrond, NEW.mandaat_id, NEW.waarneming_id))
    EXECUTE FUNCTION besluitgrond_is_vast();
"""
HEF_OP = """
DROP TRIGGER mandaat_vast ON besluiten_mandaat;
DROP TRIGGER mandaatbevestiging_vast ON besluiten_mandaatbevestiging;
DROP TRIGGER mandaateinde_vast ON besluiten_mandaateinde;
DROP TRIGGER besluitgrond_vast ON besluiten_besluit;
DROP FUNCTION mandaat_is_vast();
DROP FUNCTION besluitgrond_is_vast();
"""


class Migration(migrations.Migration):
    dependencies = [("besluiten", "0002_mandaat")]
    operations = [migrations.RunSQL(WEIGER, HEF_OP)]
