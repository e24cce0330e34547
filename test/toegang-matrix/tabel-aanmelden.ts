// The routes of sign-in for casework (C2.7), decided from the requirement: recovery through the organisation needs two
// people, an account administrator and who leads the work; a provider of sign-in is set by an account administrator.
import type { Doetabel, Geval, Handeling, Leestabel, Lijf } from './geval.ts';
import { aangemeld, accounts, iedereen, niemand, type Vrager, type Wie } from './wie.ts';

const NUL = '00000000-0000-4000-8000-000000000000';
const CODE = 'x'.repeat(43);
const GEEN: Lijf = {};

const lees = (pad: string, wie: Wie, meer: Partial<Geval> = {}): Geval[] => [
  { naam: 'pagina', pad, wie, ...meer },
];
const doe = (pad: string, wie: Wie, lijf: Lijf = GEEN, meer: Partial<Handeling> = {}): Handeling[] => [
  { naam: 'zonder kennis', pad, wie, lijven: [lijf], dan: [200, 303, 409, 422, 429], ...meer },
];

/** Of whom account administrators of this house decide: only where somebody works with families (C2.7). */
const helptTerug =
  (metWerkers: (v: Vrager) => boolean): Wie =>
  v =>
    accounts(v) && metWerkers(v);

export function aanmeldleestabel(metWerkers: (v: Vrager) => boolean): Leestabel {
  const raden = { anders: [303, 400, 403, 404, 422, 429] };
  return {
    '/account/bewaard': lees('/account/bewaard', aangemeld),
    '/account/blijf': lees('/account/blijf', iedereen),
    '/beheer/herstel': lees('/beheer/herstel', helptTerug(metWerkers)),
    '/beheer/aanmelddiensten': lees('/beheer/aanmelddiensten', accounts),
    '/aanmelden/herstelcode': lees('/aanmelden/herstelcode', iedereen, { dan: [200, 303] }),
    '/aanmelden/terug': lees('/aanmelden/terug', niemand, raden),
    '/aanmelden/organisatie/:dienst': lees(`/aanmelden/organisatie/${NUL}`, niemand, raden),
    '/uitnodiging/:code/organisatie/:dienst': lees(`/uitnodiging/${CODE}/organisatie/${NUL}`, niemand, raden),
  };
}

export function aanmelddoetabel(): Doetabel {
  const open = { dan: [200, 303, 400, 403, 404, 422, 429] };
  return {
    '/account/bewaard': doe('/account/bewaard', niemand, { verzoek: NUL }),
    '/account/organisatie': doe('/account/organisatie', niemand, { dienst: NUL }),
    '/account/organisatie/los': doe('/account/organisatie/los', niemand, { dienst: NUL }),
    '/beheer/herstel': doe('/beheer/herstel', niemand, { persoon: NUL, organisatie: NUL }),
    '/beheer/herstel/akkoord': doe('/beheer/herstel/akkoord', niemand, { verzoek: NUL }),
    '/beheer/herstel/afwijzen': doe('/beheer/herstel/afwijzen', niemand, { verzoek: NUL }),
    '/beheer/aanmelddiensten': doe('/beheer/aanmelddiensten', accounts),
    '/aanmelden/herstelcode': doe('/aanmelden/herstelcode', iedereen, GEEN, open),
  };
}
