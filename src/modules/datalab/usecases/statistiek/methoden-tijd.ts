import { z } from 'zod';
import {
  begrensdGemiddelde,
  cumulatieveIncidentie,
  kaplanMeier,
  logrankToets,
  type Trapkromme,
  trapkwantiel,
} from '#kern/statistiek/index.ts';
import { betrouwbaarheid, type Methode, methode, openKans, positief, volgtijden } from './methode.ts';

const ZAKEN = [
  { tijd: 3, oorzaak: 1 },
  { tijd: 5, oorzaak: 1 },
  { tijd: 5, oorzaak: 2 },
  { tijd: 8, oorzaak: 0 },
  { tijd: 12, oorzaak: 1 },
];
const aandelen = z
  .array(openKans)
  .max(20)
  .default([0.5, 0.9])
  .describe('delen waarvan de tijd wordt gevraagd: 0,5 is de mediaan, 0,9 is P90');

/** A curve with the times within which the asked shares were reached. */
const metKwantielen = (kromme: Trapkromme, gevraagd: readonly number[]) => ({
  ...kromme,
  kwantielen: gevraagd.map(a => ({ aandeel: a, ...trapkwantiel(kromme, a) })),
});
/** Time to event, with what is still open counted for as long as it was followed. */
export const tijdmethoden: Readonly<Record<string, Methode>> = {
  kaplan_meier: methode(
    'Welk deel nog niet geëindigd is, met open zaken meegeteld zolang zij gevolgd zijn, en de tijd van P50 en P90.',
    'Kaplan en Meier (1958), JASA 53; R survfit(conf.type = "log-log")',
    z.strictObject({ volgtijden, aandelen, betrouwbaarheid }),
    i => metKwantielen(kaplanMeier(i.volgtijden, i.betrouwbaarheid), i.aandelen),
    { volgtijden: ZAKEN },
  ),
  cumulatieve_incidentie: methode(
    'Welk deel op één manier geëindigd is waar andere manieren dat kunnen verhinderen, en de tijd van P50 en P90.',
    'Aalen (1978), Annals of Statistics 6; Gray (1988); R cmprsk::cuminc',
    z.strictObject({
      volgtijden,
      oorzaak: z
        .number()
        .int()
        .min(1)
        .max(9)
        .default(1)
        .describe('de manier waarvan het deel wordt gevraagd'),
      aandelen,
      betrouwbaarheid,
    }),
    i => metKwantielen(cumulatieveIncidentie(i.volgtijden, i.oorzaak, i.betrouwbaarheid), i.aandelen),
    { volgtijden: ZAKEN },
  ),
  begrensd_gemiddelde: methode(
    'Gemiddelde tijd tot het eind als geen zaak voor meer dan de grens telt.',
    'Meier (1975); R print(survfit, rmean = grens)',
    z.strictObject({
      volgtijden,
      grens: positief.describe('grens, hoogstens de langste tijd waarover een zaak gevolgd is'),
      betrouwbaarheid,
    }),
    i => begrensdGemiddelde(i.volgtijden, i.grens, i.betrouwbaarheid),
    { volgtijden: ZAKEN, grens: 10 },
  ),
  logrank: methode(
    'Eindigen groepen even snel? Log-ranktoets.',
    'Mantel (1966), Cancer Chemotherapy Reports 50; R survdiff',
    z.strictObject({ groepen: z.array(volgtijden).min(2).max(50).describe('een lijst zaken per groep') }),
    i => logrankToets(i.groepen),
    { groepen: [ZAKEN, ZAKEN.map(v => ({ ...v, tijd: v.tijd * 2 }))] },
  ),
};
