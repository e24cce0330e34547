import type { Weigering } from '#kern/resultaat/index.ts';
import { toegestaneHandelingen } from '#kern/toestand/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import { type Optie, RadioGroep, TekstGebied, type VeldFout } from '#platform/ui/index.ts';
import { beginstatus, type Statustabel } from '../../domain/handeling.ts';
import type { Mijlpaalrol } from '../../domain/mijlpaal.ts';
import type { Onderdeel } from '../../domain/programma.ts';
import type { Inhoud } from '../../domain/veld.ts';
import { planningTeksten } from '../teksten/planning.ts';

/** What a form was sent with and why it came back; empty when it is opened. */
export interface Handelstaat {
  waarden: Readonly<Record<string, string>>;
  fouten: VeldFout[];
  /** The item as someone else left it. */
  nu?: Onderdeel | null;
}

export const VERSE_STAAT: Handelstaat = { waarden: {}, fouten: [] };

const t = planningTeksten.nl;

/** The fields of a form as texts. */
export async function velden(c: Ctx): Promise<Record<string, string>> {
  const lijf = await c.req.parseBody();
  const paren = Object.entries(lijf).filter(([naam]) => naam !== '_csrf');
  return Object.fromEntries(paren.map(([naam, w]) => [naam, typeof w === 'string' ? w : '']));
}

/** The sentence for a refused field. */
function foutTekst(veld: string, code: string): string {
  if (veld === 'reden' && code !== 'onbruikbaar_teken') return t.fouten.reden;
  if (code in t.fouten) return t.fouten[code as keyof typeof t.fouten];
  return t.fouten.anders;
}

/** Refusal of an act as errors on the form. */
export function foutenVan(w: Weigering & { velden?: Readonly<Record<string, string>> }): VeldFout[] {
  if (w.code === 'niet_toegestaan_overgang') return [{ veld: 'handeling', tekst: t.fouten.overgang }];
  return Object.entries(w.velden ?? {}).map(([veld, code]) => ({ veld, tekst: foutTekst(veld, code) }));
}

/** The error under one field, for the field itself. */
export function foutBij(staat: Handelstaat, veld: string): { fout: string } | Record<string, never> {
  const fout = staat.fouten.find(f => f.veld === veld);
  return fout ? { fout: fout.tekst } : {};
}

/** The acts that this person may do now, from the table, and the reason that goes with them. */
export const Handelvelden = (props: {
  tabel: Statustabel;
  inhoud: Inhoud;
  rollen: readonly Mijlpaalrol[];
  staat: Handelstaat;
  /** May the status stay as it is while other fields change? */
  magBlijven?: boolean;
}) => {
  const { staat } = props;
  const acts = toegestaneHandelingen(props.tabel, beginstatus(props.inhoud), props.rollen);
  const opties: Optie[] = acts.map(h => ({
    waarde: h,
    naam: t.handelingen[h],
    uitleg: t.handelingUitleg[h],
  }));
  if (props.magBlijven) opties.push({ waarde: 'blijft', naam: t.statusBlijft });
  return (
    <>
      <RadioGroep
        naam="handeling"
        label={t.wat}
        opties={opties}
        waarde={staat.waarden.handeling ?? (props.magBlijven ? 'blijft' : '')}
        {...foutBij(staat, 'handeling')}
      />
      <TekstGebied
        naam="reden"
        label={t.redenLabel}
        uitleg={t.redenUitleg}
        rijen={3}
        waarde={staat.waarden.reden ?? ''}
        {...foutBij(staat, 'reden')}
      />
    </>
  );
};
