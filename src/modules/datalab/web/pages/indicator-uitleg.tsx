import { formatDag } from '#kern/datum/index.ts';
import { adres, type Ctx } from '#platform/http/index.ts';
import { Alinea, BeschrijvingsLijst, Kop2, Lijst, Link } from '#platform/ui/index.ts';
import { type Indicator, inTaal } from '../../domain/indicator.ts';
import {
  catalogusteksten,
  formuleHerkomst,
  formuleZin,
  naamgever,
  naamMetVariant,
  onthullingZin,
} from '../catalogus-woorden.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import type { Indicatorkeuze } from './indicator.tsx';

type Deel = { c: Ctx; keuze: Indicatorkeuze };

/** The definition under which the figure that is shown was counted; without a figure the usual one. */
function geldendeDefinitie(k: Indicatorkeuze): Indicator {
  const versie = k.plaats?.laatste.waarneming.definitieversie;
  return k.definities.find(d => d.definitieversie === versie) ?? k.indicator;
}

function uitlegregels({ c, keuze }: Deel) {
  const t = teksten(c).pagina;
  const taal = c.get('taal');
  const k = catalogusteksten(taal);
  const i = geldendeDefinitie(keuze);
  const overgenomen = keuze.plaats?.laatste.waarneming.overgenomen;
  const richting = `${teksten(c).richtingen[i.richting]}. ${inTaal(i.richtingWaarom, taal)}`;
  const formule = `${formuleZin(i, naamgever(keuze.alleDefinities, taal), taal)} (${formuleHerkomst(i, taal)})`;
  return [
    { term: t.definitie, waarde: inTaal(i.definitie, taal) },
    { term: t.eenheid, waarde: i.eenheid },
    { term: t.teller, waarde: inTaal(i.teller, taal) },
    { term: t.noemer, waarde: inTaal(i.noemer, taal) },
    { term: k.formule, waarde: formule },
    { term: k.periode, waarde: k.periodes[i.periode] },
    { term: t.richting, waarde: richting },
    { term: k.onthulling, waarde: `${onthullingZin(i, taal)}. ${inTaal(i.onthulling.waarom, taal)}` },
    { term: t.eigenaar, waarde: <span lang="nl">{i.eigenaar}</span> },
    { term: k.bronnen, waarde: <span lang="nl">{i.bronnen.join('; ')}</span> },
    ...(i.nummers.length === 0 ? [] : [{ term: k.nummers, waarde: i.nummers.join(', ') }]),
    { term: t.definitieversie, waarde: String(i.definitieversie) },
    ...(overgenomen === undefined
      ? []
      : [{ term: t.overgenomen, waarde: formatDag(Temporal.PlainDate.from(overgenomen), taal) }]),
  ];
}

/** What an indicator is: definition, formula, disclosure class, traps and its other versions. */
export const IndicatorUitleg = ({ c, keuze }: Deel) => {
  const t = teksten(c).pagina;
  const taal = c.get('taal');
  const k = catalogusteksten(taal);
  const { valkuilen } = keuze.indicator;
  return (
    <>
      <Kop2>{t.wat}</Kop2>
      <BeschrijvingsLijst items={uitlegregels({ c, keuze })} />
      {keuze.definities.length > 1 ? (
        <>
          <Kop2>{k.versiesKop}</Kop2>
          <Lijst
            items={keuze.definities.map(
              i =>
                `${k.versie(String(i.definitieversie))}: ${naamMetVariant(i, taal)}. ${inTaal(i.definitie, taal)}`,
            )}
          />
        </>
      ) : null}
      {valkuilen.length === 0 ? null : (
        <>
          <Kop2>{t.valkuilen}</Kop2>
          <Lijst items={valkuilen.map(v => inTaal(v, taal))} />
        </>
      )}
      <Alinea>
        <Link href={adres(c, paden.catalogus(keuze.regio.id))}>{k.link}</Link>
      </Alinea>
    </>
  );
};
