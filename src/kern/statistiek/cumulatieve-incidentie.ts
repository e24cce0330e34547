import type { Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { logLogGrenzen } from './loglog.ts';
import { normaalKwantiel } from './normaal.ts';
import {
  eindenVan,
  eisVolgtijden,
  omvang,
  type Risicorij,
  risicotabel,
  slot,
  type Volgtijd,
} from './risicotabel.ts';
import type { Trapkromme, Trapstap } from './trapkromme.ts';

/** The sums from which the variance at every later time follows. */
interface Sommen {
  a: number;
  ab: number;
  b: number;
}

/** Adds what one cause at one time contributes: weight times (a - b F(t))^2, kept as its three coefficients. */
function telBij(sommen: Sommen, gewicht: number, a: number, b: number): void {
  sommen.a += gewicht * a * a;
  sommen.ab += gewicht * a * b;
  sommen.b += gewicht * b * b;
}

/** Variance of the number of ends among `risico` units in one moment, over risico squared. */
function gewichtVan(voor: number, risico: number, einden: number): number {
  if (einden === 0) return 0;
  const gelijktijdig = einden === 1 ? 1 : (risico - einden) / (risico - 1);
  return (voor * voor * gelijktijdig * einden) / (risico * risico);
}

function grenzenVan(schatting: number, standaardfout: number, z: number): Interval | null {
  const g = logLogGrenzen(1 - schatting, standaardfout, z);
  return g && { ondergrens: 1 - g.bovengrens, bovengrens: 1 - g.ondergrens };
}

function eisOorzaak(oorzaak: number): void {
  if (!Number.isInteger(oorzaak) || oorzaak < 1 || oorzaak > 9)
    throw new RangeError('oorzaak must be a whole number from 1 to 9');
}

/**
 * Cumulative incidence of one cause where others compete (Aalen-Johansen): the share that has ended by this cause, as
 * against by another or not yet. The shares of all causes and of what is left sum to 1; 1 minus Kaplan-Meier per cause
 * does not and says too much.
 *
 * Variance of the Aalen type: with S the share left, F the incidence, r at risk and d ends by a cause,
 * sum over times s up to t of S(s-)^2/r^2 (r-d)/(r-1) d, times (1 + (F(s) - F(t))/S(s))^2 for the cause itself and
 * ((F(s) - F(t))/S(s))^2 for the others. Limits on the log(-log) scale of 1 - F, so that without competition they are
 * built as those of Kaplan-Meier.
 * Reference: O. Aalen, Annals of Statistics 6 (1978) 534-545; R. Gray, Annals of Statistics 16 (1988) 1141-1154; R
 * `cmprsk::cuminc`. Assumes what {@link kaplanMeier} assumes.
 * @param oorzaak the cause whose incidence is asked, 1 to 9; every other cause than 0 competes
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function cumulatieveIncidentie(
  volgtijden: readonly Volgtijd[],
  oorzaak = 1,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Trapkromme {
  eisVolgtijden('volgtijden', volgtijden);
  eisOorzaak(oorzaak);
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  const rijen = risicotabel(volgtijden);
  const sommen: Sommen = { a: 0, ab: 0, b: 0 };
  const stand = { over: 1, incidentie: 0 };
  const stappen = rijen.flatMap(rij => stapVan(rij, oorzaak, z, sommen, stand) ?? []);
  return { soort: 'incidentie', aantal: omvang(volgtijden), ...slot(rijen), betrouwbaarheid, stappen };
}

/** Carries the estimate past one time; the step, when the cause itself occurred at it. */
function stapVan(
  rij: Risicorij,
  oorzaak: number,
  z: number,
  sommen: Sommen,
  stand: { over: number; incidentie: number },
): Trapstap | null {
  const { tijd, risico } = rij;
  const einden = eindenVan(rij);
  if (einden === 0) return null;
  const eigen = rij.perOorzaak[oorzaak] ?? 0;
  const voor = stand.over;
  stand.over = (voor * (risico - einden)) / risico;
  stand.incidentie += (voor * eigen) / risico;
  const b = stand.over > 0 ? 1 / stand.over : 0;
  telBij(sommen, gewichtVan(voor, risico, einden - eigen), stand.incidentie * b, b);
  telBij(sommen, gewichtVan(voor, risico, eigen), 1 + stand.incidentie * b, b);
  if (eigen === 0) return null;
  const f = stand.incidentie;
  const schatting = Math.min(1, f);
  const standaardfout = Math.sqrt(Math.max(0, sommen.a - 2 * f * sommen.ab + f * f * sommen.b));
  return {
    tijd,
    risico,
    gebeurtenissen: eigen,
    schatting,
    standaardfout,
    grenzen: grenzenVan(schatting, standaardfout, z),
  };
}
