"""docs/requirements.md claims no more and no less than the acceptance tests show."""

import re


def _rows(checkout):
    lines = (checkout / "docs" / "requirements.md").read_text().splitlines()
    return {
        row[0]: {"state": row[2], "lacks": row[3]}
        for row in (
            re.split(r"\s*\|\s*", line.strip("|").strip()) for line in lines if re.match(r"\| [A-L]\d+ \|", line)
        )
    }


def _tested(checkout):
    return {path.name.split("_")[1] for path in (checkout / "tests" / "acceptance").glob("test_*.py")}


def test_every_claim_has_an_acceptance_test_and_every_test_a_claim(checkout):
    claimed = {row for row, cells in _rows(checkout).items() if cells["state"] != "not yet"}
    assert claimed == _tested(checkout)


def test_every_state_is_one_of_three_and_partly_says_what_lacks(checkout):
    for row, cells in _rows(checkout).items():
        assert cells["state"] in {"works", "partly", "not yet"}, row
        assert bool(cells["lacks"]) == (cells["state"] == "partly"), row
