import type { Child } from 'hono/jsx';
import { formatDag, formatPeriode, parsePeriode } from '#kern/datum/index.ts';
import { inTaal, type Reeksopdracht } from '#modules/datalab/index.ts';
import { BeschrijvingsLijst, type Taal, toonGetal } from '#platform/ui/index.ts';
import type { Evaluatieinhoud, Reeksnaam } from '../../usecases/evaluatie.ts';
import { Brontaal } from '../opmaak.tsx';
import { evaluatieTeksten } from '../teksten/evaluatie.ts';

/** A period code in words. */
export function periodeInWoorden(code: string, taal: Taal): string {
  const p = parsePeriode(code);
  return p.ok ? formatPeriode(p.waarde, taal) : code;
}

function vertragingInWoorden(o: Reeksopdracht, taal: Taal): string {
  const t = evaluatieTeksten[taal];
  if (o.vertraging === 0) return t.geenVertraging;
  const [een, meer] = t.perioden[o.reeks.periode];
  return t.vertragingen(toonGetal(o.vertraging, taal), String(o.vertraging === 1 ? een : meer));
}

const reeksInWoorden = (r: Reeksnaam, taal: Taal): string => `${inTaal(r.naam, taal)}, ${r.plaatsnaam}`;

interface Vraagprops {
  readonly inhoud: Evaluatieinhoud;
  readonly bekendTot: string | null;
  readonly actie: Child;
  readonly taal: Taal;
}

/** Everything that a question states beforehand, as terms with their values. */
export const Vraaglijst = ({ inhoud, bekendTot, actie, taal }: Vraagprops) => {
  const t = evaluatieTeksten[taal];
  const o = inhoud.opdracht;
  const bron = (tekst: string) => <Brontaal taal={taal}>{tekst}</Brontaal>;
  const controle = inhoud.controle
    ? [
        { term: t.controle, waarde: reeksInWoorden(inhoud.controle, taal) },
        { term: t.controleWaarom, waarde: bron(inhoud.controleWaarom) },
      ]
    : [{ term: t.controle, waarde: t.geenControle }];
  return (
    <BeschrijvingsLijst
      items={[
        { term: t.vraag, waarde: bron(inhoud.vraag) },
        { term: t.actie, waarde: actie },
        { term: t.cijfer, waarde: reeksInWoorden(inhoud.reeks, taal) },
        { term: t.bron, waarde: bron(inhoud.reeks.bron) },
        {
          term: t.periode,
          waarde: t.totEnMet(periodeInWoorden(o.van, taal), periodeInWoorden(o.tot, taal)),
        },
        { term: t.ingreep, waarde: formatDag(Temporal.PlainDate.from(o.ingreep), taal) },
        { term: t.vorm, waarde: t.vormen[o.vorm] },
        { term: t.vertraging, waarde: vertragingInWoorden(o, taal) },
        { term: t.seizoen, waarde: t.seizoenen[o.seizoen] },
        { term: t.verwachting, waarde: t.verwachtingen[inhoud.verwachting] },
        { term: t.waarom, waarde: bron(inhoud.waarom) },
        ...controle,
        {
          term: t.bekend,
          waarde: bekendTot ? t.bekendTot(periodeInWoorden(bekendTot, taal)) : t.nietsBekend,
        },
      ]}
    />
  );
};
