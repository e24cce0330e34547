import { BUITENSTAANDER, type Primairreden, type Teleenheid } from '#kern/onthulling/index.ts';
import { Alinea, Kop2, Tabel, toonGetal } from '#platform/ui/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { HUISHOUDEN } from '../../domain/stelwie.ts';
import type { Werkbeeld } from '../../usecases/lees-publicatie.ts';
import { publicatiewerk as t } from '../teksten-publicatiewerk.ts';

export type Namen = (code: string) => string;

const EENHEDEN: readonly Teleenheid[] = ['huishoudens', 'personen', 'telling'];
const REDENEN: readonly Primairreden[] = ['drempel', 'ingewijde', 'overheersing', 'groep', 'nul'];

const opgesomd = (delen: readonly (readonly [string, number])[]): string =>
  delen
    .filter(([, n]) => n > 0)
    .map(([wat, n]) => `${wat}: ${toonGetal(n)}`)
    .join('; ');

/** On what the threshold was counted, per indicator, and why counts must be protected. */
export const Telwijze = ({ b, indicatoren }: { b: Werkbeeld; indicatoren: readonly Indicator[] }) => {
  const groepen = Map.groupBy(b.cellen, c => c.indicator);
  if (groepen.size === 0) return null;
  const k = t.telwijzeKolommen;
  return (
    <>
      <Kop2>{t.telwijzeKop}</Kop2>
      <Alinea>{t.telwijzeUitleg}</Alinea>
      <Tabel
        bijschrift={t.telwijzeBijschrift}
        kolommen={[
          { naam: k.indicator, rijkop: true },
          { naam: k.drempel, getal: true },
          { naam: k.eenheid },
          { naam: k.reden },
        ]}
        rijen={[...groepen].map(([code, cellen]) => {
          const i = indicatoren.find(x => x.code === code);
          const w = cellen.flatMap(c => b.waarheid.get(c.naam) ?? []);
          return [
            i?.naam.nl ?? code,
            i ? toonGetal(i.onthulling.drempel) : '',
            opgesomd(EENHEDEN.map(e => [t.eenheden[e], w.filter(x => x.teleenheid === e).length])),
            opgesomd(REDENEN.map(r => [t.redenen[r], w.filter(x => x.reden === r).length])) || t.geenReden,
          ];
        })}
      />
    </>
  );
};

/** What the audit found of each count that must be protected, by attacker. */
export const Toets = ({ b, naam }: { b: Werkbeeld; naam: Namen }) => {
  const regels = b.werk.oordeel;
  if (regels.length === 0) return null;
  const cel = (n: string) => b.cellen.find(c => c.naam === n.replace('r', 'c'));
  const gemeente = (code: string) => b.cellen.find(c => c.plaats === code)?.plaatsnaam ?? code;
  const wie = (aanvaller: string): string =>
    aanvaller === BUITENSTAANDER.naam
      ? t.buitenstaander
      : aanvaller === HUISHOUDEN
        ? t.huishouden
        : t.gemeente(gemeente(aanvaller));
  // What can be told is shown first; of the rest the first fifty say enough.
  const getoond = regels.toSorted((x, y) => Number(x.beschermd) - Number(y.beschermd)).slice(0, 50);
  return (
    <>
      <Kop2>{t.toetsKop}</Kop2>
      <Tabel
        bijschrift={t.toetsBijschrift}
        kolommen={[
          { naam: t.toetsKolommen.plek, rijkop: true },
          { naam: t.toetsKolommen.wie },
          { naam: t.toetsKolommen.ruimte },
          { naam: t.toetsKolommen.goed },
        ]}
        rijen={getoond.map(r => {
          const c = cel(r.naam);
          return [
            `${c ? `${naam(c.indicator)}, ${c.plaatsnaam}, ${c.periode}` : r.naam}${r.naam.startsWith('r') ? t.restVan : ''}`,
            wie(r.aanvaller),
            `${r.bereik.onder}–${r.bereik.boven}`,
            r.beschermd ? t.ja : t.nee,
          ];
        })}
      />
    </>
  );
};
