import { formatTijd } from '#kern/datum/index.ts';
import { type App, type Ctx, toon } from '#platform/http/index.ts';
import { TIJDZONE } from '#platform/klok/index.ts';
import { Alinea, Kop1 } from '#platform/ui/index.ts';
import { blijfteksten as t } from './teksten-sessie.ts';

function pagina(c: Ctx): Promise<Response> {
  const e = c.get('einde');
  const tijd = (moment: Temporal.Instant) => formatTijd(moment.toZonedDateTimeISO(TIJDZONE).toPlainTime());
  const eerst = e && Temporal.Instant.compare(e.stilTot, e.hoogstensTot) < 0;
  return toon(
    c,
    { titel: e ? t.titel : t.afgemeldTitel },
    <>
      <Kop1>{e ? t.titel : t.afgemeldTitel}</Kop1>
      <Alinea>{e ? (eerst ? t.tot(tijd(e.stilTot)) : t.vast(tijd(e.hoogstensTot))) : t.afgemeld}</Alinea>
      <Alinea>{e ? t.verder : t.daarna}</Alinea>
    </>,
  );
}

/**
 * To stay signed in while a form is open elsewhere: asking for this page is use. Who was signed out already is not led
 * to sign in here: his form would then come from another session, and what he typed would be refused instead of kept.
 */
export function registreerBlijf(app: App): void {
  app.get('/account/blijf', pagina);
}
