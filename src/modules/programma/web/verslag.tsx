import { type Blok, type Document, maakDocx, maakPdf } from '#platform/documenten/index.ts';
import type { App, Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DocumentOpScherm,
  Filters,
  FoutSamenvatting,
  KeuzeVeld,
  KnopGroep,
  KnopLink,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import type { Weergave } from '../domain/programma.ts';
import { gemeenten } from '../domain/programma.ts';
import { gewoneVerslagperiode, leesVerslagperiode, type Verslagperiode } from '../domain/verslag.ts';
import { type Blad, metBlad, toonBlad } from './kader.tsx';
import { verslagTeksten } from './teksten/verslag.ts';
import { stelVerslagOp } from './verslagbrief.ts';

/** Publishable figures for a letter, as blocks without headings; lent by app.ts. */
export type CijfersVoor = (c: Ctx, regio: string, gemeente: string | null) => Promise<Blok[]>;

/** The question of the reader as it stands in the address, and what is wrong with it. */
interface Vraag {
  van: string;
  tot: string;
  gemeente: string;
  periode: Verslagperiode | null;
  fouten: VeldFout[];
}

const maand = (d: Temporal.PlainDate) => d.toPlainYearMonth().toString();

function leesVraag(b: Blad): Vraag {
  const t = verslagTeksten[b.taal].fouten;
  const gewoon = gewoneVerslagperiode(b.p, b.vandaag);
  const van = (b.c.req.query('van') ?? maand(gewoon.van)).trim();
  const tot = (b.c.req.query('tot') ?? maand(gewoon.tot)).trim();
  const gemeente = (b.c.req.query('gemeente') ?? '').trim();
  const periode = leesVerslagperiode(van, tot);
  const fouten: VeldFout[] = periode.ok
    ? []
    : Object.entries(periode.weigering.velden ?? {}).map(([veld, code]) => ({
        veld,
        tekst: code === 'omgekeerd' ? t.omgekeerd : t.geen_maand,
      }));
  if (gemeente !== '' && !gemeenten(b.p).some(g => g.naam === gemeente))
    fouten.push({ veld: 'gemeente', tekst: t.gemeente(gemeente) });
  return { van, tot, gemeente, periode: periode.ok ? periode.waarde : null, fouten };
}

async function brief(b: Blad, v: Vraag, cijfersVoor: CijfersVoor | undefined): Promise<Document | null> {
  if (!v.periode || v.fouten.length > 0) return null;
  const gemeente = v.gemeente || null;
  const cijfers = cijfersVoor ? await cijfersVoor(b.c, b.regio, gemeente) : [];
  return stelVerslagOp(b.p, { periode: v.periode, gemeente, vandaag: b.vandaag, taal: b.taal, cijfers });
}

const zoekdeel = (v: Vraag): string =>
  `?${new URLSearchParams({ van: v.van, tot: v.tot, ...(v.gemeente ? { gemeente: v.gemeente } : {}) })}`;

const Vragen = ({ b, v }: { b: Blad; v: Vraag }) => {
  const t = verslagTeksten[b.taal];
  const fout = (veld: string) => {
    const f = v.fouten.find(x => x.veld === veld)?.tekst;
    return f ? { fout: f } : {};
  };
  const maandveld = { uitleg: t.maandUitleg, breedte: 'kort', taal: b.taal } as const;
  return (
    <Filters actie={b.naar('/verslag')} taal={b.taal}>
      <TekstVeld naam="van" label={t.van} waarde={v.van} {...maandveld} {...fout('van')} />
      <TekstVeld naam="tot" label={t.tot} waarde={v.tot} {...maandveld} {...fout('tot')} />
      <KeuzeVeld
        naam="gemeente"
        label={t.gemeente}
        leeg={t.alleRaden}
        waarde={v.gemeente}
        taal={b.taal}
        opties={gemeenten(b.p).map(g => ({ waarde: g.naam, naam: g.naam }))}
        {...fout('gemeente')}
      />
    </Filters>
  );
};

/** The letter on the screen, under the questions that shape it. */
export async function verslagPagina(b: Blad, cijfersVoor: CijfersVoor | undefined): Promise<Response> {
  const t = verslagTeksten[b.taal];
  const v = leesVraag(b);
  const doc = await brief(b, v, cijfersVoor);
  return toonBlad(
    b,
    { titel: t.titel, kop: doc?.titel ?? t.kop(b.regioNaam), boven: t.titel, fout: doc === null },
    <>
      <FoutSamenvatting fouten={v.fouten} taal={b.taal} />
      <KnopGroep>
        <Alinea>{b.weergave === 'werk' ? t.uitlegWerk : t.uitleg}</Alinea>
      </KnopGroep>
      <Vragen b={b} v={v} />
      {doc ? (
        <>
          <KnopGroep>
            <KnopLink href={`${b.naar('/verslag.pdf')}${zoekdeel(v)}`}>{t.pdf}</KnopLink>
            <KnopLink href={`${b.naar('/verslag.docx')}${zoekdeel(v)}`}>{t.docx}</KnopLink>
          </KnopGroep>
          <DocumentOpScherm doc={doc} />
        </>
      ) : null}
    </>,
  );
}

interface Bestandsvorm {
  extensie: 'pdf' | 'docx';
  type: string;
  maak(doc: Document): Promise<Uint8Array>;
}

/** Every file form of the letter. */
const VORMEN: readonly Bestandsvorm[] = [
  { extensie: 'pdf', type: 'application/pdf', maak: maakPdf },
  {
    extensie: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    maak: maakDocx,
  },
];

async function bestand(b: Blad, vorm: Bestandsvorm, cijfersVoor: CijfersVoor | undefined): Promise<Response> {
  const v = leesVraag(b);
  const doc = await brief(b, v, cijfersVoor);
  // A question that cannot be answered goes back to the page, which says what is wrong.
  if (!doc || !v.periode) return b.c.redirect(`${b.naar('/verslag')}${zoekdeel(v)}`, 303);
  const naam = `voortgang-${b.regio}-${maand(v.periode.van)}-${maand(v.periode.tot)}.${vorm.extensie}`;
  return new Response(new Uint8Array(await vorm.maak(doc)), {
    headers: { 'content-type': vorm.type, 'content-disposition': `attachment; filename="${naam}"` },
  });
}

/** The letter as a file, below the pages of one view. */
export function registreerVerslag(
  app: App,
  voor: string,
  weergave: Weergave,
  cijfersVoor: CijfersVoor | undefined,
): void {
  for (const vorm of VORMEN) {
    app.get(`${voor}/verslag.${vorm.extensie}`, c =>
      metBlad(c, weergave, b => bestand(b, vorm, cijfersVoor)),
    );
  }
}
