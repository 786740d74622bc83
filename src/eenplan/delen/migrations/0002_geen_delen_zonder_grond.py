"""The database itself refuses a sharing, or a handing out, without a ground that holds on that day (F3, F13)."""

from django.db import migrations

WEIGER = """
CREATE FUNCTION delen_waarom_niet(d delen_deling, dag date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN d.grond NOT IN ('taak', 'toestemming') THEN 'no ground'
        WHEN d.geldig_tot IS NULL OR d.geldig_tot <= dag THEN 'the agreed time is over'
        WHEN NOT EXISTS (
            SELECT FROM delen_samenwerking s
            WHERE s.id = d.samenwerking_id AND s.vanaf <= dag AND (s.tot IS NULL OR s.tot > dag)
                AND d.doel = ANY (s.doelen) AND d.categorieen <@ s.categorieen
        ) THEN 'no running collaboration for this purpose and these data'
        WHEN d.grond = 'toestemming' AND NOT EXISTS (
            SELECT FROM delen_toestemmingsvraag v
            WHERE v.id = d.vraag_id AND v.richting = 'uit' AND v.persoon_id = d.persoon_id
                AND v.dossier_id = d.dossier_id AND v.samenwerking_id = d.samenwerking_id
                AND v.wet = d.wet AND v.doel = d.doel AND d.categorieen <@ v.categorieen
                AND EXISTS (SELECT FROM delen_toestemming t WHERE t.vraag_id = v.id)
                AND NOT EXISTS (
                    SELECT FROM delen_toestemming t
                    WHERE t.vraag_id = v.id AND (t.status <> 'gegeven' OR t.geldig_tot <= dag)
                )
        ) THEN 'no consent that holds'
    END
$$;

CREATE FUNCTION delen_heeft_grond() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reden text := delen_waarom_niet(
        NEW, (COALESCE(NEW.gewijzigd_op, NEW.aangeboden_op) AT TIME ZONE 'Europe/Amsterdam')::date
    );
BEGIN
    IF reden IS NOT NULL THEN
        RAISE EXCEPTION 'delen_deling: %', reden USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER deling_met_grond BEFORE INSERT OR UPDATE OF status ON delen_deling
    FOR EACH ROW WHEN (NEW.status IN ('aangeboden', 'aanvaard')) EXECUTE FUNCTION delen_heeft_grond();

CREATE FUNCTION delen_mag_uit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    d delen_deling;
    reden text;
BEGIN
    SELECT * INTO d FROM delen_deling WHERE id = NEW.deling_id;
    reden := delen_waarom_niet(d, (NEW.op AT TIME ZONE 'Europe/Amsterdam')::date);
    IF d.status <> 'aanvaard' OR reden IS NOT NULL THEN
        RAISE EXCEPTION 'delen_verstrekking: %', COALESCE(reden, 'not accepted') USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER verstrekking_met_grond BEFORE INSERT ON delen_verstrekking
    FOR EACH ROW EXECUTE FUNCTION delen_mag_uit();
"""
HEF_OP = """
DROP TRIGGER verstrekking_met_grond ON delen_verstrekking;
DROP TRIGGER deling_met_grond ON delen_deling;
DROP FUNCTION delen_mag_uit();
DROP FUNCTION delen_heeft_grond();
DROP FUNCTION delen_waarom_niet(delen_deling, date);
"""


class Migration(migrations.Migration):
    dependencies = [("delen", "0001_initial")]
    operations = [migrations.RunSQL(WEIGER, HEF_OP)]
