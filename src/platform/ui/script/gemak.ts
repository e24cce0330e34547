// Runs in the reader's browser. Comfort only: everything works when this never arrives.

/** Filter forms show their result at once when a choice changes. */
function filterDirect(): void {
  for (const formulier of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    formulier.addEventListener('change', gebeurtenis => {
      const veld = gebeurtenis.target;
      const kiest =
        veld instanceof HTMLSelectElement ||
        (veld instanceof HTMLInputElement && /^(radio|checkbox)$/.test(veld.type));
      if (kiest) formulier.requestSubmit();
    });
  }
}

/** Asks before a half-filled form is left; never after it was sent. */
function bewaakFormulieren(): void {
  let begonnen = false;
  for (const formulier of document.querySelectorAll<HTMLFormElement>('form[data-bewaak]')) {
    formulier.addEventListener('input', () => {
      begonnen = true;
    });
    formulier.addEventListener('submit', () => {
      begonnen = false;
    });
  }
  window.addEventListener('beforeunload', gebeurtenis => {
    if (begonnen) gebeurtenis.preventDefault();
  });
}

/** The summary of errors gets the focus, so that it is read first. */
function focusOpFouten(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}

/** Uncovers the warnings before the reader is signed out; asking to stay puts off the one for silence. */
function waarschuwVoorEinde(): void {
  const begin = Date.now();
  let gebruikt = begin;
  const kijk = () => {
    for (const deel of document.querySelectorAll<HTMLElement>('[data-na]')) {
      const { na, stil } = deel.dataset;
      deel.hidden = Date.now() - (stil === undefined ? begin : gebruikt) < Number(na) * 1000;
    }
  };
  for (const link of document.querySelectorAll('[data-blijf]')) {
    link.addEventListener('click', () => {
      gebruikt = Date.now();
      kijk();
    });
  }
  setInterval(kijk, 5000);
}

filterDirect();
waarschuwVoorEinde();
bewaakFormulieren();
focusOpFouten();
