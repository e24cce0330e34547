import { type Casushuis, GEZIN, idUit, type Lezer } from './casushuis.ts';

/** Two organisations in one region with people who work, and a file that one of them laid down and another works in. */
export interface Buurt {
  team: string;
  intaker: Lezer;
  leider: Lezer;
  pro: Lezer;
  /** Works for the same organisation, has no relation. */
  vreemde: Lezer;
  buurpro: Lezer;
  id: string;
  nummer: string;
  leg(meer?: Record<string, string>): Promise<string>;
  wijsToe(dossier: string, wie: Lezer, doel?: string, grond?: string): Promise<Response>;
}

export async function maakBuurt(h: Casushuis): Promise<Buurt> {
  const team = await h.organisatie('Voorbeeld Veilig Thuis');
  const buur = await h.organisatie('Voorbeeld Lokaal Team', 'kennemerland', 'partner');
  const intaker = await h.mens(team, 'Ina Voorbeeldintake', 'intaker');
  const leider = await h.mens(team, 'Leo Voorbeeldleider', 'teamleider');
  const pro = await h.mens(team, 'Petra Voorbeeldpro', 'professional');
  const vreemde = await h.mens(team, 'Vic Voorbeeldvreemd', 'professional');
  const buurpro = await h.mens(buur, 'Bo Voorbeeldbuur', 'professional');
  const leg = async (meer: Record<string, string> = {}) =>
    idUit(await h.stuur('/casus/nieuw', { ...GEZIN, ...meer }, intaker));
  const wijsToe: Buurt['wijsToe'] = (dossier, wie, doel = 'behandeling', grond = 'wmo_veilig_thuis') =>
    h.stuur(
      `/casus/verdelen/${dossier}`,
      { collega: `${wie.id}|${wie.lidmaatschappen[0]?.organisatieId ?? ''}`, doel, grond },
      leider,
    );
  const id = await leg();
  await wijsToe(id, pro);
  const nummer = /20\d\d-\d{6}/.exec(await (await h.haal(`/casus/${id}`, pro)).text())?.[0] ?? '';
  return { team, intaker, leider, pro, vreemde, buurpro, id, nummer, leg, wijsToe };
}
