import type { Transactie } from '#platform/db/index.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type Regiovergelijking, vergelijkRegios } from '../domain/regiovergelijking.ts';
import { leesBeeldstof } from './beeldstof.ts';
import { listRegios } from './gegevensbestanden.ts';

/** Every indicator of which a rate per inhabitant means something, with the regions beside each other. */
export async function leesRegiovergelijkingen(
  tx: Transactie,
  vandaag: Temporal.PlainDate,
): Promise<Regiovergelijking[]> {
  const delen: {
    regio: ReturnType<typeof listRegios>[number];
    stof: Awaited<ReturnType<typeof leesBeeldstof>>;
  }[] = [];
  for (const regio of listRegios()) delen.push({ regio, stof: await leesBeeldstof(tx, regio.id) });
  const indicatoren: readonly Indicator[] = delen[0]?.stof.indicatoren ?? [];
  const keuze = { grenzen: 'bron', dag: vandaag.toString() } as const;
  return indicatoren
    .filter(i => i.telling && i.perDuizend)
    .map(i =>
      vergelijkRegios(
        i,
        delen.map(({ regio, stof }) => ({
          regio,
          beeld: stof.beelden({ ...keuze, indicator: i.code })[0] ?? null,
        })),
      ),
    );
}
