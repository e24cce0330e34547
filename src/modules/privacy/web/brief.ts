import { bevindingTekst } from '#kern/controle/index.ts';
import { CONTACTTEKSTEN } from '#modules/gezin/index.ts';
import { maakDocx, maakPdf } from '#platform/documenten/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import { maakBrief } from '../usecases/brief.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import { alsAangemeld, alsFouten, isId, leesVorm, nietHier } from './kader.tsx';
import { toonVerzoek } from './verzoek.tsx';

const SOORTEN = {
  pdf: { type: 'application/pdf', maak: maakPdf },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', maak: maakDocx },
} as const;

/** The letter as a file, or the page that says why not. The file's name says nothing of anybody. */
async function stuurBrief(c: Ctx, d: Privacydiensten, id: string): Promise<Response> {
  const { een, alle } = await leesVorm(c);
  const vorm = een('vorm') === 'docx' ? 'docx' : 'pdf';
  const door = c.get('gebruiker')?.id ?? '';
  const bevestigd = {
    betrokkene: alle('bevestigd'),
    vertegenwoordiger: alle('bevestigd_vertegenwoordiger'),
  };
  const vraag = { verzoek: id, door, bevestigd, vandaag: c.get('vandaag') };
  const r = await alsLezer(c, tx => maakBrief(tx, d.kluis, vraag));
  if (!r.ok && r.weigering.code === 'niet_gevonden') return nietHier(c, 'verzoek', id);
  if (!r.ok) return toonVerzoek(c, d, id, alsFouten(r.weigering));
  if ('oordelen' in r.waarde) {
    const fouten = r.waarde.oordelen
      .flatMap(o => o.oordeel.bevindingen)
      .map(b => ({ tekst: bevindingTekst(b, CONTACTTEKSTEN) }));
    return toonVerzoek(c, d, id, fouten);
  }
  const bytes = await SOORTEN[vorm].maak(r.waarde.brief);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': SOORTEN[vorm].type,
    'content-disposition': `attachment; filename="besluit.${vorm}"`,
    'cache-control': 'no-store',
  });
}

/** The letter that tells a decision. */
export function registreerBrief(app: App, d: Privacydiensten): void {
  app.post('/privacy/verzoeken/:id/brief', c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id');
      return isId(id) ? stuurBrief(c, d, id) : nietHier(c, 'verzoek', id);
    }),
  );
}
