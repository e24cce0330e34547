import { type Aanleginvoer, type Doen, legAan, schrijfNotitie } from '#modules/casus/index.ts';
import { type Lidmaatschap, lidmaatschappenVan } from '#modules/toegang/index.ts';
import { metActor } from '#platform/db/index.ts';
import { maakGezin, type Voorbeeldgezin } from '../domain/gezin.ts';
import { PLAATSEN } from '../domain/plaatsen.ts';
import { zaaiContact } from './zaai-contact.ts';

const ZAAD = 2026;
/** As many people as the form that lays a file down takes at once. */
const PERSONEN = 4;

/** The invented colleague in whose name the files are laid down, and the rest of what a use case needs. */
export type Zaaigrond = Omit<Doen, 'actor' | 'lidmaatschappen'> & { persoonId: string };

/** A family as somebody would type it in on the form. */
function alsFormulier(g: Voorbeeldgezin, lid: Lidmaatschap): Aanleginvoer {
  const velden: Record<string, string> = {
    lidmaatschap: `${lid.organisatieId}|${lid.regio}`,
    taak: 'wmo',
    gemeente: g.gemeente,
  };
  for (const [i, p] of g.leden.slice(0, PERSONEN).entries()) {
    const rij = `persoon${i + 1}`;
    velden[`${rij}_voornaam`] = p.voornamen;
    velden[`${rij}_tussenvoegsel`] = p.tussenvoegsel ?? '';
    velden[`${rij}_achternaam`] = p.achternaam;
    velden[`${rij}_geboren`] = p.geboortedatum.toString();
    velden[`${rij}_rol`] = p.rol;
  }
  return velden;
}

async function zaaiGezin(d: Doen, g: Voorbeeldgezin, lid: Lidmaatschap): Promise<string> {
  const casus = await legAan(d, alsFormulier(g, lid));
  if (!casus.ok) throw new Error(`Een verzonnen gezin is geweigerd: ${casus.weigering.code}`);
  for (const n of g.notities) {
    const velden = { soort: 'contact', over_dag: n.overDag.toString(), inhoud: n.tekst };
    const r = await schrijfNotitie(d, casus.waarde.id, velden);
    if (!r.ok) throw new Error(`Een verzonnen notitie is geweigerd: ${r.weigering.code}`);
  }
  return casus.waarde.id;
}

/**
 * Lays down `perRegio` invented families in each region where this professional works, through the same acts as a
 * person would. Returns how many. Throws outside a demonstration.
 */
export async function zaaiGezinnen(z: Zaaigrond, perRegio: number): Promise<number> {
  if (!z.demo) throw new Error('Verzonnen gezinnen bestaan alleen in een demonstratie.');
  const { persoonId, ...rest } = z;
  const actor = { soort: 'persoon' as const, id: persoonId };
  const lidmaatschappen = await metActor(z.db, actor, z.vandaag, tx =>
    lidmaatschappenVan(tx, persoonId, z.vandaag),
  );
  const d: Doen = { ...rest, actor, lidmaatschappen };
  let aantal = 0;
  for (const lid of lidmaatschappen.filter(l => l.rol === 'professional')) {
    const plaatsen = PLAATSEN[lid.regio ?? ''] ?? [];
    for (let i = 0; plaatsen.length > 0 && i < perRegio; i++) {
      const dossier = await zaaiGezin(d, maakGezin(ZAAD, aantal, z.vandaag, plaatsen), lid);
      // Of one family in each region it is known how its people are reached; of the others somebody has to ask yet.
      if (i === 0) await zaaiContact(d, dossier);
      aantal++;
    }
  }
  return aantal;
}
