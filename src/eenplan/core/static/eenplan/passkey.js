// A passkey is asked of the device by the browser; the answer goes along in an ordinary form (docs/adr/0009).
(() => {
  "use strict";

  const form = document.querySelector("form[data-passkey]");
  const source = document.getElementById("passkey-vraag");
  if (!form || !source) return;
  const question = JSON.parse(source.textContent);
  const message = form.querySelector("[data-passkey-bericht]");

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  };
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const make = () =>
    navigator.credentials.create({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        user: { ...question.user, id: bytes(question.user.id) },
        excludeCredentials: keys(question.excludeCredentials),
      },
    });

  const prove = () =>
    navigator.credentials.get({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        allowCredentials: keys(question.allowCredentials),
      },
    });

  const answer = (credential) => {
    const names = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const given = names.filter((name) => credential.response[name]).map((name) => [name, text(credential.response[name])]);
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: Object.fromEntries(given),
    });
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.verstuurd) return;
    if (!window.PublicKeyCredential) {
      message.textContent = message.dataset.tekstKanNiet;
      return;
    }
    form.dataset.verstuurd = "1";
    message.textContent = "";
    try {
      const credential = await (form.dataset.passkey === "maak" ? make() : prove());
      form.elements.antwoord.value = answer(credential);
      form.submit();
    } catch {
      delete form.dataset.verstuurd;
      message.textContent = message.dataset.tekstMislukt;
    }
  }, true);
})();
