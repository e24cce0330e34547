import { KeuzeVeld, RadioGroep, TekstVeld, VinkVeld } from '#platform/ui/index.ts';
import { BSN_GRONDEN } from '../domain/bsn.ts';
import { type Gebied, type Vormstaat, veld } from './kader.tsx';
import { gemeenteOpties, opties } from './opmaak.tsx';
import type { Gegradeerd } from './persoonvorm.ts';
import { persoonteksten as t, woorden } from './teksten.ts';

/** A field and, below it, the box for who will not say. */
const Gegradeerdveld = (p: {
  staat: Vormstaat;
  naam: Gegradeerd;
  uitleg?: string;
  soort?: 'text' | 'tel' | 'email';
}) => (
  <>
    <TekstVeld
      {...veld(p.staat, p.naam)}
      label={t[p.naam]}
      verplicht={false}
      soort={p.soort ?? 'text'}
      aanvullen="off"
      {...(p.uitleg ? { uitleg: p.uitleg } : {})}
    />
    <VinkVeld
      naam={`${p.naam}_geweigerd`}
      label={t.wilNiet(t[p.naam])}
      aan={p.staat.waarden[`${p.naam}_geweigerd`] === 'ja'}
    />
  </>
);

/** The citizen service number with its ground: the one is nothing without the other. */
const Bsnvelden = ({ staat }: { staat: Vormstaat }) => (
  <>
    <TekstVeld
      {...veld(staat, 'bsn')}
      label={t.bsn}
      uitleg={t.bsnUitleg}
      verplicht={false}
      breedte="kort"
      toetsen="numeric"
      aanvullen="off"
    />
    <KeuzeVeld
      {...veld(staat, 'bsn_grond')}
      label={t.bsnGrond}
      verplicht={false}
      opties={opties(BSN_GRONDEN)}
    />
  </>
);

/** The fields of a person, for a new one and for a change; the number only for who may write it down. */
export const Persoonvelden = (p: { staat: Vormstaat; gebieden: readonly Gebied[]; bsn: boolean }) => {
  const { staat, gebieden } = p;
  return (
    <>
      <Gegradeerdveld staat={staat} naam="voornamen" />
      <Gegradeerdveld staat={staat} naam="roepnaam" />
      <TekstVeld
        {...veld(staat, 'tussenvoegsel')}
        label={t.tussenvoegsel}
        verplicht={false}
        breedte="kort"
        aanvullen="off"
      />
      <Gegradeerdveld staat={staat} naam="achternaam" />
      <Gegradeerdveld staat={staat} naam="geboortedatum" uitleg={t.geboortedatumUitleg} />
      <RadioGroep
        {...veld(staat, 'geslacht')}
        waarde={staat.waarden['geslacht'] || 'onbekend'}
        label={t.geslacht}
        opties={opties(woorden.geslacht)}
      />
      <KeuzeVeld
        {...veld(staat, 'gemeente')}
        label={t.gemeente}
        verplicht={false}
        opties={gemeenteOpties(gebieden)}
      />
      <Gegradeerdveld staat={staat} naam="telefoon" soort="tel" />
      <Gegradeerdveld staat={staat} naam="email" soort="email" />
      {p.bsn ? <Bsnvelden staat={staat} /> : null}
    </>
  );
};
