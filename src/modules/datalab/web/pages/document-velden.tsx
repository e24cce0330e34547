import { eisPubliceerbaar, uitPublicatie } from '#kern/onthulling/index.ts';
import { alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Details,
  Knop,
  KnopGroep,
  Kop2,
  Melding,
  Tabel,
  TekstGebied,
  TekstVeld,
  toonGetal,
  type VeldFout,
  VerborgenVeld,
  Verschil,
} from '#platform/ui/index.ts';
import { type Invulveld, isInvulveld } from '../../domain/documentsjabloon.ts';
import { schrijfVerwijzing } from '../../domain/documenttekst.ts';
import type { Publicatiecel } from '../../domain/publicatie.ts';
import { bewaarConceptdocument, leesDocumentaanbod } from '../../usecases/documenten.ts';
import type { Documentstof } from '../../usecases/documentstof.ts';
import { dagVan } from '../publicatie-uitvoer.ts';
import { documentteksten } from '../teksten-document.ts';
import { documentwerk as t } from '../teksten-documentwerk.ts';
import { inlezerVoor } from '../werk.ts';
import { toonPeriodecode } from '../woorden.ts';
import { Bronkeuze } from './document-maken.tsx';
import { lijstUit, tekstUit, type Velden } from './publicatie-maken.tsx';

/** What was typed and could not be kept. */
export interface Ingetypt {
  readonly velden: Readonly<Record<string, string>>;
  readonly publicaties: readonly string[];
  readonly ookOpenbaar: boolean;
  /** Somebody else kept another text in the meantime. */
  readonly naast: boolean;
}

/** How the page of a draft is shown. */
export interface Conceptstaat {
  /** It was kept just now; after 'fix' it asks to read it again first. */
  readonly bewaard: 'ja' | 'nalezen' | null;
  readonly fouten: readonly VeldFout[];
  readonly ingevuld: Ingetypt | null;
}

/** What a form of this draft holds. */
export function ingetyptUit(stof: Documentstof, v: Velden): Omit<Ingetypt, 'naast'> {
  return {
    velden: Object.fromEntries(
      stof.ontleed.sjabloon.velden.filter(isInvulveld).map(f => [f.naam, lijstUit(v, f.naam)[0] ?? '']),
    ),
    publicaties: lijstUit(v, 'publicaties'),
    ookOpenbaar: tekstUit(v, 'ook_openbaar') === 'ja',
  };
}

const gelijk = (a: string, b: string): boolean =>
  a.replace(/\r\n?/g, '\n').trim() === b.replace(/\r\n?/g, '\n').trim();

/** Was something typed or chosen that is not kept yet? A form without the fields changes nothing. */
export function isGewijzigd(stof: Documentstof, v: Velden): boolean {
  if (tekstUit(v, 'met_velden') !== 'ja') return false;
  const nu = ingetyptUit(stof, v);
  const eerst = new Set(stof.gekozen.map(p => p.id));
  return (
    Object.entries(nu.velden).some(([naam, tekst]) => !gelijk(tekst, stof.werk.velden[naam] ?? '')) ||
    nu.ookOpenbaar !== stof.werk.ookOpenbaar ||
    nu.publicaties.length !== eerst.size ||
    nu.publicaties.some(p => !eerst.has(p))
  );
}

/** Keeps a draft. Null when that went well; else how the page is to be shown, with everything that was typed. */
export async function bewaarUit(
  c: Ctx,
  stof: Documentstof,
  v: Velden,
  versie: number,
): Promise<Conceptstaat | null> {
  const { id, regio } = stof.document;
  const ingetypt = ingetyptUit(stof, v);
  const uit = await alsLezer(c, tx =>
    bewaarConceptdocument(tx, { id, versie, ...ingetypt }, inlezerVoor(c, regio)),
  );
  if (uit.ok) return null;
  const { code, melding, velden } = uit.weigering;
  const perVeld = Object.entries(velden ?? {}).map(([veld, tekst]) => ({ veld, tekst }));
  return {
    bewaard: null,
    fouten: perVeld.length > 0 ? perVeld : [{ tekst: melding ?? t.verouderd }],
    ingevuld: { ...ingetypt, naast: code === 'conflict' },
  };
}

/** Two people at once: what is stored now beside what was typed. */
export const Naast = ({ stof, staat }: { stof: Documentstof; staat: Conceptstaat }) => {
  const { ingevuld } = staat;
  if (!ingevuld?.naast) return null;
  return (
    <>
      <Melding soort="waarschuwing" titel={t.verouderd}>
        {t.verouderdUitleg}
      </Melding>
      <Verschil
        bijschrift={t.verouderdBijschrift}
        rijen={stof.ontleed.sjabloon.velden.filter(isInvulveld).map(f => ({
          veld: f.label,
          hun: stof.werk.velden[f.naam] ?? '',
          uw: ingevuld.velden[f.naam] ?? '',
        }))}
      />
    </>
  );
};

const Veld = ({ veld, waarde, fout }: { veld: Invulveld; waarde: string; fout: string | undefined }) => {
  const eigen = {
    naam: veld.naam,
    label: veld.label,
    waarde,
    ...(veld.verplicht ? {} : { verplicht: false }),
    ...(fout === undefined ? {} : { fout }),
  };
  if (veld.soort === 'vrij')
    return <TekstGebied {...eigen} rijen={8} uitleg={t.vrijUitleg(veld.uitleg, toonGetal(veld.hoogstens))} />;
  return veld.soort === 'datum' ? (
    <DatumVeld {...eigen} uitleg={veld.uitleg} />
  ) : (
    <TekstVeld {...eigen} uitleg={veld.uitleg} />
  );
};

/** Cells of a release that fit the document: its municipality and the region, or all of them. */
const passend = (stof: Documentstof, cellen: readonly Publicatiecel[]): Publicatiecel[] =>
  cellen.filter(
    cel => stof.gemeente === null || cel.plaatssoort === 'regio' || cel.plaats === stof.gemeente.code,
  );

/** The counts of the chosen releases, each with what to write for it. */
const Getallen = ({ stof }: { stof: Documentstof }) => {
  const k = t.getallenKolommen;
  const naam = (code: string) => stof.indicatoren.find(i => i.code === code)?.naam.nl ?? code;
  const getal = (g: number | null) => (g === null ? documentteksten.nl.weg : toonGetal(g));
  return (
    <Details titel={t.getallen}>
      {stof.publicaties.length === 0 ? <Alinea>{t.getallenGeen}</Alinea> : null}
      {stof.publicaties.map(o => (
        <Tabel
          bijschrift={t.getallenBijschrift(o.publicatie.titel)}
          kolommen={[
            { naam: k.verwijzing, rijkop: true },
            { naam: k.indicator },
            { naam: k.plaats },
            { naam: k.periode },
            { naam: k.getal, getal: true },
          ]}
          rijen={passend(stof, o.cellen).map(cel => [
            <code>{schrijfVerwijzing({ publicatie: o.publicatie.code, cel: cel.naam })}</code>,
            naam(cel.indicator),
            cel.plaatsnaam,
            toonPeriodecode(cel.periode, 'nl'),
            getal(eisPubliceerbaar(uitPublicatie(o.uitgave, cel.naam)).waarde.getoond),
          ])}
        />
      ))}
    </Details>
  );
};

/** A release to choose: its id and what it is called. */
export type Keuzebron = readonly [string, string];

/** Releases in print, and those that were chosen and withdrawn since: they stay in sight until they are let go. */
export async function bronnenVan(c: Ctx, stof: Documentstof): Promise<Keuzebron[]> {
  const { publicaties } = await alsLezer(c, tx =>
    leesDocumentaanbod(tx, stof.document.regio, c.get('vandaag')),
  );
  const weg = stof.gekozen.filter(p => p.ingetrokken !== null);
  return [
    ...publicaties.map((p): Keuzebron => [p.id, t.inDruk(p.titel, dagVan(p.gepubliceerd, 'nl'))]),
    ...weg.map((p): Keuzebron => [p.id, t.weg(p.titel)]),
  ];
}

/** The fields of a draft, inside a form. What was typed and not kept goes before what is stored. */
export const Documentvelden = (props: {
  stof: Documentstof;
  staat: Conceptstaat;
  bronnen: readonly Keuzebron[];
}) => {
  const { stof, staat, bronnen } = props;
  const { document: d, werk } = stof;
  const velden = staat.ingevuld?.velden ?? werk.velden;
  const fout = (veld: string) => staat.fouten.find(f => f.veld === veld)?.tekst;
  return (
    <>
      <VerborgenVeld naam="versie" waarde={String(d.versie)} />
      <VerborgenVeld naam="met_velden" waarde="ja" />
      <Bronkeuze
        publicaties={bronnen}
        aan={staat.ingevuld?.publicaties ?? stof.gekozen.map(p => p.id)}
        ookOpenbaar={staat.ingevuld?.ookOpenbaar ?? werk.ookOpenbaar}
        fout={fout('publicaties')}
      />
      <Kop2>{t.tekstKop}</Kop2>
      <Alinea>{t.tekstUitleg}</Alinea>
      {stof.ontleed.sjabloon.velden.filter(isInvulveld).map(f => (
        <Veld veld={f} waarde={velden[f.naam] ?? ''} fout={fout(f.naam)} />
      ))}
      <Getallen stof={stof} />
      <KnopGroep>
        <Knop naam="doe" waarde="bewaar" soort="bij">
          {t.bewaar}
        </Knop>
      </KnopGroep>
    </>
  );
};
