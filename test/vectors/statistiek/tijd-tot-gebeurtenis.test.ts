import { expect, test } from 'vitest';
import {
  begrensdGemiddelde,
  cumulatieveIncidentie,
  kaplanMeier,
  logrankToets,
  type Trapkromme,
  trapkwantiel,
  type Volgtijd,
} from '#kern/statistiek/index.ts';
import { leesTabel, type Rij, verwachtGelijk } from './tabellen.ts';

// Reference: R with survival and cmprsk, made by tijd-tot-gebeurtenis.R (command inside). Bound 1e-9 relative.
const MARGE = 1e-9;
const rijen = (naam: string): Rij[] => leesTabel('./tijd-tot-gebeurtenis.json', naam);

const perSet = Map.groupBy(rijen('gegevens'), r => r.getal('set'));
function lijst(set: number, groep?: number): Volgtijd[] {
  return (perSet.get(set) ?? [])
    .filter(r => groep === undefined || r.getal('groep') === groep)
    .map(r => ({ tijd: r.getal('tijd'), oorzaak: r.getal('oorzaak') }));
}

function verwachtStappen(kromme: Trapkromme, referentie: readonly Rij[]): void {
  expect(kromme.stappen.map(s => s.tijd)).toEqual(referentie.map(r => r.getal('tijd')));
  kromme.stappen.forEach((stap, i) => {
    const r = referentie[i] as Rij;
    verwachtGelijk(stap.schatting, r.getal('schatting'), `schatting ${r.tekst}`, MARGE);
    if (r.leeg('standaardfout') !== null)
      verwachtGelijk(stap.standaardfout, r.getal('standaardfout'), `standaardfout ${r.tekst}`, MARGE);
    verwachtGelijk(stap.grenzen?.ondergrens ?? null, r.leeg('ondergrens'), `ondergrens ${r.tekst}`, MARGE);
    verwachtGelijk(stap.grenzen?.bovengrens ?? null, r.leeg('bovengrens'), `bovengrens ${r.tekst}`, MARGE);
  });
}

// @eis B1.6
test('Kaplan-Meier is survfit met log-log-grenzen, met aantal at risk en gebeurtenissen per tijd', () => {
  const groepen = Map.groupBy(
    rijen('kaplan_meier'),
    r => `${r.getal('set')} ${r.getal('betrouwbaarheid')}`,
  );
  expect(groepen.size).toBe(8);
  for (const groep of groepen.values()) {
    const eerste = groep[0] as Rij;
    const kromme = kaplanMeier(lijst(eerste.getal('set')), eerste.getal('betrouwbaarheid'));
    verwachtStappen(kromme, groep);
    expect(kromme.stappen.map(s => [s.risico, s.gebeurtenissen])).toEqual(
      groep.map(r => [r.getal('risico'), r.getal('gebeurtenissen')]),
    );
  }
});

// @eis B1.6
test('een doorlooptijd waarbinnen een deel klaar is, met grenzen, is quantile(survfit)', () => {
  for (const r of rijen('kwantielen')) {
    const q = trapkwantiel(kaplanMeier(lijst(r.getal('set'))), r.getal('aandeel'));
    expect([q.tijd, q.ondergrens, q.bovengrens], r.tekst).toEqual([
      r.leeg('tijd'),
      r.leeg('ondergrens'),
      r.leeg('bovengrens'),
    ]);
  }
});

// @eis B1.6
test('de cumulatieve incidentie met concurrerende uitgangen en haar fout zijn die van cuminc', () => {
  const groepen = Map.groupBy(
    rijen('cumulatieve_incidentie'),
    r => `${r.getal('set')} ${r.getal('oorzaak')}`,
  );
  expect(groepen.size).toBe(7);
  for (const groep of groepen.values()) {
    const eerste = groep[0] as Rij;
    const kromme = cumulatieveIncidentie(lijst(eerste.getal('set')), eerste.getal('oorzaak'));
    verwachtStappen(kromme, groep);
  }
});

// @eis B1.6
test('het begrensde gemiddelde en zijn fout zijn die van survfit met rmean', () => {
  for (const r of rijen('begrensd_gemiddelde')) {
    const uit = begrensdGemiddelde(lijst(r.getal('set')), r.getal('grens'));
    verwachtGelijk(uit.gemiddelde, r.getal('gemiddelde'), `gemiddelde ${r.tekst}`, MARGE);
    verwachtGelijk(uit.standaardfout, r.getal('standaardfout'), `standaardfout ${r.tekst}`, MARGE);
  }
});

// @eis B1.6
test('de log-ranktoets over twee en drie groepen is survdiff', () => {
  for (const [set, groep] of Map.groupBy(rijen('logrank'), r => r.getal('set'))) {
    const uit = logrankToets(groep.map(r => lijst(set, r.getal('groep'))));
    groep.forEach((r, i) => {
      expect([uit.groepen[i]?.aantal, uit.groepen[i]?.waargenomen], r.tekst).toEqual([
        r.getal('aantal'),
        r.getal('waargenomen'),
      ]);
      verwachtGelijk(uit.groepen[i]?.verwacht ?? null, r.getal('verwacht'), `verwacht ${r.tekst}`, MARGE);
      verwachtGelijk(uit.chiKwadraat, r.getal('chikwadraat'), `chi ${r.tekst}`, MARGE);
      expect(uit.vrijheidsgraden).toBe(r.getal('vrijheidsgraden'));
      verwachtGelijk(uit.p, r.getal('p'), `p ${r.tekst}`, MARGE);
    });
  }
});

// @eis B1.6
test('de zaak uit de methodenota: 1 min Kaplan-Meier zegt 0,611 waar de incidentie 0,494 is', () => {
  // Counting the other way out as still open is the mistake; R: 1 - survfit and cuminc on the series K at day 300.
  const K = lijst(1);
  const fout = kaplanMeier(K.map(v => (v.oorzaak === 2 ? { ...v, oorzaak: 0 } : v)));
  expect(1 - (fout.stappen.at(-1)?.schatting ?? 0)).toBeCloseTo(0.611, 3);
  expect(cumulatieveIncidentie(K).stappen.at(-1)?.schatting).toBeCloseTo(0.494, 3);
});
