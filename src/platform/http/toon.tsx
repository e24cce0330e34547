import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { formatTijd, formatTijdstip } from '#kern/datum/index.ts';
import { TIJDZONE } from '#platform/klok/index.ts';
import {
  type Aanmelding,
  type Kruimel,
  metAanmelding,
  Pagina,
  padIn,
  type Taal,
} from '#platform/ui/index.ts';
import type { Ctx } from './omgeving.ts';

export interface Toonwijze {
  /** Title without the site's name; never a person's name. */
  titel: string;
  kruimels?: Kruimel[];
  /** Id of the region whose colours the page wears. */
  thema?: string;
  status?: ContentfulStatusCode;
  /** Does the same page exist in the other language? Default: only below public addresses. */
  tweetalig?: boolean;
}

/** How long the reader stays signed in, as a page with a form tells him; null for the public. */
function aanmeldingVan(c: Ctx, taal: Taal): Aanmelding | null {
  const e = c.get('einde');
  if (!e) return null;
  const over = (t: Temporal.Instant) =>
    Math.floor((t.epochMilliseconds - c.get('nu').epochMilliseconds) / 1000);
  const tijd = (t: Temporal.Instant) => formatTijd(t.toZonedDateTimeISO(TIJDZONE).toPlainTime(), taal);
  const waarschuw = (t: Temporal.Instant) => Math.max(0, over(t) - e.waarschuw * 60);
  const langer = Temporal.Instant.compare(e.stilTot, e.hoogstensTot) < 0;
  return {
    taal,
    stil: langer
      ? {
          tijd: tijd(e.stilTot),
          minuten: e.stil,
          gewaarschuwd: e.stil - e.waarschuw,
          na: waarschuw(e.stilTot),
        }
      : null,
    hoogstens: { tijd: tijd(e.hoogstensTot), na: waarschuw(e.hoogstensTot) },
  };
}

/** Sends a page in the layout of the site. */
export async function toon(c: Ctx, wijze: Toonwijze, inhoud: Child): Promise<Response> {
  const d = c.get('diensten');
  const taal = c.get('taal');
  const pad = c.req.path;
  const kaal = taal === 'en' ? pad.replace(/^\/en(?=\/|$)/, '') || '/' : pad;
  const aanmelding = aanmeldingVan(c, taal);
  const binnen = await metAanmelding(aanmelding, inhoud);
  const html = (
    <Pagina
      titel={wijze.titel}
      {...(wijze.kruimels ? { kruimels: wijze.kruimels } : {})}
      omgeving={{
        taal,
        pad,
        andereTaalPad: wijze.tweetalig ? padIn(taal === 'nl' ? 'en' : 'nl', kaal) : null,
        gebruiker: c.get('gebruiker'),
        demo: d.demo,
        thema: wijze.thema ?? 'lange-adem',
        // Only where there is something to lose.
        aanmelding: binnen.includes('data-bewaak') ? aanmelding : null,
        druk: {
          oorsprong: d.instellingen.basisUrl ?? `http://${c.req.header('host') ?? ''}`,
          moment: formatTijdstip(c.get('nu'), taal),
        },
        csrf: c.get('csrf') ?? '',
        navigatie: d.navigatie(c),
        stijlPad: d.stijlPad,
        scriptPad: d.scriptPad,
      }}
    >
      {raw(binnen)}
    </Pagina>
  );
  return c.html(html, wijze.status ?? 200);
}

/** An address in the language of the request. */
export function adres(c: Ctx, pad: string): string {
  return padIn(c.get('taal'), pad);
}
