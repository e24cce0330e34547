import type { Child } from 'hono/jsx';
import { formatDagKort } from '#kern/datum/index.ts';
import { alsLezer, type Ctx } from '#platform/http/index.ts';
import { Kop2, Link, Tabel } from '#platform/ui/index.ts';
import { beginKennisgeving, type Kennisgeving, listKennisgevingenVan } from '../usecases/kennisgeving.ts';
import { isId } from './kader.tsx';
import { teksten } from './teksten.ts';

const t = teksten.kennisgevingen;

/** How a notice stands: in time or late, and how often it was postponed. */
export const toonStand = (k: Kennisgeving): string =>
  [k.stand.teLaat ? t.teLaat : t.opTijd, k.uitstellen.length > 0 ? t.uitgesteld(k.uitstellen.length) : '']
    .filter(Boolean)
    .join(', ');

/** On the page of a file: who must still hear that the file is about him, and until when; only for who works in it. */
async function kennisgevingpaneel(
  c: Ctx,
  dossier: string,
  naam: (betrokkene: string) => string,
): Promise<Child | null> {
  if (!isId(dossier)) return null;
  const lijst = await alsLezer(c, tx => listKennisgevingenVan(tx, dossier, c.get('vandaag')));
  if (lijst.length === 0) return null;
  return (
    <>
      <Kop2 id="kennisgevingen">{t.titel}</Kop2>
      <Tabel
        bijschrift={t.bijschrift}
        bijschriftVerborgen
        kolommen={[
          { naam: t.kolommen.wie, rijkop: true },
          { naam: t.kolommen.uiterlijk },
          { naam: t.kolommen.stand },
        ]}
        rijen={lijst.map(k => [naam(k.betrokkene), formatDagKort(k.stand.uiterlijk), toonStand(k)])}
      />
      <Link href="/privacy/kennisgevingen">{t.handelAf}</Link>
    </>
  );
}

/** What this room lends to those that record data of people. */
export const kennisgevinglening = { beginKennisgeving, kennisgevingpaneel };
