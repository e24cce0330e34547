import { type App, tweetalig } from '#platform/http/index.ts';
import { padIn, stijlPagina } from '#platform/ui/index.ts';

/** The living style page, in both languages. */
export function registreerStijl(app: App): void {
  tweetalig(app, a => {
    a.get('/stijl', async c => {
      const d = c.get('diensten');
      const taal = c.get('taal');
      const html = stijlPagina({
        taal,
        pad: c.req.path,
        andereTaalPad: padIn(taal === 'nl' ? 'en' : 'nl', '/stijl'),
        gebruiker: c.get('gebruiker'),
        demo: d.demo,
        thema: 'lange-adem',
        csrf: c.get('csrf'),
        navigatie: d.navigatie(c),
        stijlPad: d.stijlPad,
        scriptPad: d.scriptPad,
      });
      return c.html(html);
    });
  });
}
