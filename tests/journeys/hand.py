"""A worker's hands: every key and click is counted, and whoever must type the same fact twice is remembered."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

# Below this a value is a choice or an amount, which two fields may share by chance.
A_FACT_HAS = 3


@dataclass
class Effort:
    """What the work of one role took."""

    role: str
    keystrokes: int = 0
    clicks: int = 0
    pages: int = 0
    fields: int = 0


@dataclass
class Ledger:
    """The effort of everybody in one story, and what was typed where."""

    efforts: dict[str, Effort] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    typed_twice: list[str] = field(default_factory=list)

    def of(self, role: str) -> Effort:
        """Return the page of the ledger of this role."""
        return self.efforts.setdefault(role, Effort(role))

    def note(self, role: str, label: str, value: str) -> None:
        """Remember where a value was typed; the same value in another place is a fact typed twice."""
        fact = " ".join(value.casefold().split())
        place = f"{role}: {label}"
        if len(fact) >= A_FACT_HAS and self.typed.setdefault(fact, place) != place:
            self.typed_twice.append(f"{value!r} in {self.typed[fact]} and in {place}")


class Hand:
    """One worker in a browser, doing what a user does: reading labels, typing, pressing."""

    def __init__(
        self, page: Page, role: str, ledger: Ledger | None = None, look: Callable[[Page], None] = lambda page: None
    ) -> None:
        self.page = page
        self.role = role
        self.ledger = ledger or Ledger()
        self.effort = self.ledger.of(role)
        self._look = look
        page.on("load", self._loaded)

    def _loaded(self, page: Page) -> None:
        self.effort.pages += 1

    # --- looking ----------------------------------------------------------------------------------------------------

    def look(self) -> str:
        """Look at the page as it is now (axe does too, where asked) and return its words."""
        self.page.get_by_role("heading", level=1).wait_for()
        self._look(self.page)
        return self.words()

    def words(self, selector: str = "body") -> str:
        """Return what there is to read, on one line."""
        return " ".join(self.page.locator(selector).inner_text().split())

    def go(self, url: str) -> str:
        """Type an address; only for where a story begins."""
        self.page.goto(url)
        return self.look()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """Return the field that a reader finds by its label."""
        return (
            (within or self.page)
            .get_by_label(re.compile(rf"^{re.escape(label)}(?! \w+ opslaan)"))
            .locator("visible=true")
        )

    # --- doing ------------------------------------------------------------------------------------------------------

    def type(self, label: str, text: str, *, within: Locator | None = None) -> None:
        """Write in the field with this label."""
        self.field(label, within).fill(text)
        self.effort.keystrokes += len(text)
        self.effort.fields += 1
        self.ledger.note(self.role, label, text)

    def choose(self, label: str, option: str, *, within: Locator | None = None) -> None:
        """Choose from the list with this label."""
        self.field(label, within).select_option(label=option)
        self.effort.clicks += 2

    def tick(self, label: str, *, within: Locator | None = None) -> None:
        """Tick a box or pick one of a few."""
        self.field(label, within).check()
        self.effort.clicks += 1

    def press(self, name: str, *, within: Locator | None = None, exact: bool = False) -> str:
        """Press the button with this name, wait for what comes of it, and look."""
        self._click((within or self.page).get_by_role("button", name=name, exact=exact))
        return self.look()

    def follow(self, name: str, *, within: Locator | None = None) -> str:
        """Follow the link with this name, and look."""
        self._click((within or self.page).get_by_role("link", name=name))
        return self.look()

    def open(self, name: str, *, within: Locator | None = None) -> None:
        """Unfold what is folded under this heading."""
        (within or self.page).locator("summary").filter(has_text=name).first.click()
        self.effort.clicks += 1

    def _click(self, target: Locator) -> None:
        # A submit answers with a whole page: wait for that page, not for the one that is on its way out.
        with self.page.expect_navigation():
            target.locator("visible=true").first.click()
        self.effort.clicks += 1

    def insert(self, beginning: str) -> None:
        """Take over what is known already: one click puts it where one wrote last."""
        self.page.get_by_role("button", name=f"Neem over: {beginning}").first.click()
        self.effort.clicks += 1
