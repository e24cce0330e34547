import { toegestaneHandelingen } from '#kern/toestand/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { alsLezer, type Ctx, nietGevondenPagina, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  DocumentOpScherm,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  Lijst,
  Link,
  Melding,
  TekstGebied,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import {
  type Documenthandeling,
  type Documentrol,
  documenttabel,
  OPSTELLERS,
} from '../../domain/document.ts';
import type { Regio } from '../../domain/plaats.ts';
import { doeDocument } from '../../usecases/documenten.ts';
import { type Documentstof, leesDocumentstof, type Opgesteld } from '../../usecases/documentstof.ts';
import { isUit, listDocumenten } from '../../usecases/lees-document.ts';
import { opstellerVan } from '../documentadres.ts';
import { paden } from '../paths.ts';
import { dagVan } from '../publicatie-uitvoer.ts';
import { documentteksten } from '../teksten-document.ts';
import { documentwerk as t } from '../teksten-documentwerk.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';
import {
  bewaarUit,
  bronnenVan,
  type Conceptstaat,
  Documentvelden,
  isGewijzigd,
  type Keuzebron,
  Naast,
} from './document-velden.tsx';
import { werklijstPagina } from './werklijst.tsx';

const KRUIMELS = [
  { naam: werk.datalab, href: paden.datalab() },
  { naam: t.titel, href: paden.documentwerk() },
];

/** All documents of the regions for which this reader works, drafts first. */
export function documentwerkPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  return werklijstPagina(c, regios, {
    teksten: t,
    naamkolom: documentteksten.nl.titel,
    nieuw: paden.nieuwDocument(),
    lees: async (tx, regio) =>
      (await listDocumenten(tx, regio)).map(d => ({
        titel: d.titel,
        adres: paden.conceptdocument(d.id),
        stand: t.toestanden[d.toestand],
        sinds: d.vastgesteld,
      })),
  });
}

function rollenIn(c: Ctx, regio: string): Documentrol[] {
  return lidmaatschappen(c).flatMap(l => {
    const rol = OPSTELLERS.find(r => r === l.rol);
    return l.regio === regio && rol ? [rol] : [];
  });
}

/** A release in the document was withdrawn: said before everything else. */
const Publicatiestand = ({ stof }: { stof: Documentstof }) => {
  const weg = stof.gekozen.filter(p => p.ingetrokken !== null);
  if (weg.length === 0) return null;
  const titels = weg.map(p => p.titel).join(', ');
  return (
    <Melding soort="waarschuwing" titel={t.wegMelding}>
      {stof.document.toestand === 'concept' ? t.wegConcept(titels) : t.wegVast(titels)}
    </Melding>
  );
};

const Handeling = (props: { c: Ctx; stof: Documentstof; doe: Documenthandeling }) => {
  const { c, stof, doe } = props;
  const d = stof.document;
  return (
    <Formulier actie={paden.conceptdocument(d.id)} csrf={c.get('csrf')} naam={t.doen[doe]}>
      <VerborgenVeld naam="versie" waarde={String(d.versie)} />
      {doe === 'trek_in' ? (
        <TekstGebied naam="reden" label={t.reden} uitleg={t.redenUitleg} rijen={3} />
      ) : null}
      <KnopGroep>
        <Knop naam="doe" waarde={doe} soort="gevaar">
          {t.doen[doe]}
        </Knop>
      </KnopGroep>
    </Formulier>
  );
};

const handelingenVan = (c: Ctx, stof: Documentstof): Documenthandeling[] =>
  toegestaneHandelingen(documenttabel, stof.document.toestand, rollenIn(c, stof.document.regio));

interface Beeld {
  c: Ctx;
  stof: Documentstof;
  opgesteld: Opgesteld;
  staat: Conceptstaat;
  bronnen: readonly Keuzebron[];
}

/** The fields, how it will read, and fixing it, in one form: what was typed is never lost by another button. */
const Concept = ({ c, stof, opgesteld, staat, bronnen }: Beeld) => (
  <>
    <Naast stof={stof} staat={staat} />
    <Formulier actie={paden.conceptdocument(stof.document.id)} csrf={c.get('csrf')} naam={t.tekstKop}>
      <Documentvelden stof={stof} staat={staat} bronnen={bronnen} />
      <Kop2>{t.beeldKop}</Kop2>
      <DocumentOpScherm doc={opgesteld.document} />
      <Kop2>{t.vastKop}</Kop2>
      {handelingenVan(c, stof).includes('stel_vast') ? (
        <>
          <Alinea>{t.vastUitleg}</Alinea>
          <KnopGroep>
            <Knop naam="doe" waarde="stel_vast">
              {t.doen.stel_vast}
            </Knop>
          </KnopGroep>
        </>
      ) : (
        <Alinea>{t.alleenVaststellers}</Alinea>
      )}
    </Formulier>
  </>
);

const Inhoud = (b: Beeld) => {
  const { c, stof, staat } = b;
  const d = stof.document;
  return (
    <>
      <Kop1>{d.titel}</Kop1>
      <Alinea soort="inleiding">
        {t.toestanden[d.toestand]}
        {d.vastgesteld ? `, ${dagVan(d.vastgesteld, 'nl')}` : ''}
      </Alinea>
      {staat.bewaard ? <Melding soort="gelukt" titel={t.bewaard[staat.bewaard]} /> : null}
      <Publicatiestand stof={stof} />
      {isUit(d) ? (
        <Alinea>
          <Link href={paden.document(d.regio, d.code)}>{t.bekijk}</Link>
        </Alinea>
      ) : null}
      {d.toestand === 'concept' ? (
        <Concept {...b} />
      ) : (
        <Lijst
          items={stof.gekozen.map(p => <Link href={paden.publicatie(d.regio, p.code)}>{p.titel}</Link>)}
        />
      )}
      {handelingenVan(c, stof)
        .filter(doe => doe !== 'stel_vast')
        .map(doe => (
          <Handeling c={c} stof={stof} doe={doe} />
        ))}
    </>
  );
};

async function toonWerk(c: Ctx, stof: Documentstof, staat: Conceptstaat): Promise<Response> {
  const d = stof.document;
  const fout = staat.fouten.length > 0;
  const bronnen = d.toestand === 'concept' ? await bronnenVan(c, stof) : [];
  return toon(
    c,
    {
      titel: `${fout ? `${t.foutTitel} ` : ''}${d.titel}`,
      kruimels: [...KRUIMELS, { naam: d.titel }],
      thema: d.regio,
      status: fout ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={[...staat.fouten]} />
      <Inhoud c={c} stof={stof} opgesteld={opstellerVan(c)(stof, null)} staat={staat} bronnen={bronnen} />
    </>,
  );
}

const LEEG: Conceptstaat = { bewaard: null, fouten: [], ingevuld: null };

/** One document for who works on it: its fields, how it will read, what may be done. */
export async function documentWerkPagina(c: Ctx): Promise<Response> {
  const stof = await alsLezer(c, tx => leesDocumentstof(tx, c.req.param('id') ?? ''));
  if (!stof) return nietGevondenPagina(c);
  const gevraagd = c.req.query('bewaard');
  const bewaard = gevraagd === 'ja' || gevraagd === 'nalezen' ? gevraagd : null;
  return toonWerk(c, stof, { ...LEEG, bewaard });
}

const alsFouten = (velden: Readonly<Record<string, string>>): VeldFout[] =>
  Object.entries(velden).map(([veld, tekst]) => ({ veld, tekst }));

async function doe(
  c: Ctx,
  stof: Documentstof,
  handeling: Documenthandeling,
  v: { versie: number; reden: string },
): Promise<Response> {
  const { id, regio } = stof.document;
  const vraag = { id, handeling, ...v, rollen: rollenIn(c, regio) };
  const uit = await alsLezer(c, tx => doeDocument(tx, vraag, inlezerVoor(c, regio), opstellerVan(c)));
  if (uit.ok) return c.redirect(paden.conceptdocument(id), 303);
  const { code, melding, velden } = uit.weigering;
  if (code === 'niet_gevonden') return nietGevondenPagina(c);
  const fouten = velden ? alsFouten(velden) : [{ tekst: melding ?? t.verouderd }];
  const nu = await alsLezer(c, tx => leesDocumentstof(tx, id));
  return toonWerk(c, nu ?? stof, { ...LEEG, fouten });
}

/** Keeps the draft, or does what the button says. */
export async function documentDoen(c: Ctx): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const stof = await alsLezer(c, tx => leesDocumentstof(tx, id));
  if (!stof) return nietGevondenPagina(c);
  const velden = schoneVelden(await c.req.parseBody({ all: true }));
  const tekst = (naam: string) => (typeof velden[naam] === 'string' ? velden[naam] : '');
  const gevraagd = (Object.keys(t.doen) as Documenthandeling[]).find(h => h === tekst('doe'));
  const isConcept = stof.document.toestand === 'concept';
  const versie = Number(tekst('versie'));
  // Who fixes has read what is fixed: what is new is kept first, and shown.
  const eerst = gevraagd === 'stel_vast' && isConcept && isGewijzigd(stof, velden);
  if (gevraagd && !eerst) return doe(c, stof, gevraagd, { versie, reden: tekst('reden') });
  if (!isConcept || (tekst('doe') !== 'bewaar' && !eerst)) return toonWerk(c, stof, LEEG);
  const staat = await bewaarUit(c, stof, velden, versie);
  if (staat === null)
    return c.redirect(`${paden.conceptdocument(id)}?bewaard=${eerst ? 'nalezen' : 'ja'}`, 303);
  return toonWerk(c, (await alsLezer(c, tx => leesDocumentstof(tx, id))) ?? stof, staat);
}
