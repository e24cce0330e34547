import { heeftRol, lidmaatschappen } from '#modules/toegang/index.ts';
import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Kop1, Kop2, StatusMerk, type Taal, Tabel, toonGetal } from '#platform/ui/index.ts';
import { type Indicator, inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { listIndicatoren } from '../../usecases/lees-cijfers.ts';
import {
  type AangehaaldeBevinding,
  type BerekendeBevinding,
  type Kwaliteitsbeeld,
  leesKwaliteit,
} from '../../usecases/lees-kwaliteit.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { type Bestandsvorm, stuurBestand, type Uitvoer } from '../uitvoer.ts';
import { toonPeriodecode } from '../woorden.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { Downloads, kruimels } from './onderdelen.tsx';

type Deel = { c: Ctx; beeld: Kwaliteitsbeeld; indicatoren: Indicator[] };

function waardeTekst(b: BerekendeBevinding, welke: 'waardeA' | 'waardeB', taal: Taal): string {
  const n = Number(b.gegevens[welke]);
  const getal = toonGetal(n, taal, Number.isInteger(n) ? 0 : 1);
  const eenheid = String(b.gegevens['eenheid']);
  if (eenheid === 'euro') return `€\u00a0${getal}`;
  return eenheid.startsWith('procent') ? `${getal}\u00a0%` : getal;
}

const Kleinmerk = ({ c, klein }: { c: Ctx; klein: boolean }) =>
  klein ? <StatusMerk woord={teksten(c).kwaliteitPagina.kleinMerk} vorm="driehoek" toon="let_op" /> : null;

const Berekend = ({ c, beeld, indicatoren }: Deel) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const naam = (code: string) => {
    const i = indicatoren.find(x => x.code === code);
    return i ? inTaal(i.naam, taal) : code;
  };
  const { optellingen, groei, begroting } = beeld.nagerekend;
  return (
    <>
      <Kop2>{t.kwaliteitPagina.berekend}</Kop2>
      <Alinea>{t.kwaliteitPagina.goed(String(optellingen), String(groei), String(begroting))}</Alinea>
      {beeld.berekend.length === 0 ? (
        <Alinea>{t.kwaliteitPagina.geen}</Alinea>
      ) : (
        <Tabel
          bijschrift={t.kwaliteitPagina.berekendBijschrift}
          kolommen={[
            { naam: t.kolom.wat, rijkop: true },
            { naam: t.kolom.a },
            { naam: t.kolom.b },
            { naam: t.kolom.bron },
          ]}
          rijen={beeld.berekend.map(b => [
            <>
              {b.code}. {naam(String(b.gegevens['indicator']))}, {b.gegevens['plaats']},{' '}
              {toonPeriodecode(String(b.gegevens['periode']), taal)}. {t.controles[b.code]}.{' '}
              <Kleinmerk c={c} klein={b.klein} />
            </>,
            `${waardeTekst(b, 'waardeA', taal)} (${b.gegevens['plekA']})`,
            `${waardeTekst(b, 'waardeB', taal)} (${b.gegevens['plekB']})`,
            <span lang="nl">{b.gegevens['bron']}</span>,
          ])}
        />
      )}
    </>
  );
};

const Aangehaald = ({ c, lijst }: { c: Ctx; lijst: readonly AangehaaldeBevinding[] }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  return (
    <>
      <Kop2>{t.kwaliteitPagina.aangehaald}</Kop2>
      {lijst.length === 0 ? (
        <Alinea>{t.kwaliteitPagina.geen}</Alinea>
      ) : (
        <Tabel
          bijschrift={t.kwaliteitPagina.aangehaaldBijschrift}
          kolommen={[
            { naam: t.kolom.wat, rijkop: true },
            { naam: t.kolom.a },
            { naam: t.kolom.b },
            { naam: t.kolom.bron },
          ]}
          rijen={lijst.map(b => [
            <>
              {b.code}. {inTaal(b.titel, taal)}. {inTaal(b.uitleg, taal)} <Kleinmerk c={c} klein={b.klein} />
            </>,
            <span lang="nl">{`${b.a.waarde} (${b.a.plek})`}</span>,
            <span lang="nl">{`${b.b.waarde} (${b.b.plek})`}</span>,
            <span lang="nl">{b.bron}</span>,
          ])}
        />
      )}
    </>
  );
};

function uitvoer(regio: Regio, beeld: Kwaliteitsbeeld): Uitvoer {
  return {
    naam: `kwaliteit-${regio.id}`,
    kolommen: ['nummer', 'soort', 'wat', 'waarde_a', 'plek_a', 'waarde_b', 'plek_b', 'bron'],
    rijen: [
      ...beeld.berekend.map(b => [
        b.code,
        b.soort,
        `${b.gegevens['indicator']}, ${b.gegevens['plaats']}, ${b.gegevens['periode']}`,
        b.gegevens['waardeA'] ?? null,
        b.gegevens['plekA'] ?? null,
        b.gegevens['waardeB'] ?? null,
        b.gegevens['plekB'] ?? null,
        b.gegevens['bron'] ?? null,
      ]),
      ...beeld.aangehaald.map(b => [
        b.code,
        b.soort,
        `${b.titel.nl}. ${b.uitleg.nl}`,
        b.a.waarde,
        b.a.plek,
        b.b.waarde,
        b.b.plek,
        b.bron,
      ]),
    ],
  };
}

/** Every contradiction in the sources of a region, with both values. */
export async function kwaliteitPagina(c: Ctx, regio: Regio, vorm: Bestandsvorm | null): Promise<Response> {
  const t = teksten(c);
  const ookKlein = heeftRol(lidmaatschappen(c), ['projectleider', 'datalab_analist'], { regio: regio.id });
  const { beeld, indicatoren } = await alsLezer(c, async tx => ({
    beeld: await leesKwaliteit(tx, { regio: regio.id, ookKlein }),
    indicatoren: await listIndicatoren(tx),
  }));
  if (vorm) return stuurBestand(c, uitvoer(regio, beeld), vorm);
  const titel = t.kwaliteitPagina.titel(regio.naam);
  return toon(
    c,
    {
      titel,
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: t.kwaliteit }),
    },
    <>
      <Kop1>{titel}</Kop1>
      <Alinea soort="inleiding">{t.kwaliteitPagina.inleiding}</Alinea>
      <Berekend c={c} beeld={beeld} indicatoren={indicatoren} />
      <Aangehaald c={c} lijst={beeld.aangehaald} />
      {ookKlein ? null : <Alinea soort="klein">{t.kwaliteitPagina.klein}</Alinea>}
      <Downloads c={c} pad={paden.kwaliteit(regio.id)} />
    </>,
  );
}
