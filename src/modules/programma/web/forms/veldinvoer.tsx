import type { Child } from 'hono/jsx';
import {
  Details,
  KeuzeVeld,
  Knop,
  type Optie,
  TekstGebied,
  TekstVeld,
  Veldset,
  VinkVeld,
  veldId,
} from '#platform/ui/index.ts';
import type { Enkelsoort, Invoer } from '../../domain/invoer.ts';
import { gemeenten, lijst, type Programma, titel } from '../../domain/programma.ts';
import type { Soort, Soortcode, Veld } from '../../domain/veld.ts';
import { bewerkTeksten as t } from '../teksten/bewerken.ts';
import { keuzeWoord } from '../teksten/keuzes.ts';
import { findVeldtekst } from '../teksten/velden.ts';
import { invulbaar, rijnummers } from './vorm.ts';

/** Everything a field needs to show itself: the programme for its lists, what was typed and what is wrong. */
export interface Veldomgeving {
  p: Programma;
  soort: Soort;
  invoer: Invoer;
  /** Fault per path. */
  fouten: ReadonlyMap<string, string>;
}

const LEGE_REGELS = 2;

const kort = (tekst: string): string => (tekst.length > 90 ? `${tekst.slice(0, 90)}…` : tekst);

/** What can be chosen: code and title of the items of a kind. */
function verwijsOpties(p: Programma, naar: Soortcode | undefined): Optie[] {
  return naar ? lijst(p, naar).map(o => ({ waarde: o.code, naam: kort(`${o.code} ${titel(o)}`) })) : [];
}

function velden(o: Veldomgeving, veld: Veld, pad: string) {
  const tekst = findVeldtekst(o.soort.code, pad, 'nl');
  const fout = o.fouten.get(pad);
  return {
    naam: pad,
    label: tekst?.label ?? pad,
    waarde: o.invoer.get(pad) ?? '',
    verplicht: veld.verplicht === true,
    ...(tekst?.uitleg ? { uitleg: tekst.uitleg } : {}),
    ...(fout ? { fout } : {}),
  };
}

type Maker = (o: Veldomgeving, veld: Veld, pad: string) => Child;

const regel =
  (breedte: 'kort' | 'middel' | 'vol', toetsen: 'text' | 'numeric' | 'decimal' = 'text'): Maker =>
  (o, veld, pad) => <TekstVeld {...velden(o, veld, pad)} breedte={breedte} toetsen={toetsen} />;
const gebied =
  (rijen: number): Maker =>
  (o, veld, pad) => <TekstGebied {...velden(o, veld, pad)} rijen={rijen} />;
const keuze =
  (opties: (o: Veldomgeving, veld: Veld) => Optie[]): Maker =>
  (o, veld, pad) => {
    const leeg = veld.verplicht ? {} : { leeg: t.leegWaarde };
    return <KeuzeVeld {...velden(o, veld, pad)} {...leeg} opties={opties(o, veld)} />;
  };

const vinkjes: Maker = (o, veld, pad) => {
  const props = velden(o, veld, pad);
  const aan = new Set(props.waarde.split('\n'));
  const opties = verwijsOpties(o.p, veld.naar);
  return (
    <Veldset titel={props.label} {...(props.uitleg ? { uitleg: props.uitleg } : {})}>
      {props.fout ? <div class="utrecht-form-field-error-message">{props.fout}</div> : null}
      {opties.length === 0 ? <p class="utrecht-paragraph">{t.leegWaarde}</p> : null}
      {opties.map((optie, i) => (
        <VinkVeld
          naam={pad}
          id={i === 0 ? veldId(pad) : `${veldId(pad)}-${i}`}
          label={optie.naam}
          waarde={optie.waarde}
          aan={aan.has(optie.waarde)}
        />
      ))}
    </Veldset>
  );
};

/** One way of asking per kind of field. */
const MAKERS: Record<Enkelsoort, Maker> = {
  tekst: regel('vol'),
  alinea: gebied(4),
  getal: regel('kort', 'decimal'),
  bedrag: regel('kort', 'numeric'),
  datum: regel('middel'),
  kwartaal: regel('kort'),
  ja_nee: (o, veld, pad) => {
    const { waarde, verplicht: _, ...props } = velden(o, veld, pad);
    return <VinkVeld {...props} waarde="ja" aan={waarde === 'ja'} />;
  },
  keuze: keuze((_, veld) => (veld.keuzes ?? []).map(k => ({ waarde: k, naam: keuzeWoord(k, 'nl') }))),
  verwijzing: keuze((o, veld) => verwijsOpties(o.p, veld.naar)),
  verwijzingen: vinkjes,
  gemeente: keuze(o => gemeenten(o.p).map(g => ({ waarde: g.naam, naam: g.naam }))),
  lijst: gebied(4),
};

const Groep = ({ o, veld, pad }: { o: Veldomgeving; veld: Veld; pad: string }) => {
  const { label, uitleg } = velden(o, veld, pad);
  const nummers = rijnummers(o.invoer, pad);
  const eerste = nummers.length === 0 ? 0 : Math.max(...nummers) + 1;
  const leeg = Array.from({ length: LEGE_REGELS }, (_, i) => eerste + i);
  return (
    <Veldset titel={label} id={veldId(pad)} {...(uitleg ? { uitleg } : {})}>
      {nummers.map(n => (
        <Veldset titel={t.regel(label, n + 1)}>
          <Invulvelden o={o} velden={veld.velden ?? []} voor={`${pad}.${n}.`} />
          <VinkVeld naam={`${pad}.${n}._weg`} label={t.haalWeg} />
        </Veldset>
      ))}
      {leeg.map(n => (
        <Details titel={t.nieuweRegel(label)}>
          <Invulvelden
            o={o}
            velden={(veld.velden ?? []).map(v => ({ ...v, verplicht: false }))}
            voor={`${pad}.${n}.`}
          />
        </Details>
      ))}
      <Knop soort="bij" naam="_meer" waarde={pad}>
        {t.nogEen}
      </Knop>
    </Veldset>
  );
};

const Deel = ({ o, veld, pad }: { o: Veldomgeving; veld: Veld; pad: string }) => {
  const { label, uitleg } = velden(o, veld, pad);
  return (
    <Veldset titel={label} {...(uitleg ? { uitleg } : {})}>
      <Invulvelden o={o} velden={veld.velden ?? []} voor={`${pad}.`} />
    </Veldset>
  );
};

/** The fields of an item or of a row of a group, from the field table alone. */
export const Invulvelden = (props: { o: Veldomgeving; velden: readonly Veld[]; voor?: string }) => (
  <>
    {invulbaar(props.velden).map(veld => {
      const pad = (props.voor ?? '') + veld.naam;
      if (veld.soort === 'groep') return <Groep o={props.o} veld={veld} pad={pad} />;
      if (veld.soort === 'deel') return <Deel o={props.o} veld={veld} pad={pad} />;
      return MAKERS[veld.soort](props.o, veld, pad);
    })}
  </>
);
