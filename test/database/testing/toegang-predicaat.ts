// What may be seen and done, written again from the text of the requirements (need-to-know C1.4, C2.1 to C2.5 and ADR
// 0010), without the tables of the code and without the policies. It judges facts in memory only.

export type Org = 'A' | 'B' | 'C';
export type Rolfeit =
  | 'professional'
  | 'teamleider'
  | 'intaker'
  | 'privacyfunctionaris'
  | 'lezer'
  | 'accountbeheerder';
/** A stretch of days against today: [van, tot), tot null is open. */
export interface Duur {
  van: number;
  tot: number | null;
}
export interface Scene {
  actief: boolean;
  leden: (Duur & { org: Org; rol: Rolfeit })[];
  relaties: (Duur & { dossier: string; org: Org; doel: string; namens: string | null })[];
  blokkades: (Duur & { dossier: string | null; mens: string | null })[];
  /** Hours against now. */
  noden: { dossier: string; org: Org; van: number; tot: number }[];
  overdrachten: { id: string; dossier: string; van: Org; naar: Org; stand: string }[];
}
export interface Vastdeel {
  id: string;
  dossier: string;
  org: Org;
  gedeeld?: boolean;
  partij?: string;
}
/** What stands in the database before anybody comes. */
export interface Vast {
  regio: Record<Org, string>;
  dossiers: { id: string; org: Org; mensen: string[] }[];
  notities: Vastdeel[];
  documenten: Vastdeel[];
  verklaringen: Vastdeel[];
  melders: Vastdeel[];
  politie: Vastdeel[];
  geheim: Vastdeel[];
  relatiesVanAnderen: { id: string; dossier: string; org: Org; doel: string }[];
  blokkadeVanAnder: { id: string; org: Org; dossier: string };
  blokkadeVanBuiten: { id: string; namens: Org; dossier: string };
  noodVanAnder: { id: string; dossier: string; org: Org };
}

const geldt = (d: Duur) => d.van <= 0 && (d.tot === null || d.tot > 0);
const WERKDOELEN: readonly string[] = ['behandeling', 'regie', 'overleg'];
const WERK: readonly string[] = ['professional', 'teamleider', 'intaker'];

/** The judge for one scene. Every answer is a sorted list of ids. */
export function oordeelOver(s: Scene, v: Vast) {
  const rollen = (...r: string[]) =>
    new Set(s.actief ? s.leden.filter(l => geldt(l) && r.includes(l.rol)).map(l => l.org) : []);
  const werk = rollen(...WERK);
  const leider = rollen('teamleider');
  const toezicht = rollen('privacyfunctionaris');
  const van = (id: string) => v.dossiers.find(d => d.id === id);
  const geweerd = (id: string) =>
    s.blokkades.some(
      b => geldt(b) && (b.dossier === id || (b.mens !== null && van(id)?.mensen.includes(b.mens) === true)),
    );
  const open = s.relaties.filter(r => geldt(r) && werk.has(r.org) && !geweerd(r.dossier));
  const nood = s.noden.filter(n => n.van <= 0 && n.tot > 0 && werk.has(n.org) && !geweerd(n.dossier));
  const met = (id: string, ...doelen: string[]) =>
    open.some(r => r.dossier === id && doelen.includes(r.doel));
  const leest = (id: string) =>
    met(id, 'behandeling', 'regie', 'overleg') || nood.some(n => n.dossier === id);
  const werkt = (id: string) => met(id, 'behandeling', 'regie');
  const namensOrg = (id: string, org: Org) =>
    open.some(r => r.dossier === id && r.org === org && (r.doel === 'behandeling' || r.doel === 'regie'));
  const verdeelt = (id: string) =>
    !geweerd(id) &&
    (leider.has(van(id)?.org ?? 'C') ||
      s.overdrachten.some(o => o.dossier === id && o.stand === 'aanvaard' && leider.has(o.naar)));
  // Break-glass opens what the own organisation noted too: a colleague's notes are why it is taken.
  const noodOrg = (id: string, org: Org) => nood.some(n => n.dossier === id && n.org === org);
  const stuk = (d: Vastdeel) =>
    leest(d.dossier) && (d.gedeeld === true || namensOrg(d.dossier, d.org) || noodOrg(d.dossier, d.org));
  // Who only reads does not learn which other organisations take part, nor anybody that there is a part that is kept
  // from him (C1.4, C2.5).
  const kent = (r: { dossier: string; org: Org }) =>
    werkt(r.dossier) ||
    r.org === van(r.dossier)?.org ||
    open.some(x => x.dossier === r.dossier && x.org === r.org) ||
    nood.some(n => n.dossier === r.dossier && n.org === r.org);
  const toontRelatie = (r: { dossier: string; org: Org; doel: string }, eigen = false) =>
    (leest(r.dossier) && (eigen || ((WERKDOELEN.includes(r.doel) || met(r.dossier, r.doel)) && kent(r)))) ||
    // Who gives the special parts out sees to whom.
    (!WERKDOELEN.includes(r.doel) && leider.has(van(r.dossier)?.org ?? 'C') && verdeelt(r.dossier)) ||
    (leider.has(r.org) && verdeelt(r.dossier)) ||
    (toezicht.has(r.org) && !geweerd(r.dossier));
  const ids = (lijst: readonly { id: string }[]) => lijst.map(x => x.id).sort();
  const mensen = (past: (id: string) => boolean) =>
    [...new Set(v.dossiers.filter(d => past(d.id)).flatMap(d => d.mensen))].sort();
  const nooden = [
    ...s.noden.map((n, i) => ({ ...n, id: `eigen${i}`, eigen: true })),
    { ...v.noodVanAnder, eigen: false },
  ];
  return {
    lezen: {
      'toegang.dossier': ids(v.dossiers.filter(d => leest(d.id) || verdeelt(d.id))),
      'toegang.betrokkene': mensen(leest),
      'gezin.persoon': mensen(leest),
      'casus.casus': ids(v.dossiers.filter(d => leest(d.id))),
      'casus.notitie': ids(v.notities.filter(stuk)),
      'casus.document': ids(v.documenten.filter(stuk)),
      'casus.verklaring': ids(
        v.verklaringen.filter(
          d => met(d.dossier, 'regie') || open.some(r => r.dossier === d.dossier && r.namens === d.partij),
        ),
      ),
      'casus.melder': ids(v.melders.filter(d => met(d.dossier, 'melder'))),
      'casus.politiegegeven': ids(v.politie.filter(d => met(d.dossier, 'politie'))),
      'gezin.geheim_adres': ids(v.geheim.filter(d => met(d.dossier, 'geheim_adres'))),
      'toegang.relatie': ids(v.relatiesVanAnderen.filter(r => toontRelatie(r))),
      // Who is barred learns nothing of the file, so nothing of a colleague who is barred from it.
      'toegang.blokkade': ids([
        ...[v.blokkadeVanAnder].filter(
          b => rollen('teamleider', 'privacyfunctionaris').has(b.org) && !geweerd(b.dossier),
        ),
        // Laid by the controller on somebody of another organisation: its privacy officer's alone.
        ...[v.blokkadeVanBuiten].filter(b => toezicht.has(b.namens) && !geweerd(b.dossier)),
      ]),
      'toegang.overdracht': ids(
        s.overdrachten.filter(
          o =>
            !geweerd(o.dossier) &&
            (leest(o.dossier) || leider.has(o.van) || rollen('teamleider', 'intaker').has(o.naar)),
        ),
      ),
    } as Record<string, string[]>,
    /** How many of the reader's own relation rows show: none of a file from which he is barred. */
    eigenRelaties: s.relaties.filter(r => toontRelatie(r, true)).length,
    noodtoegangen: nooden.filter(
      n =>
        !geweerd(n.dossier) &&
        (n.eigen ||
          toezicht.has(n.org) ||
          toezicht.has(van(n.dossier)?.org ?? 'C') ||
          met(n.dossier, 'regie')),
    ).length,
    /** May he write a note in this file on behalf of this organisation? */
    schrijftNotitie: namensOrg,
    schrijftPolitie: (id: string) => met(id, 'politie'),
    sluit: (id: string) => met(id, 'regie'),
    wijzigtCasus: werkt,
    wijzigtMens: (mens: string) =>
      v.dossiers.some(d => d.mensen.includes(mens) && werkt(d.id)) && werk.has('A'),
    /** May he take break-glass: a role for it in the region of the file, and not barred. */
    neemtNood: (id: string) => {
      const regio = v.regio[van(id)?.org ?? 'C'];
      return !geweerd(id) && [...rollen('professional', 'intaker')].some(o => v.regio[o] === regio);
    },
    /** May he allot this file to a colleague of this organisation? */
    wijstToe: (id: string, org: Org) =>
      verdeelt(id) &&
      leider.has(org) &&
      (van(id)?.org === org ||
        s.overdrachten.some(o => o.dossier === id && o.stand === 'aanvaard' && o.naar === org)),
  };
}
