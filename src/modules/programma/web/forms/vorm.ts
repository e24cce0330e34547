import { type Invoer, leesWaarde, toonWaarde } from '../../domain/invoer.ts';
import type { Inhoud, Veld } from '../../domain/veld.ts';
import { leegVan } from '../../domain/waarde.ts';

/** Fields that a person fills in: what an act sets (a status) is not typed. */
export const invulbaar = (velden: readonly Veld[]): Veld[] => velden.filter(v => !v.doorHandeling);

/** Numbers of the rows of a repeated group that stand in the input, in order. */
export function rijnummers(invoer: Invoer, pad: string): number[] {
  const nummers = new Set<number>();
  for (const sleutel of invoer.keys()) {
    if (!sleutel.startsWith(`${pad}.`)) continue;
    const n = /^\d+/.exec(sleutel.slice(pad.length + 1));
    if (n) nummers.add(Number(n[0]));
  }
  return [...nummers].sort((a, b) => a - b);
}

/** What a form shows for stored content. */
export function invoerVan(velden: readonly Veld[], inhoud: Inhoud, voor = ''): Map<string, string> {
  const uit = new Map<string, string>();
  for (const veld of invulbaar(velden)) {
    const pad = voor + veld.naam;
    const waarde = inhoud[veld.naam];
    const onder = veld.velden ?? [];
    if (veld.soort === 'deel') {
      for (const [k, w] of invoerVan(onder, (waarde ?? {}) as Inhoud, `${pad}.`)) uit.set(k, w);
    } else if (veld.soort === 'groep') {
      ((waarde ?? []) as Inhoud[]).forEach((rij, i) => {
        for (const [k, w] of invoerVan(onder, rij, `${pad}.${i}.`)) uit.set(k, w);
      });
    } else uit.set(pad, toonWaarde(veld, waarde));
  }
  return uit;
}

/** Is nothing filled in, in the row of a group? A box that is not ticked says nothing. */
const isLeegRij = (invoer: Invoer, pad: string): boolean =>
  ![...invoer].some(([k, w]) => k.startsWith(`${pad}.`) && w.trim() !== '' && w !== 'nee');

/** The input with the rows of every group numbered from 0, without empty ones and those marked to go. */
export function ruimRijenOp(velden: readonly Veld[], invoer: Invoer): Map<string, string> {
  const uit = new Map<string, string>();
  const groepen = velden.filter(v => v.soort === 'groep');
  for (const [k, w] of invoer)
    if (!groepen.some(g => k.startsWith(`${g.naam}.`))) uit.set(k, w.replace(/\r\n?/g, '\n'));
  for (const groep of groepen) {
    const blijft = rijnummers(invoer, groep.naam).filter(
      n => !isLeegRij(invoer, `${groep.naam}.${n}`) && !invoer.get(`${groep.naam}.${n}._weg`),
    );
    let hoogste = 0;
    blijft.forEach((n, i) => {
      for (const veld of groep.velden ?? []) {
        let w = invoer.get(`${groep.naam}.${n}.${veld.naam}`) ?? '';
        if (veld.naam === 'nr') {
          if (w.trim() === '') w = `${hoogste + 1}`;
          hoogste = Math.max(hoogste, Number.parseInt(w, 10) || 0);
        }
        uit.set(`${groep.naam}.${i}.${veld.naam}`, w.replace(/\r\n?/g, '\n'));
      }
    });
  }
  return uit;
}

/** The content that was typed; values that cannot be read stay text, so that the check names them. */
export function inhoudVan(velden: readonly Veld[], invoer: Invoer, voor = ''): Inhoud {
  const uit: Inhoud = {};
  for (const veld of invulbaar(velden)) {
    const pad = voor + veld.naam;
    const onder = veld.velden ?? [];
    if (veld.soort === 'groep')
      uit[veld.naam] = rijnummers(invoer, pad).map(n => inhoudVan(onder, invoer, `${pad}.${n}.`));
    else if (veld.soort === 'deel') {
      const deel = inhoudVan(onder, invoer, `${pad}.`);
      uit[veld.naam] = Object.values(deel).every(w => w === null || w === false) ? leegVan(veld) : deel;
    } else uit[veld.naam] = leesWaarde(veld, (invoer.get(pad) ?? '').trim());
  }
  return uit;
}

/** The fields of a posted form: repeated names joined by lines, files left out. */
export function invoerUit(body: Record<string, unknown>): Map<string, string> {
  const uit = new Map<string, string>();
  for (const [naam, waarde] of Object.entries(body)) {
    const teksten = (Array.isArray(waarde) ? waarde : [waarde]).filter(w => typeof w === 'string');
    uit.set(naam, teksten.join('\n'));
  }
  return uit;
}
