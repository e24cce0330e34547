import { type Document, maakDocx, maakPdf } from '#platform/documenten/index.ts';
import { adres, alsLezer, type Ctx, probleem, toon } from '#platform/http/index.ts';
import {
  Alinea,
  DocumentOpScherm,
  KnopGroep,
  KnopLink,
  Kop1,
  LegeStaat,
  Lijst,
  Link,
  Melding,
  type Taal,
  Tabel,
} from '#platform/ui/index.ts';
import type { Documentpublicatie, Regiodocument } from '../../domain/document.ts';
import type { Regio } from '../../domain/plaats.ts';
import {
  type Documentregel,
  leesVastDocument,
  listVasteDocumenten,
  type VastDocument,
} from '../../usecases/lees-document.ts';
import { paden } from '../paths.ts';
import { dagVan } from '../publicatie-uitvoer.ts';
import { documentteksten } from '../teksten-document.ts';
import { onbekend } from '../vraag.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { kruimels } from './onderdelen.tsx';

const teksten = (c: Ctx) => documentteksten[c.get('taal')];

/** How a document stands for a reader: a withdrawn release in it takes its text away as well. */
const standVan = (d: Regiodocument, publicaties: Documentregel['publicaties']) => {
  if (d.toestand === 'ingetrokken') return 'ingetrokken';
  return publicaties.some(p => p.ingetrokken) ? 'stil' : 'vastgesteld';
};

const Overzicht = (props: { c: Ctx; regio: Regio; lijst: readonly Documentregel[] }) => {
  const { c, regio, lijst } = props;
  const t = teksten(c);
  const taal = c.get('taal');
  return lijst.length === 0 ? (
    <LegeStaat titel={t.lijstGeen}>
      <Link href={adres(c, paden.publicaties(regio.id))}>{t.lijstGeenUitleg}</Link>
    </LegeStaat>
  ) : (
    <Tabel
      bijschrift={t.lijstBijschrift}
      kolommen={[{ naam: t.titel, rijkop: true }, { naam: t.soort }, { naam: t.wanneer }, { naam: t.stand }]}
      rijen={lijst.map(({ document: d, publicaties }) => [
        <Link href={adres(c, paden.document(regio.id, d.code))} taal={d.taal === taal ? undefined : d.taal}>
          {d.titel}
        </Link>,
        t.soorten[d.soort],
        dagVan(d.vastgesteld, taal),
        t.standen[standVan(d, publicaties)],
      ])}
    />
  );
};

/** The documents of a region: fixed, and withdrawn with their record. */
export async function documentenPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const lijst = await alsLezer(c, tx => listVasteDocumenten(tx, [regio.id]));
  return toon(
    c,
    {
      titel: t.documenten,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: t.documenten }),
      thema: regio.id,
    },
    <>
      <Kop1>{t.lijstTitel(regio.naam)}</Kop1>
      <Alinea soort="inleiding">{t.lijstInleiding}</Alinea>
      <Overzicht c={c} regio={regio} lijst={lijst} />
    </>,
  );
}

const wegVan = (v: VastDocument): Documentpublicatie[] => v.publicaties.filter(p => p.ingetrokken !== null);

/** Why there is no text any more: the document was withdrawn, or a release in it. */
const Weg = ({ v, taal }: { v: VastDocument; taal: Taal }) => {
  const t = documentteksten[taal];
  const d = v.document;
  if (d.toestand === 'ingetrokken')
    return (
      <Melding soort="waarschuwing" titel={t.ingetrokken(dagVan(d.ingetrokken, taal))} taal={taal}>
        {t.ingetrokkenUitleg(d.redenIntrekking ?? '')}
      </Melding>
    );
  return (
    <Melding soort="waarschuwing" titel={t.bronIngetrokken} taal={taal}>
      <Alinea>{t.bronIngetrokkenUitleg}</Alinea>
      <Lijst
        items={wegVan(v).map(p => t.bronWeg(p.titel, dagVan(p.ingetrokken, taal), p.redenIntrekking ?? ''))}
      />
    </Melding>
  );
};

const VORMEN = ['pdf', 'docx'] as const;
type Vorm = (typeof VORMEN)[number];
const SOORTEN: Readonly<Record<Vorm, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

async function stuur(c: Ctx, doc: Document, code: string, vorm: Vorm): Promise<Response> {
  const inhoud = vorm === 'pdf' ? await maakPdf(doc) : await maakDocx(doc);
  return c.body(new Uint8Array(inhoud), 200, {
    'content-type': SOORTEN[vorm],
    'content-disposition': `attachment; filename="${code}.${vorm}"`,
  });
}

/** 'raadsbrief-2025.pdf' is a file of the document 'raadsbrief-2025'. */
function splits(blad: string): { code: string; vorm: Vorm | null } {
  const vorm = VORMEN.find(v => blad.endsWith(`.${v}`)) ?? null;
  return { code: vorm ? blad.slice(0, -vorm.length - 1) : blad, vorm };
}

const Tekst = ({ c, v, doc }: { c: Ctx; v: VastDocument; doc: Document }) => {
  const t = teksten(c);
  const pad = adres(c, paden.document(v.document.regio, v.document.code));
  return (
    <>
      <KnopGroep>
        {VORMEN.map(vorm => (
          <KnopLink href={`${pad}.${vorm}`}>{t.vormen[vorm]}</KnopLink>
        ))}
      </KnopGroep>
      <DocumentOpScherm doc={doc} />
      <Alinea soort="klein">{t.zegel(v.document.zegel.slice(0, 16))}</Alinea>
    </>
  );
};

/** One document, as page or as file. When a release in it was withdrawn, it says so and gives neither. */
export async function documentPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const taal = c.get('taal');
  const { code, vorm } = splits(c.req.param('blad') ?? '');
  const v = await alsLezer(c, tx => leesVastDocument(tx, regio.id, code));
  if (!v) return onbekend(c, t.onbekend, regio);
  const d = v.document;
  if (vorm && v.inhoud) return stuur(c, v.inhoud, d.code, vorm);
  if (vorm) {
    const zelf = d.toestand === 'ingetrokken';
    return probleem(
      c,
      410,
      zelf ? t.ingetrokken(dagVan(d.ingetrokken, taal)) : t.bronIngetrokken,
      zelf ? (d.redenIntrekking ?? '') : t.bronIngetrokkenUitleg,
    );
  }
  return toon(
    c,
    {
      titel: d.titel,
      kruimels: kruimels(
        c,
        regio,
        adresVanCijfers(c, regio),
        { naam: t.documenten, href: adres(c, paden.documenten(regio.id)) },
        { naam: d.titel },
      ),
      thema: regio.id,
      status: v.inhoud ? 200 : 410,
    },
    <>
      <Kop1>{d.titel}</Kop1>
      {v.inhoud ? <Tekst c={c} v={v} doc={v.inhoud} /> : <Weg v={v} taal={taal} />}
    </>,
  );
}
