import type { Vondst, Zoekvraag } from '#modules/programma/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listOpgeslagen } from '../db/opslag.ts';
import { heeftZelfscan, past } from '../domain/zelfscan.ts';

/** Scans in which every word of the question stands, as far as this reader may read them. */
export async function zoek(tx: Transactie, vraag: Zoekvraag): Promise<Vondst[]> {
  return (await listOpgeslagen(tx, vraag.regio, vraag.weergave)).flatMap(({ regio, inhoud }) =>
    heeftZelfscan(inhoud) && past(inhoud, vraag.woorden)
      ? [
          {
            regio,
            soort: { naam: 'Zelfscan' },
            titel: inhoud.titel ?? 'Zelfscan',
            pad: '/zelfscan',
            fragment: inhoud.doel ? [{ tekst: inhoud.doel, raak: false }] : [],
          },
        ]
      : [],
  );
}
