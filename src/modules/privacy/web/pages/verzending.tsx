import type { Child } from 'hono/jsx';
import { bevindingTekst } from '#kern/controle/index.ts';
import { CONTACTTEKSTEN, type Verzendoordeel } from '#modules/gezin/index.ts';
import { Formulier, Lijst, Melding, VinkVeld } from '#platform/ui/index.ts';
import { verzoekteksten as t } from '../teksten-verzoek.ts';

interface Verzendvraag {
  oordeel: Verzendoordeel;
  actie: string;
  csrf: string;
  naam: string;
  children: Child;
}

/** What the room of persons says before something is sent: it forbids, or a named human ticks what he saw. */
export const Verzendvorm = (p: Verzendvraag) =>
  p.oordeel.stand === 'mag_niet' ? (
    <Melding soort="fout" titel={t.briefMagNiet}>
      <Lijst items={p.oordeel.bevindingen.map(b => bevindingTekst(b, CONTACTTEKSTEN))} />
    </Melding>
  ) : (
    <Formulier actie={p.actie} csrf={p.csrf} naam={p.naam}>
      {p.oordeel.stand === 'besluit_nodig' ? <Melding soort="waarschuwing" titel={t.briefBesluit} /> : null}
      {p.oordeel.bevindingen.map(b => (
        <VinkVeld
          naam="bevestigd"
          id={`bevestigd-${b.code}`}
          waarde={b.code}
          label={t.bevestig}
          uitleg={bevindingTekst(b, CONTACTTEKSTEN)}
        />
      ))}
      {p.children}
    </Formulier>
  );
