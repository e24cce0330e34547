import { type Lidmaatschap, lidmaatschappen } from '#modules/toegang/index.ts';
import { adres, type Ctx } from '#platform/http/index.ts';
import type { NavItem, Taal } from '#platform/ui/index.ts';

const namen: Record<Taal, Record<string, string>> = {
  nl: {
    programma: 'Programma',
    planning: 'Planning',
    geld: 'Geld',
    raad: 'Raden',
    cijfers: 'Cijfers',
    hulpaanbod: 'Hulpaanbod',
    dossiers: 'Dossiers',
    werk: 'Werkversie',
    datalab: 'Datalab',
    accounts: 'Accounts',
    toegang: 'Toegang',
    techniek: 'Techniek',
    privacy: 'Privacy',
    regios: 'Regio’s',
  },
  en: {
    programma: 'Programme',
    planning: 'Planning',
    geld: 'Money',
    raad: 'Councils',
    cijfers: 'Figures',
    hulpaanbod: 'Help on offer',
    dossiers: 'Files',
    werk: 'Working version',
    datalab: 'Datalab',
    accounts: 'Accounts',
    toegang: 'Access',
    techniek: 'Technical',
    privacy: 'Privacy',
    regios: 'Regions',
  },
};

const REGIODELEN = ['programma', 'planning', 'geld', 'raad', 'cijfers', 'hulpaanbod'];

/** The page on access that this reader needs first: to decide on offers, or to see break-glass on his files or judge it. */
function toegangsadres(leden: readonly Lidmaatschap[]): string | null {
  if (leden.some(l => l.rol === 'privacyfunctionaris')) return '/toegang/noodtoegang';
  if (leden.some(l => l.rol === 'teamleider' || l.rol === 'intaker')) return '/toegang/overdrachten';
  return leden.some(l => l.rol === 'professional') ? '/toegang/noodtoegang' : null;
}

/** The bar on top: inside a region its parts, elsewhere the reader's own rooms; at most six. */
export function navigatie(c: Ctx): NavItem[] {
  const taal = c.get('taal');
  const n = namen[taal];
  const pad = c.req.path.replace(/^\/en(?=\/|$)/, '');
  const openbaar = /^\/regio\/([^/]+)/.exec(pad);
  const werk = /^\/programma\/([^/]+)/.exec(pad);
  const regio = openbaar?.[1] ?? werk?.[1];
  if (regio) {
    return REGIODELEN.map(deel => {
      const binnenWerk = werk && deel !== 'cijfers';
      const href = binnenWerk ? `/programma/${regio}/${deel}` : `/regio/${regio}/${deel}`;
      return { href: adres(c, href), naam: n[deel] ?? deel, actief: pad.startsWith(href) };
    });
  }
  const leden = lidmaatschappen(c);
  const eerste = leden.find(l => l.regio !== null)?.regio;
  const uit: NavItem[] = [{ href: adres(c, '/'), naam: n.regios ?? '', actief: pad === '/' }];
  if (leden.some(l => ['professional', 'teamleider', 'intaker'].includes(l.rol))) {
    uit.push({ href: '/casus', naam: n.dossiers ?? '', actief: pad.startsWith('/casus') });
  }
  if (leden.some(l => l.rol === 'privacyfunctionaris'))
    uit.push({ href: '/privacy/overzicht', naam: n.privacy ?? '', actief: pad.startsWith('/privacy/') });
  const toegang = toegangsadres(leden);
  if (toegang) uit.push({ href: toegang, naam: n.toegang ?? '', actief: pad.startsWith('/toegang') });
  if (
    leden.some(l => ['projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'].includes(l.rol)) &&
    eerste
  ) {
    uit.push({ href: `/programma/${eerste}`, naam: n.werk ?? '' });
  }
  if (leden.some(l => ['projectleider', 'datalab_analist', 'beleidsmedewerker'].includes(l.rol))) {
    uit.push({ href: '/datalab', naam: n.datalab ?? '', actief: pad.startsWith('/datalab') });
  }
  if (leden.some(l => l.rol === 'accountbeheerder'))
    uit.push({
      href: '/beheer/accounts',
      naam: n.accounts ?? '',
      actief: pad.startsWith('/beheer/accounts'),
    });
  if (leden.some(l => l.rol === 'technisch_beheerder')) {
    uit.push({
      href: '/beheer/techniek',
      naam: n.techniek ?? '',
      actief: pad.startsWith('/beheer/techniek'),
    });
  }
  return uit;
}
