import { KeuzeVeld, RadioGroep, TekstVeld, Veldset } from '#platform/ui/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { VELDEN, type Veld } from '../../domain/inleesregel.ts';
import type { Inleeskeuzes, Proefbeeld } from '../../usecases/lees-in.ts';
import { werk } from '../teksten-werk.ts';

type Body = Record<string, unknown>;

// No keyboard gives a control character and the database keeps no U+0000: they are no part of what was typed.
const tekst = (b: Body, naam: string, oud: string, grens: number): string => {
  const w = b[naam];
  return typeof w === 'string'
    ? w
        .replaceAll(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, grens)
    : oud;
};

/** The choices of the form; what is not sent stays as it was. */
export function keuzesUit(b: Body, oud: Inleeskeuzes): Inleeskeuzes {
  const kolom = (v: Veld): number | null => {
    const w = b[`kolom_${v}`];
    if (typeof w !== 'string') return oud.koppeling.kolommen[v] ?? null;
    return /^\d{1,2}$/.test(w) ? Number(w) : null;
  };
  const vast = tekst(b, 'vaste_indicator', oud.koppeling.vasteIndicator ?? '', 120);
  const openbaarheid = b['openbaarheid'] ?? oud.openbaarheid;
  return {
    koppeling: {
      kolommen: Object.fromEntries(VELDEN.map(v => [v, kolom(v)])) as Record<Veld, number | null>,
      vasteIndicator: vast === '' ? null : vast,
    },
    bronTitel: tekst(b, 'bron_titel', oud.bronTitel, 300),
    bronVan: tekst(b, 'bron_van', oud.bronVan, 200),
    bronDatum: tekst(b, 'bron_datum', oud.bronDatum, 40),
    plek: tekst(b, 'plek', oud.plek, 300),
    openbaarheid: openbaarheid === 'openbaar_in_bron' ? 'openbaar_in_bron' : 'intern',
    ...(oud.overgeslagen === undefined ? {} : { overgeslagen: oud.overgeslagen }),
  };
}

type Foutvan = (veld: string) => { fout?: string };

const Koppelvelden = (props: { beeld: Proefbeeld; indicatoren: Indicator[]; fout: Foutvan }) => {
  const { tabel, keuzes } = props.beeld.inlezing;
  const kolommen = tabel.kop.map((naam, i) => ({ waarde: String(i), naam }));
  return (
    <Veldset titel={werk.koppelKop}>
      {VELDEN.map(v => (
        <KeuzeVeld
          naam={`kolom_${v}`}
          label={werk.velden[v]}
          leeg={werk.geenKolom}
          waarde={String(keuzes.koppeling.kolommen[v] ?? '')}
          opties={kolommen}
          {...props.fout(`kolom_${v}`)}
        />
      ))}
      <KeuzeVeld
        naam="vaste_indicator"
        label={werk.vasteIndicator}
        leeg={werk.vasteGeen}
        waarde={keuzes.koppeling.vasteIndicator ?? ''}
        opties={props.indicatoren.map(i => ({ waarde: i.code, naam: i.naam.nl }))}
      />
    </Veldset>
  );
};

const Bronvelden = ({ keuzes, fout }: { keuzes: Inleeskeuzes; fout: Foutvan }) => (
  <Veldset titel={werk.bronKop}>
    <TekstVeld naam="bron_titel" label={werk.bronTitel} waarde={keuzes.bronTitel} {...fout('bron_titel')} />
    <TekstVeld naam="bron_van" label={werk.bronVan} waarde={keuzes.bronVan} {...fout('bron_van')} />
    <TekstVeld
      naam="bron_datum"
      label={werk.bronDatum}
      waarde={keuzes.bronDatum}
      breedte="middel"
      {...fout('bron_datum')}
    />
    <TekstVeld naam="plek" label={werk.plek} waarde={keuzes.plek} {...fout('plek')} />
    <RadioGroep
      naam="openbaarheid"
      label={werk.openbaarheid}
      waarde={keuzes.openbaarheid}
      opties={[
        { waarde: 'intern', naam: werk.openbaarheden.intern },
        { waarde: 'openbaar_in_bron', naam: werk.openbaarheden.openbaar_in_bron },
      ]}
    />
  </Veldset>
);

/** Which column is what, and where the figures come from. */
export const Proefformulier = ({ beeld, indicatoren }: { beeld: Proefbeeld; indicatoren: Indicator[] }) => {
  const fout: Foutvan = veld => {
    const w = beeld.veldfouten[veld];
    return w === undefined ? {} : { fout: w };
  };
  return (
    <>
      <Koppelvelden beeld={beeld} indicatoren={indicatoren} fout={fout} />
      <Bronvelden keuzes={beeld.inlezing.keuzes} fout={fout} />
    </>
  );
};
