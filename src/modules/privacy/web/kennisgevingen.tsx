import { formatDagKort } from '#kern/datum/index.ts';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Details,
  Formulier,
  KeuzeVeld,
  Knop,
  LegeStaat,
  Link,
  Tabel,
  type VeldFout,
} from '#platform/ui/index.ts';
import {
  handelKennisgevingAf,
  type Kennisgeving,
  listKennisgevingen,
  stelUit,
} from '../usecases/kennisgeving.ts';
import { alsAangemeld, alsFouten, isId, leesVorm, nietHier, pagina } from './kader.tsx';
import { teksten } from './teksten.ts';

const t = teksten.kennisgevingen;

const Doen = ({ k, csrf, nr }: { k: Kennisgeving; csrf: string; nr: number }) => (
  <>
    <Formulier actie={`/privacy/kennisgevingen/${k.id}/gedaan`} csrf={csrf} naam={`${t.gedaan} ${nr}`}>
      <Knop soort="bij">{t.gedaan}</Knop>
    </Formulier>
    <Details titel={t.stelUit}>
      <Formulier actie={`/privacy/kennisgevingen/${k.id}/uitstel`} csrf={csrf} naam={`${t.stelUit} ${nr}`}>
        <DatumVeld naam="tot" id={`tot-${nr}`} label={t.tot} waarde={formatDagKort(k.stand.uitstelTot)} />
        <KeuzeVeld
          naam="reden"
          id={`reden-${nr}`}
          label={t.reden}
          opties={Object.entries(t.redenen).map(([waarde, naam]) => ({ waarde, naam }))}
        />
        <Knop soort="bij">{t.stelUit}</Knop>
      </Formulier>
    </Details>
  </>
);

async function toonKennisgevingen(c: Ctx, fouten: VeldFout[] = []): Promise<Response> {
  const lijst = await alsLezer(c, tx => listKennisgevingen(tx, c.get('vandaag')));
  const gelukt = { gedaan: t.afgehandeld, uitstel: t.uitstelGegeven }[c.req.query('na') ?? ''];
  const stand = (k: Kennisgeving) =>
    [k.stand.teLaat ? t.teLaat : t.opTijd, k.uitstellen.length > 0 ? t.uitgesteld(k.uitstellen.length) : '']
      .filter(Boolean)
      .join(', ');
  return pagina(
    c,
    { titel: t.titel, fouten: fouten.map(f => ({ tekst: f.tekst })), ...(gelukt ? { gelukt } : {}) },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {lijst.length === 0 ? (
        <LegeStaat titel={t.geen} />
      ) : (
        <Tabel
          bijschrift={t.bijschrift}
          kolommen={[
            { naam: t.kolommen.dossier, rijkop: true },
            { naam: t.kolommen.vastgelegd },
            { naam: t.kolommen.uiterlijk },
            { naam: t.kolommen.stand },
            { naam: t.kolommen.doe },
          ]}
          rijen={lijst.map((k, i) => [
            k.eigen ? <Link href={`/casus/${k.dossier}`}>{t.openDossier}</Link> : t.geenToegang,
            formatDagKort(k.vastgelegdOp),
            formatDagKort(k.stand.uiterlijk),
            stand(k),
            k.eigen ? <Doen k={k} csrf={c.get('csrf')} nr={i + 1} /> : null,
          ])}
        />
      )}
    </>,
  );
}

function klaar(c: Ctx, id: string, r: Result<true, Weigering>, na: string): Response | Promise<Response> {
  if (r.ok) return c.redirect(`/privacy/kennisgevingen?na=${na}`, 303);
  if (r.weigering.code === 'niet_gevonden') return nietHier(c, 'kennisgeving', id);
  return toonKennisgevingen(c, alsFouten(r.weigering));
}

/** The clock of notice: what must be told to whom, and until when. */
export function registreerKennisgevingen(app: App): void {
  app.get('/privacy/kennisgevingen', c => alsAangemeld(c, () => toonKennisgevingen(c)));
  app.post('/privacy/kennisgevingen/:id/gedaan', c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id');
      if (!isId(id)) return nietHier(c, 'kennisgeving', id);
      return klaar(c, id, await alsLezer(c, tx => handelKennisgevingAf(tx, id, 'gedaan')), 'gedaan');
    }),
  );
  app.post('/privacy/kennisgevingen/:id/uitstel', c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id');
      if (!isId(id)) return nietHier(c, 'kennisgeving', id);
      const { een } = await leesVorm(c);
      const i = { tot: een('tot'), reden: een('reden') };
      return klaar(c, id, await alsLezer(c, tx => stelUit(tx, id, i, c.get('vandaag'))), 'uitstel');
    }),
  );
}
