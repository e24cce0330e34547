import { bevindingTekst } from '#kern/controle/index.ts';
import { formatDagKort } from '#kern/datum/index.ts';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import {
  CONTACTTEKSTEN,
  listPersonenVanDossiers,
  type Verzendoordeel,
  volleNaam,
} from '#modules/gezin/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
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
  VinkVeld,
} from '#platform/ui/index.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import {
  handelKennisgevingAf,
  type Kennisgeving,
  listKennisgevingen,
  stelUit,
} from '../usecases/kennisgeving.ts';
import { alsAangemeld, alsFouten, isId, leesVorm, nietHier, pagina } from './kader.tsx';
import { toonStand } from './kennisgevingpaneel.tsx';
import { teksten } from './teksten.ts';

const t = teksten.kennisgevingen;

/** A form that came back: of which notice, how it was to be given, and what the room of persons says of that. */
interface Terug {
  id: string;
  wijze: string;
  fouten: VeldFout[];
  bevindingen: Verzendoordeel['bevindingen'];
  /** May a named human decide on these? */
  teBeslissen: boolean;
}

const Gedaan = ({
  k,
  csrf,
  nr,
  terug,
}: {
  k: Kennisgeving;
  csrf: string;
  nr: number;
  terug: Terug | null;
}) => {
  const fout = terug?.fouten.find(f => f.veld === `wijze-${nr}`)?.tekst;
  return (
    <Details titel={t.gedaan} open={terug !== null}>
      <Formulier actie={`/privacy/kennisgevingen/${k.id}/gedaan`} csrf={csrf} naam={`${t.gedaan} ${nr}`}>
        <KeuzeVeld
          naam="wijze"
          id={`veld-wijze-${nr}`}
          label={t.wijze}
          waarde={terug?.wijze ?? ''}
          opties={Object.entries(t.wijzen).map(([waarde, naam]) => ({ waarde, naam }))}
          {...(fout ? { fout } : {})}
        />
        {terug?.teBeslissen
          ? terug.bevindingen.map(b => (
              <VinkVeld
                naam="bevestigd"
                id={`bevestigd-${nr}-${b.code}`}
                waarde={b.code}
                label={t.bevestig}
                uitleg={bevindingTekst(b, CONTACTTEKSTEN)}
              />
            ))
          : null}
        <Knop soort="bij">{t.gedaan}</Knop>
      </Formulier>
    </Details>
  );
};

const Doen = (p: { k: Kennisgeving; csrf: string; nr: number; terug: Terug | null }) => (
  <>
    <Gedaan {...p} />
    <Details titel={t.stelUit}>
      <Formulier
        actie={`/privacy/kennisgevingen/${p.k.id}/uitstel`}
        csrf={p.csrf}
        naam={`${t.stelUit} ${p.nr}`}
      >
        <DatumVeld naam="tot" id={`tot-${p.nr}`} label={t.tot} waarde={formatDagKort(p.k.stand.uitstelTot)} />
        <KeuzeVeld
          naam="reden"
          id={`reden-${p.nr}`}
          label={t.reden}
          opties={Object.entries(t.redenen).map(([waarde, naam]) => ({ waarde, naam }))}
        />
        <Knop soort="bij">{t.stelUit}</Knop>
      </Formulier>
    </Details>
  </>
);

/** Whom a notice is for, by name, in the files in which the reader works; elsewhere he learns no name. */
async function namenVan(tx: Transactie, kluis: Kluis, lijst: readonly Kennisgeving[]) {
  const eigen = [...new Set(lijst.filter(k => k.eigen).map(k => k.dossier))];
  const personen = [...(await listPersonenVanDossiers(tx, kluis, eigen)).values()].flat();
  const namen = new Map(personen.map(p => [p.id, volleNaam(p.gegevens)]));
  return (k: Kennisgeving) => (k.eigen ? namen.get(k.betrokkene) || t.zonderNaam : t.geenToegang);
}

interface Lijststof {
  lijst: readonly Kennisgeving[];
  naam: (k: Kennisgeving) => string;
  csrf: string;
  terug: Terug | null;
}

const Lijst = (p: Lijststof) => (
  <Tabel
    bijschrift={t.bijschrift}
    kolommen={[
      { naam: t.kolommen.wie, rijkop: true },
      { naam: t.kolommen.dossier },
      { naam: t.kolommen.vastgelegd },
      { naam: t.kolommen.uiterlijk },
      { naam: t.kolommen.stand },
      { naam: t.kolommen.doe },
    ]}
    rijen={p.lijst.map((k, i) => [
      p.naam(k),
      k.eigen ? <Link href={`/casus/${k.dossier}`}>{t.openDossier}</Link> : t.geenToegang,
      formatDagKort(k.vastgelegdOp),
      formatDagKort(k.stand.uiterlijk),
      toonStand(k),
      k.eigen ? <Doen k={k} csrf={p.csrf} nr={i + 1} terug={p.terug?.id === k.id ? p.terug : null} /> : null,
    ])}
  />
);

async function toonKennisgevingen(
  c: Ctx,
  kluis: Kluis,
  fouten: VeldFout[] = [],
  terug: Omit<Terug, 'fouten'> | null = null,
): Promise<Response> {
  const { lijst, naam } = await alsLezer(c, async tx => {
    const gevonden = await listKennisgevingen(tx, c.get('vandaag'));
    return { lijst: gevonden, naam: await namenVan(tx, kluis, gevonden) };
  });
  const nr = lijst.findIndex(k => k.id === terug?.id) + 1;
  const metVeld = fouten.map(f => (nr > 0 ? { ...f, veld: `wijze-${nr}` } : { tekst: f.tekst }));
  const gelukt = { gedaan: t.afgehandeld, uitstel: t.uitstelGegeven }[c.req.query('na') ?? ''];
  return pagina(
    c,
    { titel: t.titel, fouten: metVeld, ...(gelukt ? { gelukt } : {}) },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {lijst.length === 0 ? (
        <LegeStaat titel={t.geen} />
      ) : (
        <Lijst
          lijst={lijst}
          naam={naam}
          csrf={c.get('csrf')}
          terug={terug && { ...terug, fouten: metVeld }}
        />
      )}
    </>,
  );
}

function klaar(
  c: Ctx,
  kluis: Kluis,
  id: string,
  r: Result<true, Weigering>,
  na: string,
): Response | Promise<Response> {
  if (r.ok) return c.redirect(`/privacy/kennisgevingen?na=${na}`, 303);
  if (r.weigering.code === 'niet_gevonden') return nietHier(c, 'kennisgeving', id);
  return toonKennisgevingen(c, kluis, alsFouten(r.weigering));
}

/** The notice was given; or back to its form with what is against the way in which. */
async function meldGedaan(c: Ctx, kluis: Kluis, id: string): Promise<Response> {
  const { een, alle } = await leesVorm(c);
  const wijze = een('wijze');
  const door = c.get('gebruiker')?.id ?? '';
  const a = { stand: 'gedaan', wijze, door, bevestigd: alle('bevestigd') } as const;
  const r = await alsLezer(c, tx => handelKennisgevingAf(tx, kluis, id, a));
  if (r.ok || r.weigering.code === 'niet_gevonden') return klaar(c, kluis, id, r, 'gedaan');
  const { oordeel } = r.weigering;
  const bevindingen = oordeel?.bevindingen ?? [];
  const gevonden = bevindingen.map(b => ({ tekst: bevindingTekst(b, CONTACTTEKSTEN) }));
  const fouten = [...alsFouten(r.weigering), ...gevonden];
  const teBeslissen = oordeel?.stand === 'besluit_nodig';
  return toonKennisgevingen(c, kluis, fouten, { id, wijze, bevindingen, teBeslissen });
}

/** The clock of notice: what must be told to whom, and until when. */
export function registreerKennisgevingen(app: App, d: Privacydiensten): void {
  app.get('/privacy/kennisgevingen', c => alsAangemeld(c, () => toonKennisgevingen(c, d.kluis)));
  app.post('/privacy/kennisgevingen/:id/gedaan', c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id');
      return isId(id) ? meldGedaan(c, d.kluis, id) : nietHier(c, 'kennisgeving', id);
    }),
  );
  app.post('/privacy/kennisgevingen/:id/uitstel', c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id');
      if (!isId(id)) return nietHier(c, 'kennisgeving', id);
      const { een } = await leesVorm(c);
      const i = { tot: een('tot'), reden: een('reden') };
      return klaar(c, d.kluis, id, await alsLezer(c, tx => stelUit(tx, id, i, c.get('vandaag'))), 'uitstel');
    }),
  );
}
