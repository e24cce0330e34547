import { formatDagKort } from '#kern/datum/index.ts';
import type { Lidmaatschap } from '#modules/toegang/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  KeuzeVeld,
  Knop,
  KnopLink,
  LegeStaat,
  Link,
  RadioGroep,
  Tabel,
  TekstGebied,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import { openMerken } from '../usecases/merk.ts';
import { functie, legVerzoekVast, listVerzoeken, type Verzoekinvoer } from '../usecases/verzoek.ts';
import { alsAangemeld, alsFouten, alsFunctionaris, leesVorm, pagina } from './kader.tsx';
import { verzoekteksten as t } from './teksten-verzoek.ts';

const dag = (iso: string) => formatDagKort(Temporal.PlainDate.from(iso));
/** Names of codes as options. */
export const opties = (namen: Readonly<Record<string, string>>) =>
  Object.entries(namen).map(([waarde, naam]) => ({ waarde, naam }));

async function toonVerzoeken(c: Ctx): Promise<Response> {
  const [rijen, lopend] = await alsLezer(
    c,
    async tx => [await listVerzoeken(tx), await openMerken(tx)] as const,
  );
  return pagina(
    c,
    { titel: t.titel },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {functie(lidmaatschappen(c)) ? <KnopLink href="/privacy/verzoeken/nieuw">{t.nieuw}</KnopLink> : null}
      {rijen.length === 0 ? (
        <LegeStaat titel={t.geen} />
      ) : (
        <Tabel
          bijschrift={t.bijschrift}
          kolommen={[
            { naam: t.kolommen.soort, rijkop: true },
            { naam: t.kolommen.ontvangen },
            { naam: t.kolommen.uiterlijk },
            { naam: t.kolommen.stand },
          ]}
          rijen={rijen.map(v => [
            <Link href={`/privacy/verzoeken/${v.id}`}>{t.soorten[v.soort]}</Link>,
            dag(v.ontvangenOp),
            dag(v.einddatum),
            lopend.has(v.id) ? t.nogTeDoen : t.standen[v.stand],
          ])}
        />
      )}
    </>,
  );
}

const VELDEN = [
  'soort',
  'aanvrager',
  'vraag',
  'door',
  'leeftijd',
  'wilsbekwaam',
  'taak',
  'ontvangen',
  'nummer',
] as const;
const LEEG = Object.fromEntries(VELDEN.map(v => [v, ''])) as unknown as Verzoekinvoer;

function toonNieuw(c: Ctx, i: Verzoekinvoer = LEEG, fouten: VeldFout[] = []): Promise<Response> {
  const veld = (naam: keyof Verzoekinvoer) => {
    const fout = fouten.find(f => f.veld === naam)?.tekst;
    return { naam, waarde: i[naam], ...(fout ? { fout } : {}) };
  };
  const v = t.velden;
  return pagina(
    c,
    { titel: t.nieuw, fouten },
    <Formulier actie="/privacy/verzoeken/nieuw" csrf={c.get('csrf')}>
      <KeuzeVeld {...veld('soort')} label={v.soort} opties={opties(t.soorten)} />
      <DatumVeld {...veld('ontvangen')} label={v.ontvangen} />
      <KeuzeVeld {...veld('taak')} label={v.taak} opties={opties(t.taken)} />
      <TekstVeld {...veld('nummer')} label={v.nummer} breedte="kort" verplicht={false} />
      <TekstGebied
        {...veld('aanvrager')}
        label={v.aanvrager}
        uitleg={v.aanvragerUitleg}
        rijen={3}
        maximum={500}
      />
      <RadioGroep {...veld('door')} label={v.door} opties={opties(t.door)} />
      <RadioGroep {...veld('leeftijd')} label={v.leeftijd} opties={opties(t.leeftijd)} />
      <RadioGroep {...veld('wilsbekwaam')} label={v.wilsbekwaam} opties={opties({ ja: v.ja, nee: v.nee })} />
      <TekstGebied {...veld('vraag')} label={v.vraag} verplicht={false} maximum={5000} />
      <Knop>{t.knopNieuw}</Knop>
    </Formulier>,
  );
}

/** The key is made before the transaction and destroyed when nothing came of it. */
async function legVast(c: Ctx, d: Privacydiensten, f: Lidmaatschap & { regio: string }): Promise<Response> {
  const { een } = await leesVorm(c);
  const invoer = Object.fromEntries(VELDEN.map(v => [v, een(v)])) as unknown as Verzoekinvoer;
  const sleutel = await d.kluis.nieuweSleutel('verzoek');
  const wie = { organisatie: f.organisatieId, regio: f.regio, vandaag: c.get('vandaag'), sleutel };
  let vastgelegd = false;
  try {
    const r = await alsLezer(c, tx => legVerzoekVast(tx, d.kluis, wie, invoer));
    vastgelegd = r.ok;
    return r.ok
      ? c.redirect(`/privacy/verzoeken/${r.waarde}`, 303)
      : toonNieuw(c, invoer, alsFouten(r.weigering));
  } finally {
    if (!vastgelegd) await d.kluis.vernietig(sleutel);
  }
}

/** The list of requests and a new one. */
export function registreerVerzoeken(app: App, d: Privacydiensten): void {
  app.get('/privacy/verzoeken', c => alsAangemeld(c, () => toonVerzoeken(c)));
  app.get('/privacy/verzoeken/nieuw', c => alsFunctionaris(c, () => toonNieuw(c)));
  app.post('/privacy/verzoeken/nieuw', c => alsFunctionaris(c, f => legVast(c, d, f)));
}
