"""Measure how long it takes to find duplicate residents in a whole town, with duplicates planted to be found.

The town has names, households and addresses, and no case history: the search reads nothing else.
"""

import os
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

CHECKOUT = Path(__file__).resolve().parents[1]
os.environ["EENPLAN_DEMO"] = "1"
os.environ["EENPLAN_VAR"] = os.environ.get("EENPLAN_BENCH_VAR") or str(CHECKOUT / "var" / "dubbelen")
os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.project.settings"

import django
from document import write_section

from eenplan.project import database

RESIDENTS = int(os.environ.get("RESIDENTS", "160000"))
PLANTED = RESIDENTS // 200
FIRST_BIRTH = date(1930, 1, 1)


def main() -> int:
    """Build the town, find its duplicates, and write the figures in docs/benchmarks.md."""
    database.start()
    database.ensure_exists()
    django.setup()
    from django.core.management import call_command

    from eenplan.core import klok
    from eenplan.personen.dubbelen import werk_kandidaten_bij, zoek_dubbelen
    from eenplan.personen.models import Persoon

    call_command("migrate", verbosity=0)
    planted = build() if Persoon.objects.count() < RESIDENTS else []
    begin = time.perf_counter()
    found = zoek_dubbelen()
    searched = time.perf_counter() - begin
    kept = werk_kandidaten_bij(at=klok.nu())
    whole = time.perf_counter() - begin - searched
    pairs = {(pair.een, pair.ander) for pair in found}
    hits = sum(pair in pairs for pair in planted)
    lines = [
        f"{Persoon.objects.count():,} residents, {os.cpu_count()} cores: found in {searched:.1f} s; found and kept by",
        f"`eenplan dubbelen` in {whole:.1f} s. {len(planted):,} planted duplicates, {hits:,} of them found;",
        f"{kept:,} pairs proposed in all.",
    ]
    print("\n".join(lines))
    if planted:
        write_section("duplicates", lines)
    return 0 if searched < 60 else 1


def build() -> list[tuple[int, int]]:
    """Enter the town and plant duplicates: a typing error in the surname, swapped day and month, another address."""
    from eenplan.demo.namen import NEDERLANDS
    from eenplan.personen.models import Adres, Huishouden, Huishoudlid, Persoon
    from eenplan.teams.models import Gebied, Team

    chance = Random(11)
    area = Gebied.objects.create(code="BU99990101", naam="Bench", soort="buurt")
    team = Team.objects.create(naam="Bench")
    first = [*NEDERLANDS.vrouwen, *NEDERLANDS.mannen, *NEDERLANDS.oudere_vrouwen, *NEDERLANDS.oudere_mannen]
    surnames = [name.split("/") for name in NEDERLANDS.achternamen]
    people, homes = [], []
    for home in range(RESIDENTS * 10 // 23):
        prefix, surname = chance.choice(surnames)
        for _member in range(chance.choice((1, 2, 2, 3, 4))):
            born = FIRST_BIRTH + timedelta(days=chance.randrange(34_000))
            name = chance.choice(first)
            people.append(
                Persoon(roepnaam=name, voornamen=name, tussenvoegsel=prefix, achternaam=surname, geboortedatum=born)
            )
            homes.append(home)
    originals = chance.sample(range(len(people)), PLANTED)
    for number in originals:
        people.append(twin(people[number], chance))
        homes.append(homes[number] + 1)
    Persoon.objects.bulk_create(people, batch_size=5000)
    count = max(homes) + 1
    addresses = Adres.objects.bulk_create(
        (
            Adres(straat="Benchstraat", huisnummer=n % 9000 + 1, postcode=f"{1000 + n // 9000}AA", buurt=area)
            for n in range(count)
        ),
        batch_size=5000,
    )
    households = Huishouden.objects.bulk_create(
        (Huishouden(naam="Fam. Bench", adres=address, team=team) for address in addresses), batch_size=5000
    )
    Huishoudlid.objects.bulk_create(
        (
            Huishoudlid(huishouden=households[home], persoon=person, rol="inwonend", vanaf=date(2020, 1, 1))
            for person, home in zip(people, homes, strict=True)
        ),
        batch_size=5000,
    )
    twins = people[-PLANTED:]
    return [tuple(sorted((people[number].pk, twin_.pk))) for number, twin_ in zip(originals, twins, strict=True)]


def twin(person: object, chance: Random) -> object:
    """Enter a resident once more, as a worker does who did not find the first."""
    from eenplan.personen.models import Persoon

    born, surname = person.geboortedatum, person.achternaam
    if chance.random() < 0.3 and born.day <= 12:
        born = born.replace(month=born.day, day=born.month)
    else:
        surname = surname.replace("ij", "y").replace("ks", "x").replace("tt", "t")
    return Persoon(
        roepnaam=person.roepnaam,
        voornamen=person.roepnaam,
        tussenvoegsel=person.tussenvoegsel,
        achternaam=surname,
        geboortedatum=born,
    )


if __name__ == "__main__":
    sys.exit(main())
