import { lidmaatschappen, type Rol } from '#modules/toegang/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  Kop2,
  LegeStaat,
  Link,
  Tabel,
  TekstVeld,
} from '#platform/ui/index.ts';
import { parseGeboortedatum } from '../domain/geboortedatum.ts';
import type { Vergelijkbaar } from '../domain/gelijkenis.ts';
import { bekend, ONBEKEND } from '../domain/graad.ts';
import { LEGE_GEGEVENS } from '../domain/persoon.ts';
import { type Vondst, zoekPersonen } from '../usecases/zoek.ts';
import {
  besloten,
  type Diensten,
  LEEG,
  leesVelden,
  persoonpad,
  toonBlad,
  type Velden,
  type Vormstaat,
  veld,
  weiger,
} from './kader.tsx';
import { toonGeboren, toonNaam } from './opmaak.tsx';
import { adresteksten, persoonteksten as pt, zoekteksten as t } from './teksten.ts';

export const ZOEKVELDEN = ['voornamen', 'achternaam', 'geboortedatum', 'postcode', 'nummer'] as const;

const naamVeld = (w: string | undefined) => (w ? bekend(w.slice(0, 200)) : ONBEKEND);

/** What was typed as something to compare with; or what is wrong with it. */
export function leesVraag(
  v: Velden,
  vandaag: Temporal.PlainDate,
): { vraag: Vergelijkbaar } | { fouten: Vormstaat['fouten'] } {
  if (ZOEKVELDEN.every(f => !v[f])) return { fouten: [{ veld: 'achternaam', tekst: t.leeg }] };
  const datum = v['geboortedatum'] ? parseGeboortedatum(v['geboortedatum'], vandaag) : null;
  if (datum && !datum.ok) return { fouten: [{ veld: 'geboortedatum', tekst: pt.geboortedatumFout }] };
  const adres = {
    straat: '',
    toevoeging: '',
    plaats: '',
    postcode: v['postcode'] ?? '',
    nummer: v['nummer'] ?? '',
  };
  return {
    vraag: {
      gegevens: {
        ...LEGE_GEGEVENS,
        voornamen: naamVeld(v['voornamen']),
        achternaam: naamVeld(v['achternaam']),
        geboortedatum: datum?.ok ? bekend(datum.waarde) : ONBEKEND,
      },
      adressen: adres.postcode ? [adres] : [],
      geslacht: 'onbekend',
      bsn: null,
    },
  };
}

/** The fields by which somebody is looked for. */
export const Zoekvelden = ({ s }: { s: Vormstaat }) => (
  <>
    <TekstVeld {...veld(s, 'voornamen')} label={pt.voornamen} verplicht={false} aanvullen="off" />
    <TekstVeld {...veld(s, 'achternaam')} label={pt.achternaam} verplicht={false} aanvullen="off" />
    <TekstVeld
      {...veld(s, 'geboortedatum')}
      label={pt.geboortedatum}
      uitleg={pt.geboortedatumUitleg}
      verplicht={false}
      breedte="kort"
      aanvullen="off"
    />
    <TekstVeld
      {...veld(s, 'postcode')}
      label={adresteksten.postcode}
      verplicht={false}
      breedte="kort"
      aanvullen="off"
    />
    <TekstVeld
      {...veld(s, 'nummer')}
      label={adresteksten.nummer}
      verplicht={false}
      breedte="kort"
      aanvullen="off"
    />
  </>
);

const Gevonden = ({ vondsten }: { vondsten: readonly Vondst[] }) =>
  vondsten.length === 0 ? (
    <LegeStaat titel={t.niemandTitel}>
      <Alinea>{t.niemand}</Alinea>
    </LegeStaat>
  ) : (
    <>
      <Kop2>{t.gevonden}</Kop2>
      <Tabel
        bijschrift={t.gevonden}
        bijschriftVerborgen
        kolommen={[{ naam: pt.achternaam, rijkop: true }, { naam: pt.geboortedatum }]}
        rijen={vondsten.map(({ persoon }) => [
          <>
            <Link href={persoonpad(persoon.id)}>{toonNaam(persoon)}</Link>
            {persoon.opgegaanIn === null ? null : ` ${t.samengevoegd}`}
          </>,
          toonGeboren(persoon),
        ])}
      />
    </>
  );

function pagina(c: Ctx, s: Vormstaat, vondsten: readonly Vondst[] | null): Promise<Response> {
  return toonBlad(
    c,
    { titel: t.titel, fouten: s.fouten },
    <>
      <FoutSamenvatting fouten={[...s.fouten]} />
      <Alinea soort="inleiding">{t.uitleg}</Alinea>
      <Formulier actie="/gezin/zoeken" csrf={c.get('csrf')}>
        <Zoekvelden s={s} />
        <Knop>{t.zoek}</Knop>
      </Formulier>
      {vondsten === null ? null : <Gevonden vondsten={vondsten} />}
    </>,
  );
}

async function zoek(c: Ctx, d: Diensten): Promise<Response> {
  const waarden = await leesVelden(c, ZOEKVELDEN);
  const gelezen = leesVraag(waarden, c.get('vandaag'));
  if ('fouten' in gelezen) return pagina(c, { waarden, fouten: gelezen.fouten }, null);
  const vondsten = await alsLezer(c, tx => zoekPersonen(tx, d.kluis, gelezen.vraag));
  return pagina(c, { waarden, fouten: [] }, vondsten);
}

const MET_GEZINNEN: readonly Rol[] = ['professional', 'teamleider', 'intaker'];
/** Who can have no relation with a file has no search in files either: the page is not there for him. */
const zoekt = (c: Ctx): boolean => lidmaatschappen(c).some(l => MET_GEZINNEN.includes(l.rol));

/** Search within one's own files. What is looked for is posted: it never stands in an address or a history. */
export function registreerZoek(app: App, d: Diensten): void {
  app.get('/gezin/zoeken', besloten, c => (zoekt(c) ? pagina(c, LEEG, null) : weiger(c, 'persoon', null)));
  app.post('/gezin/zoeken', besloten, c => (zoekt(c) ? zoek(c, d) : weiger(c, 'persoon', null)));
}
