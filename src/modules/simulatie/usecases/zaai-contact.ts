import type { Doen } from '#modules/casus/index.ts';
import {
  type Contactweg,
  LEGE_WEG,
  leeftijdOp,
  listPersonenVanDossier,
  type Persoon,
  perWijze,
  waardeVan,
  zetVeiligContact,
} from '#modules/gezin/index.ts';
import { metActor } from '#platform/db/index.ts';

/** From this age a child of the demonstration has a telephone. */
const EIGEN_TELEFOON = 12;

const weg = (meer: Partial<Contactweg> = {}): Contactweg => ({
  ...LEGE_WEG,
  mag: 'ja',
  mee: 'niemand',
  ...meer,
});
const NEE = weg({ mag: 'nee', mee: 'onbekend' });
const GEEN = weg({ mag: 'geen', mee: 'onbekend' });

function isKlein(p: Persoon, vandaag: Temporal.PlainDate): boolean {
  const geboren = waardeVan(p.gegevens.geboortedatum);
  const jaren = geboren ? leeftijdOp(geboren, vandaag) : null;
  return jaren !== null && jaren < EIGEN_TELEFOON;
}

/** What such a person would have told: a young child has no telephone; with the others `mee` listens along, if anybody. */
function wegenVan(klein: boolean, mee: string | null) {
  if (klein) return perWijze(w => (w === 'schrijven' ? NEE : GEEN));
  const bellen = weg({ dagen: ['di', 'do'], dagdelen: ['ochtend'], wanneer: 'Voicemail niet inspreken.' });
  return {
    bellen: mee === null ? bellen : { ...bellen, mee: 'partij' as const, meePersoon: mee },
    schrijven: weg({ wanneer: 'Zonder afzender op de envelop.' }),
    mailen: NEE,
  };
}

/** Records how the people of one invented family are reached safely, as who works in its file would. */
export async function zaaiContact(d: Doen, dossier: string): Promise<void> {
  await metActor(d.db, d.actor, d.vandaag, async tx => {
    const mensen = await listPersonenVanDossier(tx, d.kluis, dossier);
    const groot = mensen.filter(p => !isKlein(p, d.vandaag)).map(p => p.id);
    for (const { id } of mensen) {
      const mee = groot.indexOf(id) === 0 ? (groot[1] ?? null) : null;
      const vast = { persoon: id, versie: 0, taal: 'nl', tolk: false, eerderVerwerkt: false };
      const wegen = wegenVan(!groot.includes(id), mee);
      const r = await zetVeiligContact(tx, d.kluis, { ...vast, wegen });
      if (!r.ok) throw new Error(`Verzonnen veilig contact is geweigerd: ${r.weigering.code}`);
    }
  });
}
