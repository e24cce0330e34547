import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, metActor, metClient, PUBLIEK, type Transactie } from '#platform/db/index.ts';
import { type Klok, vasteKlok } from '#platform/klok/index.ts';
import { maakTaken } from '#platform/taken/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { foutVan, wachtMinuten } from './afloop.ts';
import { MAILTAAK, maakPostbus, maakVerzender, planMail, type Versleutelaar } from './index.ts';

const p = await maakProef();
const sleutel = randomBytes(32);
const plek = (b: { tabel: string; kolom: string; rij: string }) =>
  Buffer.from(`${b.tabel}|${b.kolom}|${b.rij}`);
const versleutelaar: Versleutelaar = {
  versleutel(tekst, bij) {
    const iv = randomBytes(12);
    const c = createCipheriv('aes-256-gcm', sleutel, iv).setAAD(plek(bij));
    return Buffer.concat([iv, c.update(tekst, 'utf8'), c.final(), c.getAuthTag()]);
  },
  ontsleutel(cijfer, bij) {
    const d = createDecipheriv('aes-256-gcm', sleutel, cijfer.subarray(0, 12)).setAAD(plek(bij));
    d.setAuthTag(cijfer.subarray(-16));
    return Buffer.concat([d.update(cijfer.subarray(12, -16)), d.final()]).toString('utf8');
  },
};

const logregels: string[] = [];
const log = pino({ level: 'trace' }, { write: (r: string) => void logregels.push(r) });
const START = '2026-03-02T09:00:00Z';
const later = (minuten: number): Klok => {
  const k = vasteKlok(Temporal.Instant.from(START).add({ minutes: minuten }).toString());
  return k;
};
const STELSEL: Actor = { soort: 'stelsel', taak: 'proef' };
const als = <T>(actor: Actor, werk: (tx: Transactie) => Promise<T>) =>
  metActor(p.app.db, actor, later(0).vandaag(), werk);
const postbus = maakPostbus({ versleutelaar, klok: later(0) });
const ontvanger = 'robin@voorbeeld.invalid';
const bericht = {
  soort: 'proef',
  aan: ontvanger,
  onderwerp: 'Afspraak één',
  inhoud: 'Tot morgen.\n.\nRegel.',
};
const leg = (b = bericht) => als(STELSEL, tx => postbus.zetInWachtrij(tx, b));
const rij = async (id: string) =>
  (await metClient(p.beheer, c => c.query('select * from mail.bericht where id = $1', [id]))).rows[0];

/** A real mail server on this machine. `weiger` answers per stage with an SMTP code, or lets it pass. */
async function maakServer() {
  const ontvangen: { aan: string[]; bron: string }[] = [];
  const gedrag: { bijOntvanger?: number; bijTekst?: number; naTekst?: () => void } = {};
  const fout = (code: number) => Object.assign(new Error(`nee ${ontvanger}`), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, klaar) => klaar(gedrag.bijOntvanger ? fout(gedrag.bijOntvanger) : null),
    onData(stroom, sessie, klaar) {
      const delen: Buffer[] = [];
      stroom.on('data', d => delen.push(d));
      stroom.on('end', () => {
        if (gedrag.bijTekst) return klaar(fout(gedrag.bijTekst));
        ontvangen.push({
          aan: sessie.envelope.rcptTo.map(r => r.address),
          bron: Buffer.concat(delen).toString(),
        });
        gedrag.naTekst?.();
        return klaar();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>(r => server.listen(0, '127.0.0.1', r));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { ontvangen, gedrag, url, stop: () => new Promise<void>(r => server.close(() => r())) };
}

let server: Awaited<ReturnType<typeof maakServer>>;
beforeEach(async () => {
  server = await maakServer();
  await metClient(p.beheer, c => c.query('delete from mail.bericht'));
  logregels.length = 0;
});
afterEach(() => server.stop());
const ronde = (minuten: number, extra: { klok?: Klok; smtpUrl?: string | null } = {}) =>
  maakVerzender({
    db: p.app.db,
    versleutelaar,
    klok: later(minuten),
    log,
    smtpUrl: server.url,
    afzender: 'Lange Adem <post@voorbeeld.invalid>',
    ...extra,
  }).verzend();

// @eis A2.7
describe('uitgaande post', () => {
  test('een bericht komt aan bij een echte mailserver en de inhoud verdwijnt daarna uit de database', async () => {
    const id = await leg();
    expect((await rij(id)).aan.includes(Buffer.from('robin'))).toBe(false);
    expect(await ronde(0)).toEqual({ verstuurd: 1, uitgesteld: 0, mislukt: 0 });
    expect(server.ontvangen).toHaveLength(1);
    expect(server.ontvangen[0]?.aan).toEqual([ontvanger]);
    expect(server.ontvangen[0]?.bron).toContain(`<${id}@voorbeeld.invalid>`);
    expect(server.ontvangen[0]?.bron).toContain('Tot morgen.');
    expect(await rij(id)).toMatchObject({
      status: 'verstuurd',
      aan: null,
      onderwerp: null,
      inhoud: null,
      pogingen: 1,
    });
    expect(await ronde(1)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 0 });
  });

  test('een handeling die niet doorgaat verstuurt niets', async () => {
    await expect(
      als(STELSEL, async tx => {
        await postbus.zetInWachtrij(tx, bericht);
        throw new Error('toch niet');
      }),
    ).rejects.toThrow('toch niet');
    expect(await ronde(0)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 0 });
  });

  test('een server die eerst weigert en dan aanneemt krijgt het bericht later, eenmaal', async () => {
    const id = await leg();
    server.gedrag.bijTekst = 451;
    expect(await ronde(0)).toEqual({ verstuurd: 0, uitgesteld: 1, mislukt: 0 });
    expect(await rij(id)).toMatchObject({ status: 'wacht', fout: 'smtp_451', onzeker: 0 });
    delete server.gedrag.bijTekst;
    expect(await ronde(0)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 0 });
    expect(await ronde(2)).toEqual({ verstuurd: 1, uitgesteld: 0, mislukt: 0 });
    expect(server.ontvangen).toHaveLength(1);
  });

  test('een blijvende weigering staat meteen bij de mislukkingen en is opnieuw te proberen', async () => {
    const id = await leg();
    server.gedrag.bijOntvanger = 550;
    expect(await ronde(0)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 1 });
    const lijst = await als(STELSEL, tx => postbus.listMislukt(tx));
    expect(lijst).toEqual([
      { id, soort: 'proef', fout: 'smtp_550', pogingen: 1, aangemaakt: Temporal.Instant.from(START) },
    ]);
    delete server.gedrag.bijOntvanger;
    expect(await ronde(600)).toMatchObject({ verstuurd: 0 });
    expect(await als(STELSEL, tx => postbus.probeerOpnieuw(tx, id))).toBe(true);
    expect(await als(STELSEL, tx => postbus.probeerOpnieuw(tx, id))).toBe(false);
    expect(await ronde(600)).toMatchObject({ verstuurd: 1 });
    expect(await als(STELSEL, tx => postbus.listMislukt(tx))).toEqual([]);
  });

  test('een server die er niet is: steeds langer wachten, na tien pogingen zichtbaar mislukt', async () => {
    const id = await leg();
    await server.stop();
    let minuut = 0;
    for (let poging = 1; poging <= 9; poging++) {
      expect(await ronde(minuut)).toEqual({ verstuurd: 0, uitgesteld: 1, mislukt: 0 });
      minuut += wachtMinuten(poging);
    }
    expect(await ronde(minuut)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 1 });
    expect(await rij(id)).toMatchObject({
      status: 'mislukt',
      fout: 'server_onbereikbaar',
      pogingen: 10,
      onzeker: 0,
    });
    server = await maakServer();
  });

  test('een val tussen versturen en boeken geeft hooguit een dubbel, met hetzelfde kenmerk', async () => {
    const id = await leg();
    // The clock fails as soon as the server has taken the message: the end is never booked.
    const vallend = (minuten: number): Klok => {
      let gevallen = false;
      server.gedrag.naTekst = () => {
        gevallen = true;
      };
      const k = later(minuten);
      return {
        vandaag: k.vandaag,
        nu: () => {
          if (gevallen) throw new Error('val');
          return k.nu();
        },
      };
    };
    await expect(ronde(0, { klok: vallend(0) })).rejects.toThrow('val');
    expect(await ronde(5)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 0 });
    await expect(ronde(11, { klok: vallend(11) })).rejects.toThrow('val');
    expect(await ronde(22)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 1 });
    expect(await ronde(2200)).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 0 });
    expect(server.ontvangen).toHaveLength(2);
    for (const o of server.ontvangen) expect(o.bron).toContain(`<${id}@voorbeeld.invalid>`);
    expect(await rij(id)).toMatchObject({ status: 'mislukt', fout: 'afloop_onbekend' });
  });

  test('twee verzenders naast elkaar versturen elk bericht eenmaal', async () => {
    for (let i = 0; i < 12; i++) await leg();
    const uit = await Promise.all([ronde(0), ronde(0)]);
    expect(uit.reduce((n, r) => n + r.verstuurd, 0)).toBe(12);
    expect(server.ontvangen).toHaveLength(12);
  });

  test('zonder mailserver blijven berichten wachten en zijn ze te lezen', async () => {
    const id = await leg();
    expect(await ronde(0, { smtpUrl: null })).toEqual({ verstuurd: 0, uitgesteld: 0, mislukt: 0 });
    expect(await als(STELSEL, tx => postbus.listWachtend(tx))).toEqual([
      { id, ...bericht, aangemaakt: Temporal.Instant.from(START) },
    ]);
  });

  test('het logboek noemt nooit een adres of tekst', async () => {
    await leg();
    server.gedrag.bijOntvanger = 450;
    await ronde(0);
    server.gedrag.bijOntvanger = 550;
    await ronde(2);
    const alles = logregels.join('');
    expect(alles).toContain('smtp_450');
    expect(alles).toContain('smtp_550');
    expect(alles).not.toMatch(/robin|voorbeeld\.invalid|Afspraak|morgen/);
  });

  test('het achtergrondwerk verstuurt wat klaarligt', async () => {
    await leg();
    const taken = maakTaken({ verbinding: p.verbinding('taken'), log, poll: 0.5 });
    const verzender = maakVerzender({
      db: p.app.db,
      versleutelaar,
      klok: later(0),
      log,
      smtpUrl: server.url,
      afzender: 'post@voorbeeld.invalid',
    });
    planMail(taken, verzender);
    await taken.start();
    await taken.stuur(MAILTAAK);
    for (let i = 0; i < 200 && server.ontvangen.length === 0; i++) await new Promise(r => setTimeout(r, 50));
    await taken.stop();
    expect(server.ontvangen).toHaveLength(1);
  });
});

// @eis A2.7 A5.3
test.each([
  ['aan', 'a@voorbeeld.invalid, b@voorbeeld.invalid'],
  ['aan', 'a@voorbeeld.invalid\r\nBcc: b@voorbeeld.invalid'],
  ['aan', 'geen adres'],
  ['onderwerp', 'Hoi\r\nBcc: b@voorbeeld.invalid'],
  ['onderwerp', ''],
  ['soort', 'Met Hoofdletters'],
])('een bericht met een onbruikbaar veld %s gaat niet in de wachtrij (%j)', async (veld, waarde) => {
  const poging = leg({ ...bericht, [veld]: waarde });
  await expect(poging).rejects.toThrow(`Dit bericht kan niet weg: ${veld}.`);
});

// @eis A2.2
describe('rijbeveiliging van de post', () => {
  test('wie handelt mag inleggen, alleen het stelsel leest; niemand handelt is niets', async () => {
    const persoon: Actor = { soort: 'persoon', id: '6f1c7a52-4b0f-4c39-9a55-5f3f0f9e7a10' };
    const id = await als(persoon, tx => postbus.zetInWachtrij(tx, bericht));
    await als(PUBLIEK, tx => postbus.zetInWachtrij(tx, bericht));
    expect(await als(persoon, tx => postbus.listWachtend(tx))).toEqual([]);
    expect(await als(PUBLIEK, tx => postbus.listWachtend(tx))).toEqual([]);
    expect(await als(persoon, tx => postbus.probeerOpnieuw(tx, id))).toBe(false);
    expect(await als(STELSEL, tx => postbus.listWachtend(tx))).toHaveLength(2);
    await expect(p.app.db.transaction().execute(tx => postbus.zetInWachtrij(tx, bericht))).rejects.toThrow(
      /row-level security/,
    );
  });

  test('opruimen raakt alleen wat klaar is en oud genoeg', async () => {
    await leg();
    await ronde(0);
    const wachtend = await leg();
    const ruim = (t: string) => als(STELSEL, tx => postbus.ruimOp(tx, Temporal.Instant.from(t)));
    expect(await ruim(START)).toBe(0);
    expect(await ruim('2026-04-02T09:00:00Z')).toBe(1);
    expect((await rij(wachtend)).status).toBe('wacht');
  });
});

// @eis A2.7
test.each([
  [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'aanmelding_geweigerd', false, true],
  [{ code: 'ESOCKET', syscall: 'connect', command: 'CONN' }, 'server_onbereikbaar', false, true],
  [{ code: 'ETIMEDOUT', command: 'CONN' }, 'verbinding_verbroken', false, false],
  [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'smtp_554', true, true],
  [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'smtp_554', false, true],
])('wat een fout van de mailserver betekent: %j', (fout, code, blijvend, zeker) => {
  expect(foutVan(fout)).toEqual({ fout: code, blijvend, zeker });
});
