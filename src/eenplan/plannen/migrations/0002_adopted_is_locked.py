"""The database itself refuses to change a plan that was adopted, or to add to it (C4).

Deleting stays possible: a file is destroyed at the end of its retention.
"""

from django.db import migrations

WEIGER = """
CREATE FUNCTION plan_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    het_plan bigint := CASE TG_ARGV[0]
        WHEN 'plan' THEN (to_jsonb(NEW) ->> 'plan_id')::bigint
        ELSE (SELECT plan_id FROM plannen_doel WHERE id = (to_jsonb(NEW) ->> 'doel_id')::bigint)
    END;
BEGIN
    IF EXISTS (
        SELECT FROM plannen_ondersteuningsplan WHERE id = het_plan AND status IN ('vastgesteld', 'vervangen')
    ) THEN
        RAISE EXCEPTION '%: an adopted plan does not change (%)', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION vastgesteld_plan_is_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'status' IS DISTINCT FROM to_jsonb(OLD) - 'status'
        OR (NEW.status <> OLD.status AND (OLD.status, NEW.status) <> ('vastgesteld', 'vervangen'))
    THEN
        RAISE EXCEPTION 'plannen_ondersteuningsplan: an adopted plan does not change (%)', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER plan_vast BEFORE UPDATE ON plannen_ondersteuningsplan FOR EACH ROW
    WHEN (OLD.status IN ('vastgesteld', 'vervangen')) EXECUTE FUNCTION vastgesteld_plan_is_vast();
CREATE TRIGGER analyse_vast BEFORE INSERT OR UPDATE ON plannen_analyse
    FOR EACH ROW EXECUTE FUNCTION plan_is_vast('plan');
CREATE TRIGGER doel_vast BEFORE INSERT OR UPDATE ON plannen_doel
    FOR EACH ROW EXECUTE FUNCTION plan_is_vast('plan');
CREATE TRIGGER actie_vast BEFORE INSERT OR UPDATE ON plannen_actie
    FOR EACH ROW EXECUTE FUNCTION plan_is_vast('doel');
CREATE TRIGGER inzet_vast BEFORE INSERT OR UPDATE ON plannen_inzet
    FOR EACH ROW EXECUTE FUNCTION plan_is_vast('doel');
CREATE TRIGGER overgeslagen_vast BEFORE INSERT OR UPDATE ON plannen_overgeslagentrede
    FOR EACH ROW EXECUTE FUNCTION plan_is_vast('doel');
"""
HEF_OP = """
DROP TRIGGER plan_vast ON plannen_ondersteuningsplan;
DROP TRIGGER analyse_vast ON plannen_analyse;
DROP TRIGGER doel_vast ON plannen_doel;
DROP TRIGGER actie_vast ON plannen_actie;
DROP TRIGGER inzet_vast ON plannen_inzet;
DROP TRIGGER overgeslagen_vast ON plannen_overgeslagentrede;
DROP FUNCTION vastgesteld_plan_is_vast();
DROP FUNCTION plan_is_vast();
"""


class Migration(migrations.Migration):
    dependencies = [("plannen", "0001_initial")]
    operations = [migrations.RunSQL(WEIGER, HEF_OP)]
