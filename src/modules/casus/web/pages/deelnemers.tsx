import { GRONDCODES, GRONDEN, gebeurtenis } from '#modules/toegang/index.ts';
import {
  Alinea,
  DatumVeld,
  Details,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  Tabel,
  TekstVeld,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import type { Deelnemer } from '../../usecases/lees.ts';
import { veld } from '../kader.tsx';
import { toonDag } from '../opmaak.tsx';
import { woord } from '../teksten/codes.ts';
import { deelnemerteksten as t } from '../teksten/dossier.ts';
import type { Paneel } from './panelen.tsx';

/** The grounds that belong to an event of access, with their article. */
function gronden(code: 'overleg' | 'overdracht_aanvaard') {
  const horen: readonly string[] = gebeurtenis(code).gronden;
  return GRONDCODES.filter(g => horen.includes(g)).map(g => ({
    waarde: g,
    naam: `${GRONDEN[g].naam} (${GRONDEN[g].bron})`,
  }));
}

const Einde = ({ p, r }: { p: Paneel; r: Deelnemer }) => {
  if (!r.open) return r.tot ? toonDag(r.tot) : t.geldtNiet;
  const eigen = r.persoonId === p.lezer;
  const mag = eigen || p.b.open.regie;
  const naam = r.naam || t.onbekendeNaam;
  return (
    <>
      {r.tot ? toonDag(r.tot) : t.nu}
      {mag ? (
        <Formulier
          actie={`/casus/${p.b.casus.id}/toegang/terug`}
          csrf={p.csrf}
          naam={t.eindeVan(naam, woord('doel', r.doel))}
        >
          <VerborgenVeld naam="relatie" waarde={r.id} />
          <Knop soort="bij">{eigen ? t.geefTerug : t.trekIn}</Knop>
        </Formulier>
      ) : null}
    </>
  );
};

const Uitnodigen = ({ p }: { p: Paneel }) => {
  const staat = p.staat('uitnodigen');
  return (
    <Details titel={t.nodigUit} open={p.open('uitnodigen')}>
      <Alinea>{t.nodigUitUitleg}</Alinea>
      <Formulier actie={`/casus/${p.b.casus.id}/toegang/overleg`} csrf={p.csrf} naam={t.nodigUit}>
        <TekstVeld {...veld(staat, 'adres')} label={t.adres} soort="email" breedte="middel" />
        <KeuzeVeld {...veld(staat, 'grond')} label={t.grond} opties={gronden('overleg')} />
        <DatumVeld {...veld(staat, 'tot')} label={t.totEnMet} />
        <Knop>{t.nodigUitKnop}</Knop>
      </Formulier>
    </Details>
  );
};

const Overdragen = ({ p }: { p: Paneel }) => {
  const staat = p.staat('overdracht');
  return (
    <Details titel={t.draagOver} open={p.open('overdracht')}>
      <Alinea>{t.draagOverUitleg}</Alinea>
      <Formulier actie={`/casus/${p.b.casus.id}/toegang/overdracht`} csrf={p.csrf} naam={t.draagOver}>
        <KeuzeVeld
          {...veld(staat, 'naar')}
          label={t.naar}
          opties={p.b.ontvangers.map(o => ({ waarde: o.id, naam: o.naam }))}
        />
        <KeuzeVeld {...veld(staat, 'grond')} label={t.grond} opties={gronden('overdracht_aanvaard')} />
        <Knop>{t.draagOverKnop}</Knop>
      </Formulier>
    </Details>
  );
};

/** Who has or had access and why; inviting, giving back and offering follow from what the reader may do. */
export const Deelnemerpaneel = ({ p }: { p: Paneel }) => (
  <>
    <Kop2 id="deelnemers">{t.kop}</Kop2>
    <Tabel
      bijschrift={t.bijschrift}
      bijschriftVerborgen
      kolommen={[
        { naam: t.naam, rijkop: true },
        { naam: t.organisatie },
        { naam: t.doel },
        { naam: t.waarom },
        { naam: t.sinds },
        { naam: t.tot },
      ]}
      rijen={p.b.deelnemers.map(r => [
        r.naam || t.onbekendeNaam,
        r.organisatie,
        woord('doel', r.doel),
        woord('aanleiding', r.aanleiding),
        toonDag(r.van),
        <Einde p={p} r={r} />,
      ])}
    />
    {p.b.open.regie && p.schrijft ? (
      <>
        <Uitnodigen p={p} />
        <Overdragen p={p} />
      </>
    ) : null}
  </>
);
