import { formatTijdstip } from '#kern/datum/index.ts';
import { toegestaneHandelingen } from '#kern/toestand/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop2,
  Kop3,
  LegeStaat,
  StatusMerk,
  Tabel,
  TekstGebied,
  TekstVeld,
  toonGetal,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { type Bewaking, loosVerwacht } from '../../domain/bewaking.ts';
import { type Indicator, inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import {
  UITKOMSTEN,
  WAARSCHUWINGTABEL,
  type Waarschuwing,
  type Waarschuwingrol,
} from '../../domain/waarschuwing.ts';
import type { Waarschuwingenbeeld } from '../../usecases/waarschuwingen.ts';
import { paden } from '../paths.ts';
import { waarschuwingTeksten as t } from '../teksten-waarschuwing.ts';
import { toonPeriodecode } from '../woorden.ts';

export type Gelezen = { regio: Regio; beeld: Waarschuwingenbeeld; indicatoren: Indicator[] };
type Deel = Gelezen & { c: Ctx; ingevuld: Ingevuld };

/** What somebody filled in that was refused: shown again in the form that it came from. */
export interface Ingevuld {
  readonly vorm: string;
  readonly velden: Readonly<Record<string, string>>;
  readonly fouten: readonly VeldFout[];
}
export const NIETS: Ingevuld = { vorm: '', velden: {}, fouten: [] };

const MERKEN = {
  nieuw: { vorm: 'vol', toon: 'let_op' },
  in_onderzoek: { vorm: 'half', toon: 'neutraal' },
  afgedaan: { vorm: 'open', toon: 'neutraal' },
} as const;

/** Roles by which this reader decides on warnings of a region. */
export const rollenIn = (c: Ctx, regio: string): Waarschuwingrol[] =>
  lidmaatschappen(c).flatMap(l =>
    l.regio === regio && (l.rol === 'projectleider' || l.rol === 'datalab_analist') ? [l.rol] : [],
  );

const watVan = (
  w: { indicator: string; plaats: { naam: string } },
  indicatoren: readonly Indicator[],
): string => {
  const i = indicatoren.find(x => x.code === w.indicator);
  return `${i ? inTaal(i.naam, 'nl') : w.indicator}, ${w.plaats.naam}`;
};

function wieKijkt(c: Ctx, w: Waarschuwing): string {
  const actor = c.get('actor');
  if (w.behandelaar === null || w.behandelaarRol === null) return t.niemand;
  return actor.soort === 'persoon' && actor.id === w.behandelaar ? t.u : t.collega(w.behandelaarRol);
}

const Stand = ({ w }: { w: Waarschuwing }) => (
  <>
    <StatusMerk woord={t.standen[w.toestand]} {...MERKEN[w.toestand]} />{' '}
    {[w.uitkomst === null ? [] : t.uitkomsten[w.uitkomst], w.notitie ?? []].flat().join('. ')}
  </>
);

const Lijst = ({ c, beeld, indicatoren }: Deel) =>
  beeld.waarschuwingen.length === 0 ? (
    <LegeStaat titel={t.lijstGeen}>{t.lijstGeenUitleg}</LegeStaat>
  ) : (
    <Tabel
      bijschrift={t.bijschrift}
      kolommen={[
        { naam: t.kolommen.wat, rijkop: true },
        { naam: t.kolommen.sterk },
        { naam: t.kolommen.sinds },
        { naam: t.kolommen.stand },
        { naam: t.kolommen.wie },
      ]}
      rijen={beeld.waarschuwingen.map(w => [
        watVan(w, indicatoren),
        t.sterk(w.kant, toonGetal(w.geteld), toonGetal(w.verwacht, 'nl', 1)),
        t.sindsTot(toonPeriodecode(w.sinds, 'nl'), toonPeriodecode(w.periode, 'nl')),
        <Stand w={w} />,
        wieKijkt(c, w),
      ])}
    />
  );

const Afrondvelden = ({ w, ingevuld }: { w: Waarschuwing; ingevuld: Ingevuld }) => {
  const mijn = ingevuld.vorm === w.id ? ingevuld : NIETS;
  const fout = (veld: string) => {
    const tekst = mijn.fouten.find(f => f.veld === `${veld}-${w.id}`)?.tekst;
    return tekst === undefined ? {} : { fout: tekst };
  };
  return (
    <>
      {w.toestand === 'in_onderzoek' ? (
        <KeuzeVeld
          naam={`uitkomst-${w.id}`}
          label={t.uitkomst}
          waarde={mijn.velden['uitkomst'] ?? ''}
          opties={UITKOMSTEN.map(u => ({ waarde: u, naam: t.uitkomsten[u] }))}
          {...fout('uitkomst')}
        />
      ) : null}
      <TekstGebied
        naam={`notitie-${w.id}`}
        label={t.notitie}
        uitleg={t.notitieUitleg}
        waarde={mijn.velden['notitie'] ?? ''}
        rijen={3}
        maximum={2000}
        {...fout('notitie')}
      />
    </>
  );
};

const Handelen = ({ c, w, indicatoren, ingevuld }: Deel & { w: Waarschuwing }) => {
  const knoppen = toegestaneHandelingen(WAARSCHUWINGTABEL, w.toestand, rollenIn(c, w.regio));
  if (knoppen.length === 0) return null;
  return (
    <>
      <Kop3>{t.handelKop(watVan(w, indicatoren))}</Kop3>
      <Formulier actie={paden.waarschuwing(w.id)} csrf={c.get('csrf')}>
        {w.toestand === 'nieuw' ? null : <Afrondvelden w={w} ingevuld={ingevuld} />}
        <KnopGroep>
          {knoppen.toReversed().map((h, i) => (
            <Knop soort={i === 0 ? 'hoofd' : 'bij'} naam="doe" waarde={h}>
              {t.handelingen[h]}
            </Knop>
          ))}
        </KnopGroep>
      </Formulier>
    </>
  );
};

const Grens = ({ c, regio, beeld, ingevuld }: Deel) => {
  const mijn = ingevuld.vorm === regio.id ? ingevuld : NIETS;
  const fout = mijn.fouten[0]?.tekst;
  return (
    <>
      <Kop3>{t.loosKop}</Kop3>
      <Formulier actie={paden.waarschuwingen()} csrf={c.get('csrf')}>
        <VerborgenVeld naam="regio" waarde={regio.id} />
        <TekstVeld
          naam={`loos_per_jaar-${regio.id}`}
          label={t.loosVeld}
          uitleg={t.loosUitleg}
          waarde={mijn.velden['loos_per_jaar'] ?? toonGetal(beeld.loosPerJaar, 'nl', 1)}
          breedte="kort"
          toetsen="decimal"
          {...(fout === undefined ? {} : { fout })}
        />
        <KnopGroep>
          <Knop soort="bij">{t.loosKnop}</Knop>
        </KnopGroep>
      </Formulier>
    </>
  );
};

const waarom = (b: Bewaking): string => {
  const redenen = b.keuze.bewakingsredenen.map(r => t.redenen[r]).join(' ');
  return b.keuze.bewaking !== null && !b.bewaakt ? `${redenen} ${t.nietAfTeStellen}` : redenen;
};

const Reeksen = ({ beeld, indicatoren }: Deel) => {
  const k = t.reeksKolommen;
  if (beeld.bewakingen.length === 0)
    return <LegeStaat titel={t.reeksenGeen}>{t.reeksenGeenUitleg}</LegeStaat>;
  return (
    <Tabel
      bijschrift={t.reeksenBijschrift}
      kolommen={[
        { naam: k.wat, rijkop: true },
        { naam: k.perioden, getal: true },
        { naam: k.methode },
        { naam: k.kant },
        { naam: k.waarom },
        { naam: k.loos, getal: true },
      ]}
      rijen={beeld.bewakingen.map(b => [
        watVan(b.reeks, indicatoren),
        String(b.reeks.tellingen.length),
        b.bewaakt && b.keuze.bewaking !== null ? t.methoden[b.keuze.bewaking] : t.nietBewaakt,
        t.kanten(b.kanten),
        waarom(b),
        toonGetal(b.loosPerJaar, 'nl', 2),
      ])}
    />
  );
};

/** How many finished warnings can be opened again from the page. */
const HEROPENBAAR = 5;

const teBehandelen = (alle: readonly Waarschuwing[]): Waarschuwing[] => [
  ...alle.filter(w => w.toestand !== 'afgedaan'),
  ...alle.filter(w => w.toestand === 'afgedaan').slice(0, HEROPENBAAR),
];

/** One region: what stood out, what to do about it, and how each series is watched. */
export const Regiodeel = (props: Deel) => {
  const { regio, beeld } = props;
  const bewaakt = beeld.bewakingen.filter(b => b.bewaakt).length;
  return (
    <>
      <Kop2>{t.regioKop(regio.naam)}</Kop2>
      <Alinea>
        {t.stand(
          String(bewaakt),
          toonGetal(loosVerwacht(beeld.bewakingen), 'nl', 1),
          toonGetal(beeld.loosPerJaar, 'nl', 1),
        )}{' '}
        {beeld.laatsteRonde === null
          ? t.nooit
          : t.laatst(formatTijdstip(Temporal.Instant.from(beeld.laatsteRonde)))}
      </Alinea>
      <Alinea>
        {beeld.bewakingen.some(b => b.kanten.length > 1) ? `${t.gedeeld} ` : ''}
        {t.gerond} {t.alleenAantallen}
      </Alinea>
      <Kop3>{t.lijstKop}</Kop3>
      <Lijst {...props} />
      {teBehandelen(beeld.waarschuwingen).map(w => (
        <Handelen {...props} w={w} />
      ))}
      <Kop3>{t.reeksenKop}</Kop3>
      <Reeksen {...props} />
      <Grens {...props} />
    </>
  );
};
