import { spawnSync } from 'node:child_process';
import { createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type Kluis,
  KluisWeigering,
  leesHoofdsleutel,
  leesOfMaakHoofdsleutel,
  maakKluis,
  opdrachtSleutelVernieuw,
} from './index.ts';

const wortel = mkdtempSync(path.join(os.tmpdir(), 'la-kluis-'));
afterAll(() => rmSync(wortel, { recursive: true, force: true }));
let teller = 0;
const nieuweMap = () => path.join(wortel, `k${++teller}`);
const HOOFD = Buffer.alloc(32, 7);
const NIEUW = Buffer.alloc(32, 9);
const BIJ = { tabel: 'gezin.persoon', kolom: 'naam', rij: 'a3b1' };
const plek = fc.record({ tabel: fc.string(), kolom: fc.string(), rij: fc.string() });

const code = (werk: () => unknown): string => {
  try {
    werk();
  } catch (e) {
    if (e instanceof KluisWeigering) return e.code;
    throw e;
  }
  return 'geen weigering';
};

const bestanden = (map: string): string[] =>
  readdirSync(map, { recursive: true, withFileTypes: true })
    .filter(d => d.isFile())
    .map(d => path.join(d.parentPath, d.name));

const kluis = maakKluis({ hoofdsleutel: HOOFD, map: nieuweMap() });
const sleutel = await kluis.nieuweSleutel('persoon');

// @eis A2.2
describe('versleuteling per veld', () => {
  test('wat versleuteld is, komt er op dezelfde plek ongeschonden uit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), plek, (tekst, bij) => {
        expect(kluis.ontsleutel(kluis.versleutel(sleutel, tekst, bij), bij)).toBe(tekst);
      }),
    );
  });

  test('elke omgevallen bit wordt geweigerd', () => {
    const cijfer = kluis.versleutel(sleutel, 'Jan Voorbeeld', BIJ);
    for (let bit = 0; bit < cijfer.length * 8; bit++) {
      const stuk = Buffer.from(cijfer);
      stuk[bit >> 3]! ^= 1 << (bit & 7);
      expect(['gegeven_geschonden', 'formaat_onbekend', 'sleutel_onbekend']).toContain(
        code(() => kluis.ontsleutel(stuk, BIJ)),
      );
    }
  });

  test('elk afgekapt gegeven wordt geweigerd', () => {
    const cijfer = kluis.versleutel(sleutel, 'Jan', BIJ);
    for (let n = 0; n < cijfer.length; n++) {
      expect(code(() => kluis.ontsleutel(cijfer.subarray(0, n), BIJ))).toBe('gegeven_geschonden');
    }
  });

  test('een andere rij, kolom of tabel wordt geweigerd, ook als de namen aan elkaar geplakt gelijk zijn', () => {
    fc.assert(
      fc.property(fc.string(), plek, plek, (tekst, hier, daar) => {
        fc.pre(JSON.stringify(hier) !== JSON.stringify(daar));
        const cijfer = kluis.versleutel(sleutel, tekst, hier);
        expect(code(() => kluis.ontsleutel(cijfer, daar))).toBe('gegeven_geschonden');
      }),
    );
    const cijfer = kluis.versleutel(sleutel, 'x', { tabel: 'ab', kolom: 'c', rij: '1' });
    expect(code(() => kluis.ontsleutel(cijfer, { tabel: 'a', kolom: 'bc', rij: '1' }))).toBe(
      'gegeven_geschonden',
    );
  });

  test('tweemaal dezelfde naam versleutelen geeft twee verschillende gegevens', () => {
    const een = kluis.versleutel(sleutel, 'Jan', BIJ);
    expect(een.equals(kluis.versleutel(sleutel, 'Jan', BIJ))).toBe(false);
  });

  test('een gegeven dat de sleutel van een ander noemt, gaat niet open', async () => {
    const ander = await kluis.nieuweSleutel('persoon');
    const cijfer = kluis.versleutel(sleutel, 'Jan', BIJ);
    Buffer.from(ander.replaceAll('-', ''), 'hex').copy(cijfer, 1);
    expect(code(() => kluis.ontsleutel(cijfer, BIJ))).toBe('gegeven_geschonden');
  });

  test('een sleutelnaam wordt nooit een pad', () => {
    expect(code(() => kluis.versleutel('../../etc/passwd', 'x', BIJ))).toBe('sleutel_onbekend');
    expect(kluis.bestaat('../hoofd')).toBe(false);
  });

  test('het sleutelbestand is met AES-256-GCM omhuld, zoals een ander programma het ook leest', async () => {
    const map = nieuweMap();
    const id = await maakKluis({ hoofdsleutel: HOOFD, map }).nieuweSleutel('persoon');
    const pad = path.join(map, 'sleutels', id.slice(0, 2), `${id}.json`);
    const o = JSON.parse(readFileSync(pad, 'utf8')) as Record<string, string>;
    const omhul = Buffer.from(hkdfSync('sha256', HOOFD, '', 'lange-adem/omhulling', 32));
    const d = createDecipheriv('aes-256-gcm', omhul, Buffer.from(o['iv']!, 'base64'));
    d.setAAD(Buffer.from(`1\n${id}\npersoon`));
    d.setAuthTag(Buffer.from(o['zegel']!, 'base64'));
    expect(Buffer.concat([d.update(Buffer.from(o['omhuld']!, 'base64')), d.final()])).toHaveLength(32);
    expect(readFileSync(pad, 'utf8')).not.toContain(HOOFD.toString('base64'));
    if (process.platform !== 'win32') expect(statSync(pad).mode & 0o777).toBe(0o600);
  });
});

// @eis A2.2
describe('vernietigen', () => {
  test('na vernietiging is ook een kopie van het gegeven onleesbaar, in elk proces', async () => {
    const map = nieuweMap();
    const hier = maakKluis({ hoofdsleutel: HOOFD, map });
    const daar = maakKluis({ hoofdsleutel: HOOFD, map });
    const id = await hier.nieuweSleutel('persoon');
    const blijft = await hier.nieuweSleutel('persoon');
    const kopie = Buffer.from(hier.versleutel(id, 'Jan', BIJ));
    const ander = hier.versleutel(blijft, 'Piet', BIJ);
    expect(daar.ontsleutel(kopie, BIJ)).toBe('Jan');
    await hier.vernietig(id);
    await hier.vernietig(id);
    for (const k of [hier, daar, maakKluis({ hoofdsleutel: HOOFD, map })]) {
      expect(code(() => k.ontsleutel(kopie, BIJ))).toBe('sleutel_vernietigd');
      expect(k.ontsleutelOfGewist(kopie, BIJ)).toBeNull();
      expect(k.bestaat(id)).toBe(false);
      expect(k.ontsleutelOfGewist(ander, BIJ)).toBe('Piet');
    }
  });

  test('een teruggelegd sleutelbestand maakt een vernietigde sleutel niet weer levend', async () => {
    const map = nieuweMap();
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    const id = await k.nieuweSleutel('persoon');
    const cijfer = k.versleutel(id, 'Jan', BIJ);
    const pad = path.join(map, 'sleutels', id.slice(0, 2), `${id}.json`);
    const oud = readFileSync(pad);
    await k.vernietig(id);
    expect(existsSync(pad)).toBe(false);
    writeFileSync(pad, oud);
    expect(code(() => k.ontsleutel(cijfer, BIJ))).toBe('sleutel_vernietigd');
    await k.vernieuwHoofdsleutel(NIEUW);
    expect(existsSync(pad)).toBe(false);
  });

  test('een ontbrekend of geschonden sleutelbestand geeft een weigering, geen storing', async () => {
    const map = nieuweMap();
    const k = maakKluis({ hoofdsleutel: HOOFD, map, geheugen: 0 });
    const id = await k.nieuweSleutel('persoon');
    const cijfer = k.versleutel(id, 'Jan', BIJ);
    const pad = path.join(map, 'sleutels', id.slice(0, 2), `${id}.json`);
    const heel = readFileSync(pad, 'utf8');
    const zonder = { ...JSON.parse(heel), doel: 'dossier' };
    for (const stuk of ['', '{', 'null', '[]', JSON.stringify(zonder)]) {
      writeFileSync(pad, stuk);
      expect(code(() => k.ontsleutel(cijfer, BIJ))).toBe('sleutelbestand_geschonden');
    }
    rmSync(pad);
    expect(code(() => k.ontsleutel(cijfer, BIJ))).toBe('sleutel_onbekend');
  });

  test('het geheugen voor sleutels is begrensd en verandert niets aan wat leesbaar is', async () => {
    const k = maakKluis({ hoofdsleutel: HOOFD, map: nieuweMap(), geheugen: 2 });
    const cijfers: Buffer[] = [];
    for (let i = 0; i < 6; i++) {
      cijfers.push(k.versleutel(await k.nieuweSleutel('persoon'), `nr ${i}`, BIJ));
    }
    const verwacht = [0, 1, 2, 3, 4, 5].map(i => `nr ${i}`);
    expect(cijfers.map(c => k.ontsleutel(c, BIJ))).toEqual(verwacht);
    expect(cijfers.map(c => k.ontsleutel(c, BIJ))).toEqual(verwacht);
  });
});

// @eis A2.2
describe('blinde index', () => {
  test('dezelfde waarde vindt zichzelf, ook na een herstart; een andere soort of waarde niet', () => {
    const map = nieuweMap();
    const een = maakKluis({ hoofdsleutel: HOOFD, map });
    const index = een.blindeIndex('achternaam', 'voorbeeld');
    expect(index).toHaveLength(32);
    expect(maakKluis({ hoofdsleutel: HOOFD, map }).blindeIndex('achternaam', 'voorbeeld')).toEqual(index);
    expect(een.blindeIndex('straat', 'voorbeeld')).not.toEqual(index);
    expect(een.blindeIndex('achternaam', 'voorbeeldt')).not.toEqual(index);
  });

  test('twee installaties met dezelfde hoofdsleutel geven verschillende indexen', () => {
    const [een, twee] = [1, 2].map(() => maakKluis({ hoofdsleutel: HOOFD, map: nieuweMap() }));
    expect(een!.blindeIndex('achternaam', 'v')).not.toEqual(twee!.blindeIndex('achternaam', 'v'));
  });

  test('de index is HMAC-SHA256 onder een sleutel per soort en overleeft een nieuwe hoofdsleutel', async () => {
    const map = nieuweMap();
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    const index = k.blindeIndex('bsn', '999990019');
    const per = k.installatiesleutel('blinde-index/bsn');
    expect(index).toEqual(createHmac('sha256', per).update('999990019').digest());
    await k.vernieuwHoofdsleutel(NIEUW);
    expect(maakKluis({ hoofdsleutel: NIEUW, map }).blindeIndex('bsn', '999990019')).toEqual(index);
  });
});

// @eis A2.2
describe('hoofdsleutel', () => {
  test('een verkeerde hoofdsleutel geeft bij de start een duidelijke Nederlandse melding', async () => {
    const map = nieuweMap();
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    k.controleer();
    await k.nieuweSleutel('persoon');
    const vreemd = maakKluis({ hoofdsleutel: NIEUW, map });
    expect(() => vreemd.controleer()).toThrow(/hoofdsleutel \(LA_SLEUTEL\) hoort niet bij deze sleutelmap/);
    await expect(vreemd.nieuweSleutel('persoon')).rejects.toThrow(KluisWeigering);
    expect(code(() => maakKluis({ hoofdsleutel: Buffer.alloc(31), map }))).toBe('hoofdsleutel_ongeldig');
  });

  test('een sleutelmap zonder naam van haar hoofdsleutel wordt niet stil opnieuw begonnen', async () => {
    const map = nieuweMap();
    await maakKluis({ hoofdsleutel: HOOFD, map }).nieuweSleutel('persoon');
    rmSync(path.join(map, 'hoofd.json'));
    expect(code(() => maakKluis({ hoofdsleutel: NIEUW, map }).controleer())).toBe(
      'sleutelbestand_geschonden',
    );
  });

  test('een demonstratie maakt haar eigen sleutel; het werk weigert zonder LA_SLEUTEL', () => {
    const map = nieuweMap();
    const eerste = leesOfMaakHoofdsleutel(map);
    expect(leesOfMaakHoofdsleutel(map)).toEqual(eerste);
    expect(leesHoofdsleutel({ sleutel: null, sleutelmap: map }, true)).toEqual(eerste);
    expect(leesHoofdsleutel({ sleutel: '07'.repeat(32), sleutelmap: map }, false)).toEqual(HOOFD);
    expect(code(() => leesHoofdsleutel({ sleutel: null, sleutelmap: map }, false))).toBe(
      'hoofdsleutel_ontbreekt',
    );
    if (process.platform !== 'win32') {
      expect(statSync(path.join(map, 'hoofdsleutel')).mode & 0o777).toBe(0o600);
    }
  });
});

/** Renews in a process of its own that is killed (SIGKILL) as soon as `na` keys have been wrapped. */
function vernieuwEnSterf(map: string, na: number): string | null {
  const bron = `
    import { maakKluis } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    const k = maakKluis({ hoofdsleutel: Buffer.alloc(32, 7), map: ${JSON.stringify(map)} });
    await k.vernieuwHoofdsleutel(Buffer.alloc(32, 9), n => n === ${na} && process.kill(process.pid, 'SIGKILL'));`;
  return spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', bron]).signal;
}

async function gevuld(aantal: number): Promise<{ map: string; cijfers: Buffer[]; k: Kluis }> {
  const map = nieuweMap();
  const k = maakKluis({ hoofdsleutel: HOOFD, map });
  const cijfers: Buffer[] = [];
  for (let i = 0; i < aantal; i++) {
    cijfers.push(k.versleutel(await k.nieuweSleutel('persoon'), `nr ${i}`, BIJ));
  }
  return { map, cijfers, k };
}

// @eis A2.2
describe('vernieuwen van de hoofdsleutel', () => {
  const AANTAL = 12;
  const verwacht = Array.from({ length: AANTAL }, (_, i) => `nr ${i}`);
  const lees = (k: Kluis, cijfers: Buffer[]) => cijfers.map(c => k.ontsleutel(c, BIJ));

  for (const na of [1, 5, AANTAL]) {
    test(`gedood na ${na} van ${AANTAL} sleutels opent de oude én de nieuwe sleutel alles, en gaat het verder`, async () => {
      const { map, cijfers } = await gevuld(AANTAL);
      expect(vernieuwEnSterf(map, na)).toBe('SIGKILL');
      writeFileSync(
        path.join(map, 'sleutels', readdirSync(path.join(map, 'sleutels'))[0]!, 'x.tijdelijk'),
        '{',
      );
      for (const hoofdsleutel of [HOOFD, NIEUW]) {
        const kopie = nieuweMap();
        cpSync(map, kopie, { recursive: true });
        const k = maakKluis({ hoofdsleutel, map: kopie });
        k.controleer();
        expect(lees(k, cijfers)).toEqual(verwacht);
        const tussendoor = k.versleutel(await k.nieuweSleutel('persoon'), 'tussendoor', BIJ);
        expect(await k.vernieuwHoofdsleutel(NIEUW)).toEqual({ vernieuwd: AANTAL - na });
        const daarna = maakKluis({ hoofdsleutel: NIEUW, map: kopie });
        expect(lees(daarna, [...cijfers, tussendoor])).toEqual([...verwacht, 'tussendoor']);
        expect(code(() => maakKluis({ hoofdsleutel: HOOFD, map: kopie }).controleer())).toBe(
          'hoofdsleutel_onjuist',
        );
        expect(bestanden(kopie).filter(b => /tijdelijk|vernieuwing/.test(b))).toEqual([]);
      }
    });
  }

  test('een vernieuwing naar een derde sleutel wacht tot de lopende af is', async () => {
    const { map } = await gevuld(3);
    vernieuwEnSterf(map, 1);
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    await expect(k.vernieuwHoofdsleutel(Buffer.alloc(32, 11))).rejects.toThrow(/vernieuwing naar een andere/);
    await k.vernieuwHoofdsleutel(NIEUW);
    await maakKluis({ hoofdsleutel: NIEUW, map }).vernieuwHoofdsleutel(Buffer.alloc(32, 11));
    maakKluis({ hoofdsleutel: Buffer.alloc(32, 11), map }).controleer();
  });

  test('na een vernieuwing staat de oude sleutel nergens meer, ook niet omhuld', async () => {
    const { map, k } = await gevuld(2);
    const oudeNaam = JSON.parse(readFileSync(path.join(map, 'hoofd.json'), 'utf8')).hoofd as string;
    await k.vernieuwHoofdsleutel(NIEUW);
    for (const b of bestanden(map)) expect(readFileSync(b, 'utf8')).not.toContain(oudeNaam);
  });

  test('wie tijdens een vernieuwing een sleutel maakt of vernietigt, verliest niets en houdt niets', async () => {
    const { map, cijfers, k } = await gevuld(6);
    const ander = maakKluis({ hoofdsleutel: HOOFD, map });
    const gemaakt: Buffer[] = [];
    const werk: Promise<void>[] = [];
    const maak = async () => {
      gemaakt.push(ander.versleutel(await ander.nieuweSleutel('persoon'), 'vers', BIJ));
    };
    const weg = await ander.nieuweSleutel('persoon');
    const gewist = ander.versleutel(weg, 'weg', BIJ);
    await k.vernieuwHoofdsleutel(NIEUW, n => {
      if (n === 1) werk.push(ander.vernietig(weg));
      werk.push(maak());
    });
    await Promise.all(werk);
    const na = maakKluis({ hoofdsleutel: NIEUW, map });
    expect(gemaakt.length).toBeGreaterThanOrEqual(6);
    expect(lees(na, gemaakt)).toEqual(gemaakt.map(() => 'vers'));
    expect(lees(na, cijfers)).toEqual(cijfers.map((_, i) => `nr ${i}`));
    expect(na.ontsleutelOfGewist(gewist, BIJ)).toBeNull();
  });

  test('de opdracht vernieuwt uit een bestand en zegt wat daarna moet', async () => {
    const { map, cijfers } = await gevuld(2);
    const nieuw = path.join(wortel, 'nieuwe-sleutel');
    writeFileSync(nieuw, `${NIEUW.toString('hex')}\n`);
    const regels: string[] = [];
    const doe = (sleutel: string, ...args: string[]) =>
      opdrachtSleutelVernieuw(
        { sleutel, sleutelmap: map },
        args,
        r => regels.push(r),
        async () => {},
      );
    expect(await doe(HOOFD.toString('hex'))).toBe(1);
    expect(await doe('11'.repeat(32), nieuw)).toBe(1);
    expect(regels.at(-1)).toMatch(/hoort niet bij deze sleutelmap/);
    expect(await doe(HOOFD.toString('hex'), nieuw)).toBe(0);
    expect(regels.slice(-2)).toEqual([
      'De hoofdsleutel is vernieuwd; 2 sleutels zijn opnieuw ingepakt.',
      expect.stringContaining('LA_SLEUTEL'),
    ]);
    expect(lees(maakKluis({ hoofdsleutel: NIEUW, map }), cijfers)).toEqual(['nr 0', 'nr 1']);
  });

  test('elke sleutel uit het toeval opent alleen wat hij zelf sloot', async () => {
    const k = maakKluis({ hoofdsleutel: randomBytes(32), map: nieuweMap() });
    const [een, twee] = [await k.nieuweSleutel('persoon'), await k.nieuweSleutel('dossier')];
    expect(een).not.toBe(twee);
    const a = k.versleutel(een, 'a', BIJ);
    await k.vernietig(twee);
    expect(k.ontsleutel(a, BIJ)).toBe('a');
  });
});
