import type { Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  RadioGroep,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import { BLOKKADEREDENEN, WEERWIJZEN } from '../domain/blokkade.ts';
import { type Collega, type Leesdienst, leesWeerblad } from '../usecases/toezicht.ts';
import { type Weervraag, weer } from '../usecases/weren.ts';
import { heeftEen, legWeigering, lezerVan, toonDossierpagina, weigerDossier } from './dossierkader.tsx';
import { dossierteksten } from './teksten-dossiers.ts';
import { weerteksten as t } from './teksten-weren.ts';
import { leesVorm } from './vorm.ts';

const PAD = '/toegang/blokkades/weren';
const LEEG: Weervraag = {
  wijze: 'persoon',
  ...{ nummer: '', voornaam: '', achternaam: '', geboren: '' },
  ...{ collega: '', adres: '', reden: '', van: '', tot: '' },
};
type Veldnaam = keyof Weervraag;

interface Staat {
  v: Weervraag;
  fouten: VeldFout[];
}

const veld = (s: Staat, naam: Veldnaam) => ({
  naam,
  waarde: s.v[naam],
  fout: s.fouten.find(f => f.veld === naam)?.tekst,
});

const Wie = ({ s, collegas }: { s: Staat; collegas: readonly Collega[] }) => (
  <>
    <Kop2>{t.wie}</Kop2>
    <KeuzeVeld
      {...veld(s, 'collega')}
      label={t.collega}
      verplicht={false}
      opties={collegas.map(c => ({
        waarde: `${c.persoonId}|${c.organisatieId}`,
        naam: `${c.naam}, ${c.organisatie}`,
      }))}
    />
    <TekstVeld {...veld(s, 'adres')} label={t.adres} uitleg={t.adresUitleg} verplicht={false} soort="email" />
  </>
);

const Waarvoor = ({ s }: { s: Staat }) => (
  <>
    <Kop2>{t.waarvoor}</Kop2>
    <RadioGroep
      {...veld(s, 'wijze')}
      label={t.wijze}
      opties={WEERWIJZEN.map(w => ({ waarde: w, naam: t.wijzen[w] }))}
    />
    <TekstVeld
      {...veld(s, 'nummer')}
      label={dossierteksten.blokkade.nummer}
      uitleg={dossierteksten.blokkade.nummerUitleg}
      breedte="kort"
      verplicht={false}
    />
    <TekstVeld {...veld(s, 'voornaam')} label={t.voornaam} breedte="middel" verplicht={false} />
    <TekstVeld {...veld(s, 'achternaam')} label={t.achternaam} breedte="middel" verplicht={false} />
    <DatumVeld {...veld(s, 'geboren')} label={t.geboren} verplicht={false} />
  </>
);

const Vorm = ({ s, collegas, csrf }: { s: Staat; collegas: readonly Collega[]; csrf: string }) => (
  <Formulier actie={PAD} csrf={csrf} naam={t.titel}>
    <Wie s={s} collegas={collegas} />
    <Waarvoor s={s} />
    <Kop2>{t.hoeLang}</Kop2>
    <RadioGroep
      {...veld(s, 'reden')}
      label={dossierteksten.blokkade.reden}
      opties={BLOKKADEREDENEN.map(r => ({ waarde: r, naam: dossierteksten.blokkade.redenen[r] }))}
    />
    <DatumVeld {...veld(s, 'van')} label={t.van} uitleg={t.vanUitleg} verplicht={false} />
    <DatumVeld {...veld(s, 'tot')} label={t.tot} uitleg={t.totUitleg} verplicht={false} />
    <Knop soort="gevaar">{t.knop}</Knop>
  </Formulier>
);

async function pagina(d: Leesdienst, c: Ctx, s: Staat): Promise<Response> {
  const collegas = await alsLezer(c, tx => leesWeerblad(d, tx, lezerVan(c)));
  return toonDossierpagina(
    c,
    { titel: t.titel, fouten: s.fouten },
    <>
      <Alinea>{t.inleiding}</Alinea>
      <Alinea>{t.geteld}</Alinea>
      <Vorm s={s} collegas={collegas} csrf={c.get('csrf')} />
    </>,
  );
}

/** What is wrong, at its field; what was not found is told without saying what. */
function foutenVan(w: Weigering): VeldFout[] {
  if (w.code === 'niet_gevonden') return [{ tekst: t.nietGevonden }];
  if (w.code === 'adres_onbekend') return [{ veld: 'adres', tekst: t.adresOnbekend }];
  const velden = Object.entries(w.velden ?? {}).map(([naam, code]) => ({
    veld: naam,
    tekst: t.fouten[`${naam}:${code}`] ?? t.fouten[naam] ?? t.nietGevonden,
  }));
  return velden.length > 0 ? velden : [{ tekst: w.melding ?? t.nietGevonden }];
}

const magHier = (c: Ctx): boolean => heeftEen(c, ['privacyfunctionaris']);

async function leg(d: Leesdienst, c: Ctx): Promise<Response> {
  if (!magHier(c)) return weigerDossier(c, { handeling: 'toegang_nemen', soort: 'blokkade', object: null });
  const veldwaarde = await leesVorm(c);
  const namen = Object.keys(LEEG) as Veldnaam[];
  const v = Object.fromEntries(namen.map(n => [n, veldwaarde(n).slice(0, 300)])) as unknown as Weervraag;
  const r = await alsLezer(c, tx => weer(d, tx, v, { lezer: lezerVan(c), vandaag: c.get('vandaag') }));
  if (r.ok) return c.redirect(`/toegang/blokkades?kenmerk=${r.waarde.slice(0, 8)}`, 303);
  if (r.weigering.code === 'niet_gevonden') {
    await legWeigering(c, { handeling: 'zoeken', soort: 'blokkade', object: null });
  }
  return pagina(d, c, { v, fouten: foutenVan(r.weigering) });
}

/** A privacy officer bars somebody from what he does not see himself. */
export function registreerWeren(app: App, d: Leesdienst): void {
  app.get(PAD, c =>
    magHier(c)
      ? pagina(d, c, { v: LEEG, fouten: [] })
      : weigerDossier(c, { handeling: 'lijst', soort: 'blokkade', object: null }),
  );
  app.post(PAD, c => leg(d, c));
}
