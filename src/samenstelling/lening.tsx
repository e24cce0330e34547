import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  inTaal,
  leesBeelden,
  listGemeenten,
  listRegios,
  oordeelZin,
  overgenomenZin,
  paden,
  zoekPublicaties,
} from '#modules/datalab/index.ts';
import { zoek as zoekHulpaanbod } from '#modules/hulpaanbod/index.ts';
import { deel as hulpaanboddeel } from '#modules/hulpaanbod/module.ts';
import type { AnderDeel } from '#modules/programma/index.ts';
import type { ProgrammaLeen } from '#modules/programma/module.ts';
import { zoek as zoekZelfscan } from '#modules/zelfscan/index.ts';
import { deel as zelfscandeel } from '#modules/zelfscan/module.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import { type Databank, metActor, PUBLIEK } from '#platform/db/index.ts';
import { adres, alsLezer, type Ctx } from '#platform/http/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import { Alinea, Lijst, Link } from '#platform/ui/index.ts';

import { cijfersVoor } from './cijferblokken.ts';

/** Parts of the programme file that other rooms keep. */
export const delen: readonly AnderDeel[] = [hulpaanboddeel, zelfscandeel];

interface Koppelingen {
  koppelingen: Record<string, Record<string, string[]>>;
}

/** Which figures fill which indicators of a programme: our own link, kept apart from the sources. */
function leesKoppelingen(): Koppelingen['koppelingen'] {
  const pad = path.join(WORTEL, 'gegevens/programma/eigen/indicatorkoppelingen.json');
  return (JSON.parse(readFileSync(pad, 'utf8')) as Koppelingen).koppelingen;
}

interface Keuze {
  regio: string;
  /** Codes of indicators; left out, those on which something can be said. */
  codes?: readonly string[];
  hoogstens: number;
}

/** Sentences on what the figures of a region allow to be said, each linked to its page. */
async function zinnen(c: Ctx, k: Keuze) {
  const taal = c.get('taal');
  const beelden = await alsLezer(c, tx =>
    leesBeelden(tx, { regio: k.regio, grenzen: 'bron', vandaag: c.get('vandaag') }),
  );
  const keus = beelden.filter(b =>
    k.codes ? k.codes.includes(b.indicator.code) : b.regio?.verandering?.oordeel.oordeel === 'signaal',
  );
  const gekozen = keus.slice(0, k.hoogstens);
  const gebruikt = gekozen.flatMap(b => {
    const v = (b.regio ?? b.gemeenten[0])?.verandering;
    return v ? [v.voor, v.na] : [];
  });
  const items = gekozen.map(b => (
    <>
      <Link href={adres(c, paden.indicator(k.regio, b.indicator.code))}>
        {inTaal(b.indicator.naam, taal)}
      </Link>
      {': '}
      {oordeelZin((b.regio ?? b.gemeenten[0])?.verandering ?? null, true, taal)}
    </>
  ));
  if (items.length === 0) return [];
  const merk = overgenomenZin(gebruikt, taal);
  return [<Lijst items={items} />, ...(merk ? [<Alinea soort="klein">{merk}</Alinea>] : [])];
}

/** What the rooms of figures, help on offer and self-scan lend to the pages of the programme. */
export async function maakLening(db: Databank, klok: Klok): Promise<ProgrammaLeen> {
  const gemeenten = await metActor(db, PUBLIEK, klok.vandaag(), tx => listGemeenten(tx));
  const slugs = new Map(gemeenten.map(g => [g.code, g.slug]));
  const koppelingen = leesKoppelingen();
  return {
    delen,
    zoekers: [{ zoek: zoekPublicaties }, { zoek: zoekHulpaanbod }, { zoek: zoekZelfscan }],
    cijfersVoor,
    gemeenteSlug: code => slugs.get(code) ?? null,
    cijferPaneel: (c, regio) => zinnen(c, { regio, hoogstens: 3 }),
    actieCijfers: async (c, regio, indicatoren) => {
      const codes = indicatoren.flatMap(i => [...(koppelingen[regio]?.[i.code] ?? []), ...i.datalab]);
      if (codes.length === 0) return [];
      return zinnen(c, { regio, codes, hoogstens: 6 });
    },
  };
}

/** Regions with the municipalities that exist today and the subregions of more than one of them, by name: to choose from where roles are given. */
export async function listGebieden(db: Databank, klok: Klok) {
  const dag = klok.vandaag().toString();
  return metActor(db, PUBLIEK, klok.vandaag(), tx =>
    Promise.all(
      listRegios().map(async r => {
        const gemeenten = await listGemeenten(tx, r.id);
        const nu = gemeenten.filter(
          g => (g.geldigVanaf ?? '') <= dag && (g.geldigTot === null || g.geldigTot > dag),
        );
        const plaats = (g: (typeof nu)[number]) => ({ code: g.code, naam: g.naam });
        const namen = [...new Set(nu.flatMap(g => g.subregio ?? []))].sort((a, b) =>
          a.localeCompare(b, 'nl'),
        );
        const subregios = namen
          .map(naam => ({ naam, gemeenten: nu.filter(g => g.subregio === naam).map(plaats) }))
          .filter(s => s.gemeenten.length > 1);
        return { regio: r.id, naam: r.naam, gemeenten: nu.map(plaats), subregios };
      }),
    ),
  );
}
