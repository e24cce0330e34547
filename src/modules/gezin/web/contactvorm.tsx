import type { Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  KeuzeVeld,
  Knop,
  Melding,
  RadioGroep,
  TekstGebied,
  TekstVeld,
  Veldset,
  VerborgenVeld,
  VinkVeld,
} from '#platform/ui/index.ts';
import {
  type Contactweg,
  DAGDEELCODES,
  MAGCODES,
  MEELEZERS,
  magcodesVoor,
  perWijze,
  type VastgesteldContact,
  WEEKDAGEN,
  WIJZEN,
  type Wijze,
} from '../domain/contact.ts';
import type { Contactinvoer } from '../usecases/contact.ts';
import { type Contactblad, dagdeelnaam } from './contactwoorden.tsx';
import { persoonpad, type Velden, type Vormstaat, veld } from './kader.tsx';
import { opties, toonAdres, toonNaam } from './opmaak.tsx';
import { leesVersie } from './persoonvorm.ts';
import { algemeen, woorden } from './teksten.ts';
import { contactteksten as t } from './teksten-contact.ts';

const PARTIJ = 'partij:';
const DELEN = [
  'mag',
  'waar',
  'wanneer',
  'mee',
  'meeWie',
  ...WEEKDAGEN.map(d => `dag_${d}`),
  ...DAGDEELCODES.map(d => `deel_${d}`),
];
/** Every field that this form sends. */
export const CONTACTVELDEN = [
  ...WIJZEN.flatMap(w => DELEN.map(d => `${w}_${d}`)),
  ...['taal', 'tolk', 'eerderVerwerkt', 'versie'],
];

const vink = (aan: boolean): string => (aan ? 'ja' : '');

/** A party who was erased cannot be chosen again: he is somebody of whom is not known who. */
const meeKeuze = (w: Contactweg): string =>
  w.mee === 'partij' ? (w.meePersoon === null ? 'ander' : `${PARTIJ}${w.meePersoon}`) : w.mee;

const wegwaarden = (wijze: Wijze, w: Contactweg): [string, string][] => [
  [`${wijze}_mag`, w.mag],
  [`${wijze}_waar`, w.waar],
  [`${wijze}_wanneer`, w.wanneer],
  [`${wijze}_mee`, meeKeuze(w)],
  [`${wijze}_meeWie`, w.meeWie],
  ...WEEKDAGEN.map(d => [`${wijze}_dag_${d}`, vink(w.dagen.includes(d))] as [string, string]),
  ...DAGDEELCODES.map(d => [`${wijze}_deel_${d}`, vink(w.dagdelen.includes(d))] as [string, string]),
];

/** The fields as they stand in a record; none when nothing was recorded. */
export const waardenVan = (k: VastgesteldContact | null): Velden =>
  k
    ? {
        ...Object.fromEntries(WIJZEN.flatMap(w => wegwaarden(w, k.wegen[w]))),
        taal: k.taal ?? '',
        tolk: vink(k.tolk),
      }
    : {};

/** What was sent, as a record, and what was not answered. */
export function leesContact(
  v: Velden,
  persoon: string,
): { invoer: Contactinvoer; fouten: Record<string, string> } {
  const fouten: Record<string, string> = {};
  const kies = <C extends string>(naam: string, codes: readonly C[], anders: C): C => {
    const code = codes.find(c => c === v[naam]);
    if (code === undefined) fouten[naam] = algemeen.kies;
    return code ?? anders;
  };
  const weg = (wijze: Wijze): Contactweg => {
    const veldnaam = (deel: string) => `${wijze}_${deel}`;
    const gekozen = v[veldnaam('mee')] ?? '';
    const partij = gekozen.startsWith(PARTIJ) ? gekozen.slice(PARTIJ.length) : null;
    const zonderPartij = MEELEZERS.filter(m => m !== 'partij');
    const mag = kies(veldnaam('mag'), MAGCODES, 'onbekend');
    // Who reads along matters where the way may be used.
    const geenMee = gekozen === '' && mag !== 'ja';
    const zonder = () => (geenMee ? 'onbekend' : kies(veldnaam('mee'), zonderPartij, 'onbekend'));
    return {
      mag,
      waar: v[veldnaam('waar')] ?? '',
      dagen: WEEKDAGEN.filter(d => v[veldnaam(`dag_${d}`)] === 'ja'),
      dagdelen: DAGDEELCODES.filter(d => v[veldnaam(`deel_${d}`)] === 'ja'),
      wanneer: v[veldnaam('wanneer')] ?? '',
      mee: partij === null ? zonder() : 'partij',
      meePersoon: partij,
      meeWie: v[veldnaam('meeWie')] ?? '',
    };
  };
  const invoer: Contactinvoer = {
    persoon,
    versie: leesVersie(v['versie']),
    wegen: perWijze(weg),
    taal: v['taal'] || null,
    tolk: v['tolk'] === 'ja',
    eerderVerwerkt: v['eerderVerwerkt'] === 'ja',
  };
  return { invoer, fouten };
}

const Waar = ({ wijze, b, s }: { wijze: Wijze; b: Contactblad; s: Vormstaat }) => {
  const vast = {
    ...veld(s, `${wijze}_waar`),
    label: t.waar[wijze],
    uitleg: t.waarUitleg[wijze],
    verplicht: false,
  };
  if (wijze !== 'schrijven') return <TekstVeld {...vast} maximum={200} soort="text" />;
  const adressen = b.adressen.filter(a => a.tot === null);
  return (
    <KeuzeVeld
      {...vast}
      leeg={t.waarVast.schrijven}
      opties={adressen.map(a => ({
        waarde: a.id,
        naam: `${toonAdres(a.adres)} (${woorden.adressoort[a.soort]})`,
      }))}
    />
  );
};

const Momenten = ({ wijze, s }: { wijze: Wijze; s: Vormstaat }) => {
  const vinkje = (naam: string, label: string) => (
    <VinkVeld naam={naam} label={label} aan={s.waarden[naam] === 'ja'} />
  );
  return (
    <Veldset titel={t.momenten} uitleg={t.momentenUitleg} id={`momenten-${wijze}`}>
      {WEEKDAGEN.map(d => vinkje(`${wijze}_dag_${d}`, woorden.weekdag[d]))}
      {DAGDEELCODES.map(d => vinkje(`${wijze}_deel_${d}`, dagdeelnaam(d)))}
    </Veldset>
  );
};

const meeOpties = (b: Contactblad) => [
  { waarde: 'niemand', naam: woorden.mee.niemand },
  ...b.anderen.map(a => ({ waarde: `${PARTIJ}${a.id}`, naam: toonNaam(a) })),
  { waarde: 'ander', naam: woorden.mee.ander },
  { waarde: 'onbekend', naam: woorden.mee.onbekend },
];

const Weg = ({ wijze, b, s }: { wijze: Wijze; b: Contactblad; s: Vormstaat }) => (
  <Veldset titel={woorden.wijze[wijze]}>
    <RadioGroep
      {...veld(s, `${wijze}_mag`)}
      label={t.mag[wijze]}
      opties={magcodesVoor(wijze).map(m => ({ waarde: m, naam: woorden.mag[wijze][m] }))}
    />
    <Waar wijze={wijze} b={b} s={s} />
    {wijze === 'bellen' ? <Momenten wijze={wijze} s={s} /> : null}
    <TekstGebied
      {...veld(s, `${wijze}_wanneer`)}
      label={t.wanneer[wijze]}
      uitleg={t.wanneerUitleg[wijze]}
      verplicht={false}
      rijen={2}
    />
    <KeuzeVeld
      {...veld(s, `${wijze}_mee`)}
      label={t.mee[wijze]}
      uitleg={t.meeUitleg}
      verplicht={false}
      opties={meeOpties(b)}
    />
    <TekstVeld {...veld(s, `${wijze}_meeWie`)} label={t.meeWie[wijze]} verplicht={false} />
  </Veldset>
);

/** What was noted in one text, above the fields that take its place. */
const Eerder = ({ tekst, s }: { tekst: string; s: Vormstaat }) => (
  <Melding titel={t.eerderGenoteerd}>
    <Alinea>{tekst}</Alinea>
    <Alinea soort="klein">{t.eerderGenoteerdUitleg}</Alinea>
    <VinkVeld
      naam="eerderVerwerkt"
      label={t.eerderVerwerkt}
      uitleg={t.eerderVerwerktUitleg}
      aan={s.waarden['eerderVerwerkt'] === 'ja'}
    />
  </Melding>
);

/** The form on how somebody is reached without danger. `nu` is what is stored, which may be newer than what was typed. */
export const Contactvorm = (p: {
  c: Ctx;
  persoon: string;
  b: Contactblad;
  s: Vormstaat;
  nu: VastgesteldContact | null;
  botst: boolean;
}) => (
  <Formulier actie={persoonpad(p.persoon, '/contact')} csrf={p.c.get('csrf')} naam={t.bewaar}>
    <VerborgenVeld naam="versie" waarde={`${p.nu?.versie ?? 0}`} />
    {p.nu && p.nu.eerderGenoteerd !== '' ? <Eerder tekst={p.nu.eerderGenoteerd} s={p.s} /> : null}
    {WIJZEN.map(w => (
      <Weg wijze={w} b={p.b} s={p.s} />
    ))}
    <KeuzeVeld {...veld(p.s, 'taal')} label={t.taal} verplicht={false} opties={opties(woorden.taal)} />
    <VinkVeld naam="tolk" label={t.tolk} aan={p.s.waarden['tolk'] === 'ja'} />
    <Knop>{p.botst ? algemeen.bewaarToch : t.bewaar}</Knop>
  </Formulier>
);
