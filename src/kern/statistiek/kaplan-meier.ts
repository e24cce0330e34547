import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { logLogGrenzen } from './loglog.ts';
import { normaalKwantiel } from './normaal.ts';
import { eindenVan, eisVolgtijden, omvang, risicotabel, slot, type Volgtijd } from './risicotabel.ts';
import type { Trapkromme, Trapstap } from './trapkromme.ts';

/**
 * Kaplan-Meier curve: the share that has not ended yet, with units that have not ended counted for as long as they were
 * followed. Every cause other than 0 is the event.
 *
 * Standard error after Greenwood, limits on the log(-log) scale ({@link logLogGrenzen}).
 * Reference: E. Kaplan & P. Meier, JASA 53 (1958) 457-481; R `survfit(Surv(time, status) ~ 1, conf.type = "log-log")`.
 * Assumes an inception cohort (a list of closed cases alone gives a biased curve, a list of what closed since a date as
 * well) and that units not ended are like those that were followed longer. Where units can leave in another way, 1 minus
 * this curve says too much: use {@link cumulatieveIncidentie}.
 * @throws TypeError, RangeError when the list or betrouwbaarheid is out of range.
 */
export function kaplanMeier(
  volgtijden: readonly Volgtijd[],
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Trapkromme {
  eisVolgtijden('volgtijden', volgtijden);
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  const rijen = risicotabel(volgtijden);
  let schatting = 1;
  let greenwood = 0;
  const stappen: Trapstap[] = [];
  for (const rij of rijen) {
    const { tijd, risico } = rij;
    const gebeurtenissen = eindenVan(rij);
    if (gebeurtenissen === 0) continue;
    const over = risico - gebeurtenissen;
    schatting *= over / risico;
    greenwood += over === 0 ? 0 : gebeurtenissen / (risico * over);
    const standaardfout = schatting * Math.sqrt(greenwood);
    const grenzen = logLogGrenzen(schatting, standaardfout, z);
    stappen.push({ tijd, risico, gebeurtenissen, schatting, standaardfout, grenzen });
  }
  return { soort: 'overleving', aantal: omvang(volgtijden), ...slot(rijen), betrouwbaarheid, stappen };
}
