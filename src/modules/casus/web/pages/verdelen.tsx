import { DOELEN, GRONDCODES, GRONDEN } from '#modules/toegang/index.ts';
import {
  Alinea,
  Filters,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  Paginering,
  Tabel,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { PER_BLAD } from '../../usecases/lijst.ts';
import type { Verdeelblad, Werkvoorraad } from '../../usecases/verdeel.ts';
import { type Vormstaat, veld } from '../kader.tsx';
import { toonDag } from '../opmaak.tsx';
import { opties, woord } from '../teksten/codes.ts';
import { lijstteksten, verdeelteksten as t } from '../teksten/lijst.ts';

/** The work of a team: numbers and dates only. */
export const Voorraadblad = (p: { voorraad: Werkvoorraad; stand: string; blad: number }) => (
  <>
    <Alinea soort="inleiding">{t.inleiding}</Alinea>
    <Filters actie="/casus/verdelen" aantal={p.voorraad.totaal} volgorde={t.volgorde} actief={p.stand !== ''}>
      <KeuzeVeld
        naam="stand"
        label={lijstteksten.stand}
        waarde={p.stand}
        leeg={lijstteksten.alle}
        opties={opties('stand', ['open', 'gesloten'])}
      />
    </Filters>
    {p.voorraad.rijen.length === 0 ? (
      <LegeStaat titel={t.leegTitel}>{t.leeg}</LegeStaat>
    ) : (
      <Tabel
        bijschrift={t.bijschrift}
        bijschriftVerborgen
        kolommen={[
          { naam: lijstteksten.nummer, rijkop: true },
          { naam: lijstteksten.stand },
          { naam: lijstteksten.geopend },
          { naam: lijstteksten.gewijzigd },
        ]}
        rijen={p.voorraad.rijen.map(r => [
          <Link href={`/casus/verdelen/${r.id}`}>{r.nummer}</Link>,
          woord('stand', r.stand),
          toonDag(r.geopendOp),
          toonDag(r.laatsteWijziging),
        ])}
      />
    )}
    <Paginering
      bladzijde={p.blad}
      totaal={Math.ceil(p.voorraad.totaal / PER_BLAD)}
      adres={n => `/casus/verdelen?blad=${n}${p.stand ? `&stand=${p.stand}` : ''}`}
    />
  </>
);

const Nu = ({ b, csrf }: { b: Verdeelblad; csrf: string }) => {
  const open = b.relaties.filter(r => r.open);
  if (open.length === 0) return <LegeStaat titel={t.niemand} />;
  return (
    <Tabel
      bijschrift={t.wieNu}
      bijschriftVerborgen
      kolommen={[
        { naam: t.naam, rijkop: true },
        { naam: t.organisatie },
        { naam: t.doel },
        { naam: t.sinds },
        { naam: t.einde },
      ]}
      rijen={open.map(r => [
        r.naam || t.onbekendeNaam,
        r.organisatie,
        woord('doel', r.doel),
        toonDag(r.van),
        <Formulier
          actie={`/casus/verdelen/${b.regel.id}/terug`}
          csrf={csrf}
          naam={t.eindeVan(r.naam || t.onbekendeNaam, woord('doel', r.doel))}
        >
          <VerborgenVeld naam="relatie" waarde={r.id} />
          <Knop soort="bij">{t.einde}</Knop>
        </Formulier>,
      ])}
    />
  );
};

/** One file to give out: who has it, and the form to give it. */
export const Toewijsblad = (p: { b: Verdeelblad; csrf: string; staat: Vormstaat; gedaan: string | null }) => (
  <>
    <FoutSamenvatting fouten={[...p.staat.fouten]} />
    {p.gedaan ? <Melding soort="gelukt" titel={p.gedaan} /> : null}
    {p.b.regel.stand === 'gesloten' ? <Melding titel={t.heropen} /> : null}
    <Kop2>{t.wieNu}</Kop2>
    <Nu b={p.b} csrf={p.csrf} />
    <Kop2>{t.wijsToe}</Kop2>
    <Formulier actie={`/casus/verdelen/${p.b.regel.id}`} csrf={p.csrf} naam={t.wijsToe}>
      <KeuzeVeld
        {...veld(p.staat, 'collega')}
        label={t.collega}
        uitleg={t.collegaUitleg}
        opties={p.b.collegas.map(c => ({
          waarde: `${c.persoonId}|${c.organisatieId}`,
          naam: `${c.naam || t.onbekendeNaam}, ${c.organisatie}`,
        }))}
      />
      <KeuzeVeld
        {...veld(p.staat, 'doel')}
        label={t.doelVraag}
        uitleg={t.doelUitleg}
        opties={opties(
          'doel',
          DOELEN.filter(d => d !== 'overleg'),
        )}
      />
      <KeuzeVeld
        {...veld(p.staat, 'grond')}
        label={t.grondVraag}
        opties={GRONDCODES.map(g => ({ waarde: g, naam: `${GRONDEN[g].naam} (${GRONDEN[g].bron})` }))}
      />
      <Knop>{t.knop}</Knop>
    </Formulier>
    <Link href="/toegang/overdrachten">{t.overdracht}</Link>
  </>
);
