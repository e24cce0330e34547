import { formatDag, parseDag } from '#kern/datum/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import { Alinea, LegeStaat, Tabel } from '#platform/ui/index.ts';
import type { Leesdienst } from '../usecases/toezicht.ts';
import { leesZoekblad, type Zoekregel } from '../usecases/zoekactie.ts';
import { bewaakDossierpaginas, heeftEen, toonDossierpagina, weigerDossier } from './dossierkader.tsx';
import { toonTijdstip } from './opmaak.ts';
import { dossierteksten } from './teksten-dossiers.ts';

const t = dossierteksten.zoekactie;
const PAD = '/toegang/zoekacties';
const DAGEN = 31;

function toonDag(iso: string): string {
  const dag = parseDag(iso);
  return dag.ok ? formatDag(dag.waarde) : iso;
}

const Regels = ({ regels }: { regels: readonly Zoekregel[] }) => (
  <Tabel
    bijschrift={t.titel}
    bijschriftVerborgen
    kolommen={[
      { naam: t.dag, rijkop: true },
      { naam: dossierteksten.wie },
      { naam: t.weg },
      { naam: t.aantal, getal: true },
      { naam: t.eerste },
      { naam: t.laatste },
    ]}
    rijen={regels.map(r => [
      toonDag(r.dag),
      r.naam,
      t.wegen[r.soort],
      String(r.aantal),
      toonTijdstip(r.eerste),
      toonTijdstip(r.laatste),
    ])}
  />
);

async function pagina(d: Leesdienst, c: Ctx): Promise<Response> {
  if (!heeftEen(c, ['privacyfunctionaris'])) {
    return weigerDossier(c, { handeling: 'lijst', soort: 'zoekactie', object: null });
  }
  const regels = await alsLezer(c, tx => leesZoekblad(tx, d.kluis, DAGEN));
  return toonDossierpagina(
    c,
    { titel: t.titel, fouten: [] },
    <>
      <Alinea>{t.inleiding(DAGEN)}</Alinea>
      {regels.length === 0 ? <LegeStaat titel={t.leeg} /> : <Regels regels={regels} />}
    </>,
  );
}

/** What people of the own organisation searched without a relation, for the privacy officer to review. */
export function registreerZoekacties(app: App, d: Leesdienst): void {
  bewaakDossierpaginas(app, PAD);
  app.get(PAD, c => pagina(d, c));
}
