// Runs in the reader's browser, only on pages with a passkey button. Without it the button stays hidden.

interface Vraag {
  challenge: string;
  user?: { id: string };
  excludeCredentials?: { id: string }[];
  allowCredentials?: { id: string }[];
}

const bytes = (tekst: string): Uint8Array<ArrayBuffer> => {
  const b64 = tekst.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(b64), teken => teken.charCodeAt(0));
};
const tekst = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const metBytes = (lijst: { id: string }[] | undefined) => lijst?.map(s => ({ ...s, id: bytes(s.id) }));

async function stuur(pad: string, csrf: string, inhoud: unknown): Promise<Record<string, unknown>> {
  const antwoord = await fetch(pad, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
    body: JSON.stringify(inhoud),
  });
  if (!antwoord.ok) throw new Error(String(antwoord.status));
  return (await antwoord.json()) as Record<string, unknown>;
}

async function maak(csrf: string): Promise<void> {
  const vraag = (await stuur('/aanmelden/passkey/maak-vraag', csrf, {})) as unknown as Vraag;
  const sleutel = (await navigator.credentials.create({
    publicKey: {
      ...vraag,
      challenge: bytes(vraag.challenge),
      user: { ...vraag.user, id: bytes(vraag.user?.id ?? '') },
      excludeCredentials: metBytes(vraag.excludeCredentials),
    } as unknown as PublicKeyCredentialCreationOptions,
  })) as PublicKeyCredential | null;
  if (!sleutel) throw new Error('geen');
  const r = sleutel.response as AuthenticatorAttestationResponse;
  await stuur('/aanmelden/passkey/maak', csrf, {
    id: sleutel.id,
    rawId: tekst(sleutel.rawId),
    type: sleutel.type,
    clientExtensionResults: sleutel.getClientExtensionResults(),
    response: {
      clientDataJSON: tekst(r.clientDataJSON),
      attestationObject: tekst(r.attestationObject),
      transports: r.getTransports?.() ?? [],
    },
  });
}

async function meldAan(csrf: string): Promise<void> {
  const vraag = (await stuur('/aanmelden/passkey/vraag', csrf, {})) as unknown as Vraag;
  const sleutel = (await navigator.credentials.get({
    publicKey: {
      ...vraag,
      challenge: bytes(vraag.challenge),
      allowCredentials: metBytes(vraag.allowCredentials),
    } as unknown as PublicKeyCredentialRequestOptions,
  })) as PublicKeyCredential | null;
  if (!sleutel) throw new Error('geen');
  const r = sleutel.response as AuthenticatorAssertionResponse;
  await stuur('/aanmelden/passkey', csrf, {
    id: sleutel.id,
    rawId: tekst(sleutel.rawId),
    type: sleutel.type,
    clientExtensionResults: sleutel.getClientExtensionResults(),
    response: {
      clientDataJSON: tekst(r.clientDataJSON),
      authenticatorData: tekst(r.authenticatorData),
      signature: tekst(r.signature),
      ...(r.userHandle ? { userHandle: tekst(r.userHandle) } : {}),
    },
  });
}

function verbind(vak: HTMLElement): void {
  const knop = vak.querySelector('button');
  const fout = vak.querySelector('[data-passkey-fout]');
  knop?.addEventListener('click', async () => {
    const { passkey, csrf = '', terug = '/', mislukt = '' } = vak.dataset;
    knop.disabled = true;
    if (fout) fout.textContent = '';
    try {
      await (passkey === 'maken' ? maak(csrf) : meldAan(csrf));
      location.assign(terug);
    } catch {
      knop.disabled = false;
      if (fout) fout.textContent = mislukt;
    }
  });
  vak.hidden = false;
}

if ('PublicKeyCredential' in window) {
  for (const vak of document.querySelectorAll<HTMLElement>('[data-passkey]')) verbind(vak);
}
