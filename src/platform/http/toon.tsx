import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { formatTijdstip } from '#kern/datum/index.ts';
import { type Kruimel, Pagina, padIn } from '#platform/ui/index.ts';
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

/** Sends a page in the layout of the site. */
export async function toon(c: Ctx, wijze: Toonwijze, inhoud: Child): Promise<Response> {
  const d = c.get('diensten');
  const taal = c.get('taal');
  const pad = c.req.path;
  const kaal = taal === 'en' ? pad.replace(/^\/en(?=\/|$)/, '') || '/' : pad;
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
      {inhoud}
    </Pagina>
  );
  return c.html(html, wijze.status ?? 200);
}

/** An address in the language of the request. */
export function adres(c: Ctx, pad: string): string {
  return padIn(c.get('taal'), pad);
}
