/*
  What the pages of Eenplan do beyond HTML. Every page also works without this file.
  It keeps no text of a worker in the browser's storage, and evaluates no code from a page.

  Attributes it listens to:
    data-toets="g d"          press these keys, one after the other, to follow the link, press the button or enter the field
    data-autosave             a form that saves itself; data-autosave="/address/" when that differs from its action
    data-bewaard              where autosave speaks (macro bewaard_status)
    data-foutenlijst          takes the focus when it appears
    data-onthoud="id"         a <details> that stays as the reader left it
    data-menu                 a <details> that closes on Escape and on a click elsewhere
    data-lijst="id"           a search field from which the arrow keys lead into what it found
    data-invoegen="id_veld"   a button that puts its data-tekst into that text field, at the cursor; without a name into the
                              text field that was written in last
    data-invoegtoets="1"      Alt with this figure presses that button, also while typing
*/
(() => {
  "use strict";

  const body = document.body;
  const each = (root, selector, act) => root.querySelectorAll(selector).forEach(act);
  const voorkeur = {
    // Only preferences of how a page looks; a browser that refuses storage simply forgets them.
    lees(naam) {
      try {
        return localStorage.getItem(`eenplan:${naam}`);
      } catch {
        return null;
      }
    },
    schrijf(naam, waarde) {
      try {
        localStorage.setItem(`eenplan:${naam}`, waarde);
      } catch {
        /* forgotten, nothing lost */
      }
    },
  };

  // ---------------------------------------------------------------------------------------------- keys

  const PAUZE_MS = 1200;
  let getypt = [];
  let laatste = 0;

  const isTypend = (doel) => doel.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]");
  const isZichtbaar = (element) => element.getClientRects().length > 0;
  // What waits in a closed menu of the bar can be reached by its keys all the same.
  const isBereikbaar = (element) => isZichtbaar(element.closest("details[data-menu]") ?? element);

  function volg(element) {
    if (element.matches("summary")) {
      element.parentElement.open = true;
      element.focus();
      element.scrollIntoView({ block: "nearest" });
    } else if (element.matches("input, textarea, select")) {
      element.focus();
    } else {
      element.click();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      sluitMenus(null);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTypend(event.target)) return;
    if (event.key.length !== 1 || voorkeur.lees("toetsen") === "uit") return;
    getypt = event.timeStamp - laatste > PAUZE_MS ? [event.key] : [...getypt, event.key].slice(-2);
    laatste = event.timeStamp;
    for (const reeks of [getypt.join(" "), event.key]) {
      const doel = [...document.querySelectorAll(`[data-toets="${CSS.escape(reeks)}"]`)].find(isBereikbaar);
      if (doel) {
        event.preventDefault();
        getypt = [];
        volg(doel);
        return;
      }
    }
  });

  // A key without Ctrl can be pressed by accident or by speech: WCAG 2.1.4 asks for a way to switch these off.
  function maakToetsenschakelaar(lijst) {
    const knop = document.createElement("button");
    const toon = () => {
      const uit = voorkeur.lees("toetsen") === "uit";
      knop.textContent = uit ? body.dataset.tekstToetsenAan : body.dataset.tekstToetsenUit;
    };
    knop.type = "button";
    knop.className = "utrecht-button utrecht-button--secondary-action";
    knop.addEventListener("click", () => {
      voorkeur.schrijf("toetsen", voorkeur.lees("toetsen") === "uit" ? "aan" : "uit");
      toon();
    });
    toon();
    lijst.append(knop);
  }

  // The arrow keys walk from a search field through what it found, and back; Enter follows the hit.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const lijstVan = (veld) => document.getElementById(veld.dataset.lijst);
    const veld = [...document.querySelectorAll("[data-lijst]")]
      .find((zoekveld) => zoekveld === event.target || lijstVan(zoekveld)?.contains(event.target));
    if (!veld) return;
    const rij = [veld, ...lijstVan(veld).querySelectorAll("a[href], button")];
    const doel = rij[rij.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!doel) return;
    event.preventDefault();
    doel.focus();
  });

  // --------------------------------------------------------------------------- menus and folded sections

  function sluitMenus(behalve) {
    each(document, "details[data-menu][open]", (menu) => {
      if (menu.contains(behalve)) return;
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary").focus();
    });
  }

  document.addEventListener("click", (event) => sluitMenus(event.target));

  function onthoud(details) {
    const naam = `sectie:${details.dataset.onthoud}`;
    const stand = voorkeur.lees(naam);
    if (stand) details.open = stand === "open";
    details.addEventListener("toggle", () => voorkeur.schrijf(naam, details.open ? "open" : "dicht"));
  }

  function openAdres() {
    const doel = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!doel) return;
    for (let vak = doel; vak; vak = vak.parentElement) if (vak.matches("details")) vak.open = true;
    const eigen = doel.querySelector(":scope > details");
    if (eigen) eigen.open = true;
    doel.scrollIntoView();
  }

  window.addEventListener("hashchange", openAdres);

  // Paper cannot be unfolded.
  let dichtVoorDruk = [];
  window.addEventListener("beforeprint", () => {
    dichtVoorDruk = [...document.querySelectorAll("main details:not([open])")];
    dichtVoorDruk.forEach((details) => (details.open = true));
  });
  window.addEventListener("afterprint", () => dichtVoorDruk.forEach((details) => (details.open = false)));

  // ------------------------------------------------------------------------------------------- sending

  const LOSLATEN_MS = 15000; // a download or a broken line must not lock the form for good

  function meldBezig(form) {
    const zin = document.createElement("p");
    zin.className = "ep-bezig";
    zin.setAttribute("role", "status");
    zin.textContent = body.dataset.tekstVersturen;
    (form.querySelector(".ep-knoppen") ?? form).append(zin);
  }

  function vergrendel(form) {
    form.dataset.verstuurd = "1";
    // aria-disabled and not disabled: the pressed button keeps its name, its value and the focus.
    each(form, "button[type=submit], button:not([type])", (knop) => knop.setAttribute("aria-disabled", "true"));
    meldBezig(form);
    setTimeout(() => laatLos(form), LOSLATEN_MS);
  }

  function laatLos(form) {
    delete form.dataset.verstuurd;
    each(form, "[aria-disabled=true]", (knop) => knop.removeAttribute("aria-disabled"));
    each(form, ".ep-bezig", (zin) => zin.remove());
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.verstuurd) {
      event.preventDefault();
      event.stopPropagation();
    } else if (form.method === "post" && !form.closest(".ep-kop") && !form.dataset.passkey) {
      // A form that asks the device for a passkey is not sent yet; passkey.js sends it.
      vergrendel(form);
    }
  }, true);

  window.addEventListener("pageshow", (event) => {
    if (event.persisted) each(document, "form[data-verstuurd]", laatLos);
  });

  // ------------------------------------------------------------------------------------------ autosave

  const WACHT_MS = 1500;
  const OPNIEUW_MS = [2000, 5000, 10000, 30000];

  class Bewaarder {
    constructor(form) {
      this.form = form;
      this.adres = form.dataset.autosave || form.action;
      this.status = form.querySelector("[data-bewaard]");
      this.pogingen = 0;
      this.onbewaard = false;
      this.bezig = false;
      this.nogmaals = false;
      this.klok = 0;
      form.addEventListener("input", () => this.gewijzigd());
      form.addEventListener("submit", () => this.klaar());
      window.addEventListener("online", () => this.onbewaard && this.bewaar());
      window.addEventListener("beforeunload", (event) => this.onbewaard && event.preventDefault());
      document.addEventListener("visibilitychange", () => document.hidden && this.onbewaard && this.bewaar());
    }

    gewijzigd() {
      this.onbewaard = true;
      this.pogingen = 0;
      if (!this.bezig) this.zeg("wacht");
      this.plan(WACHT_MS);
    }

    // The reader sends the form by hand: from here on the page itself answers.
    klaar() {
      clearTimeout(this.klok);
      this.onbewaard = false;
    }

    plan(ms) {
      clearTimeout(this.klok);
      this.klok = setTimeout(() => this.bewaar(), ms);
    }

    async bewaar() {
      clearTimeout(this.klok);
      if (this.form.dataset.verstuurd) return;
      if (this.bezig) {
        this.nogmaals = true;
        return;
      }
      this.bezig = true;
      this.zeg("bezig");
      const uitkomst = await this.verstuur();
      this.bezig = false;
      this.verwerk(uitkomst);
    }

    async verstuur() {
      const inhoud = new FormData(this.form);
      this.onbewaard = false; // what is typed during the journey counts as new
      try {
        const antwoord = await fetch(this.adres, {
          method: "POST",
          body: inhoud,
          headers: { "Eenplan-Bewaren": "1" },
          credentials: "same-origin",
          redirect: "manual",
        });
        if (antwoord.ok) {
          this.zetBewerking(antwoord.headers.get("Eenplan-Bewerking"));
          await this.neemOver(antwoord, inhoud);
          return { stand: "bewaard", tijd: antwoord.headers.get("Eenplan-Bewaard") };
        }
        if (antwoord.status === 409 && (await this.neemOver(antwoord, inhoud))) return { stand: "botsing" };
        if (antwoord.status === 422) await this.neemOver(antwoord, inhoud);
        if (antwoord.type === "opaqueredirect") return { stand: "uitgelogd" };
        if (antwoord.status === 403) return { stand: (await this.haalNieuwToken()) ? "mislukt" : "uitgelogd" };
        return { stand: antwoord.status >= 500 || antwoord.status === 429 ? "mislukt" : "geweigerd" };
      } catch {
        return { stand: "mislukt" };
      }
    }

    // The own save raised the edit number: only a save by somebody else may stop the next one.
    zetBewerking(nummer) {
      const veld = this.form.elements.namedItem("bewerking");
      if (nummer && veld) veld.value = nummer;
    }

    // The server may give fields a new value; what was typed during the journey stays.
    async neemOver(antwoord, verstuurd) {
      if (!antwoord.headers.get("Content-Type")?.startsWith("application/json")) return false;
      for (const [naam, waarde] of Object.entries(await antwoord.json())) {
        const veld = this.form.elements.namedItem(naam);
        if (veld && (!verstuurd.has(naam) || veld.value === verstuurd.get(naam))) veld.value = waarde;
      }
      return true;
    }

    verwerk({ stand, tijd }) {
      if (stand === "bewaard") {
        this.pogingen = 0;
        this.zeg(this.onbewaard ? "wacht" : "bewaard", tijd);
        this.form.dispatchEvent(new CustomEvent("eenplan:bewaard", { bubbles: true }));
        if (this.onbewaard || this.nogmaals) this.plan(WACHT_MS);
      } else {
        this.onbewaard = true;
        this.zeg(stand);
        if (stand !== "geweigerd" && stand !== "botsing") this.plan(OPNIEUW_MS[Math.min(this.pogingen++, OPNIEUW_MS.length - 1)]);
      }
      this.nogmaals = false;
    }

    // After logging in again on another tab the token of this page is stale; the page itself holds a fresh one.
    async haalNieuwToken() {
      const antwoord = await fetch(location.href, { credentials: "same-origin", redirect: "manual" });
      if (!antwoord.ok) return false;
      const vers = new DOMParser().parseFromString(await antwoord.text(), "text/html");
      const token = vers.querySelector("input[name=csrfmiddlewaretoken]")?.value;
      if (token) each(document, "input[name=csrfmiddlewaretoken]", (veld) => (veld.value = token));
      return Boolean(token);
    }

    zeg(stand, tijd) {
      if (!this.status) return;
      const tekst = this.status.dataset[`tekst${stand[0].toUpperCase()}${stand.slice(1)}`] ?? "";
      const nieuw = tekst.replace("{tijd}", tijd ?? "").trim();
      this.status.classList.toggle("ep-bewaard--mis", ["mislukt", "uitgelogd", "geweigerd", "botsing"].includes(stand));
      if (this.status.textContent !== nieuw) this.status.textContent = nieuw;
    }
  }

  // ------------------------------------------------------------------------------------ facts into text

  let laatsteTekstvak = null;

  document.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) laatsteTekstvak = event.target;
  });

  function voegIn(knop) {
    const gekozen = laatsteTekstvak?.isConnected ? laatsteTekstvak : document.querySelector("main textarea");
    const veld = knop.dataset.invoegen ? document.getElementById(knop.dataset.invoegen) : gekozen;
    if (!veld) return;
    // Where nobody has written yet there is no cursor: then the end.
    if (veld !== laatsteTekstvak) veld.setSelectionRange(veld.value.length, veld.value.length);
    const voor = veld.value.slice(0, veld.selectionStart);
    const na = veld.value.slice(veld.selectionEnd);
    const spatie = voor && !/\s$/.test(voor) ? " " : "";
    const spatieNa = na && !/^\s/.test(na) ? " " : "";
    veld.setRangeText(spatie + knop.dataset.tekst + spatieNa, veld.selectionStart, veld.selectionEnd, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
    veld.focus();
  }

  document.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-invoegen]");
    if (knop) voegIn(knop);
  });

  // Alt with a figure works while typing, whatever sign the keyboard makes of it.
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-9]$/.test(event.code)) return;
    const knop = document.querySelector(`[data-invoegtoets="${event.code.slice(-1)}"]`);
    if (!knop) return;
    event.preventDefault();
    voegIn(knop);
  });

  // ---------------------------------------------------------------------------------------------- htmx

  body.addEventListener("htmx:configRequest", (event) => {
    const form = event.detail.elt.closest("form");
    const veld = (form ?? document).querySelector("input[name=csrfmiddlewaretoken]")
      ?? document.querySelector("input[name=csrfmiddlewaretoken]");
    if (veld) event.detail.headers["X-CSRFToken"] = veld.value;
  });

  body.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest("form");
    if (form?.dataset.verstuurd) laatLos(form);
  });

  for (const naam of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    body.addEventListener(naam, (event) => {
      const vak = document.getElementById("mededelingen");
      if (!vak) return;
      const zin = document.createElement("p");
      zin.className = "utrecht-alert ep-mededeling ep-mededeling--error";
      // 401: the session ended; the answer is one sentence that says so.
      const uitgelogd = event.detail.xhr?.status === 401 && event.detail.xhr.responseText;
      zin.textContent = uitgelogd || body.dataset.tekstGeenVerbinding;
      vak.replaceChildren(zin);
    });
  }

  // --------------------------------------------------------------------------------------------- start

  function begin(root) {
    const eachHere = (selector, act) => {
      if (root.matches?.(selector)) act(root);
      each(root, selector, act);
    };
    eachHere("form[data-autosave]", (form) => new Bewaarder(form));
    eachHere("details[data-onthoud]", onthoud);
    eachHere("[data-foutenlijst]", (lijst) => lijst.focus());
  }

  body.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== body) begin(event.detail.elt); // the body itself is begun below
  });

  each(document, "[data-toetsen]", maakToetsenschakelaar);
  begin(document);
  openAdres();
})();
