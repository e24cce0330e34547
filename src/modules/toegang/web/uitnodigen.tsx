import { Formulier, KeuzeVeld, Knop, KnopGroep, Kop2, TekstVeld, type VeldFout } from '#platform/ui/index.ts';
import { subregiowaarde } from '../domain/subregio.ts';
import { GEMEENTEROLLEN, type Ruw, TE_GEVEN } from '../domain/uitnodiging.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { rolwoorden, teksten } from './teksten.ts';

const t = teksten.beheer;

interface Props {
  gebieden: NonNullable<Diensten['gebieden']>;
  csrf: string;
  regios: string[];
  ruw: Ruw;
  fouten: VeldFout[];
}

/** Name, waarde and refusal of one field of the form. */
const veld = (p: Props, naam: keyof Ruw) => ({
  naam,
  waarde: p.ruw[naam],
  fout: p.fouten.find(f => f.veld === naam)?.tekst,
});

/** The subregions, each named with its municipalities. */
const subregioOpties = (gebieden: Props['gebieden']) =>
  gebieden.flatMap(g =>
    (g.subregios ?? []).map(s => {
      const namen = s.gemeenten.map(m => m.naam);
      return { waarde: subregiowaarde(g.regio, s.naam), naam: t.subregio(s.naam, namen) };
    }),
  );

/** Which role, and where. */
const RolVelden = (p: Props) => {
  const gebieden = p.gebieden.filter(g => p.regios.includes(g.regio));
  const gemeenten = gebieden.flatMap(g => g.gemeenten.map(m => ({ waarde: m.code, naam: m.naam })));
  const subregios = subregioOpties(gebieden);
  const enige = p.regios.length === 1 ? (p.regios[0] ?? '') : '';
  const gemeente = {
    ...veld(p, 'gemeente'),
    label: subregios.length > 0 ? t.gemeenteOfSubregio : t.gemeente,
    uitleg: t.gemeenteUitleg(GEMEENTEROLLEN.map(r => rolwoorden[r])),
  };
  return (
    <>
      <KeuzeVeld
        {...veld(p, 'rol')}
        label={t.rol}
        opties={TE_GEVEN.map(r => ({ waarde: r, naam: rolwoorden[r] }))}
        verplicht
      />
      <KeuzeVeld
        {...veld(p, 'regio')}
        waarde={p.ruw.regio || enige}
        label={t.regio}
        opties={p.regios.map(r => ({ waarde: r, naam: gebieden.find(g => g.regio === r)?.naam ?? r }))}
        verplicht
      />
      {gemeenten.length > 0 ? (
        <KeuzeVeld {...gemeente} opties={[...subregios, ...gemeenten]} leeg={t.geenGemeente} />
      ) : (
        <TekstVeld {...gemeente} breedte="kort" maximum={6} />
      )}
    </>
  );
};

/** The form that invites someone into one of the reader's regions. */
export const Uitnodigen = (p: Props) => (
  <>
    <Kop2>{t.nodigUit}</Kop2>
    <Formulier actie="/beheer/accounts" csrf={p.csrf} naam={t.nodigUit}>
      <TekstVeld
        {...veld(p, 'naam')}
        label={t.naam}
        aanvullen="off"
        breedte="middel"
        maximum={120}
        verplicht
      />
      <TekstVeld
        {...veld(p, 'adres')}
        label={teksten.adres}
        soort="email"
        aanvullen="off"
        breedte="middel"
        maximum={254}
        verplicht
      />
      <TekstVeld
        {...veld(p, 'organisatie')}
        label={t.organisatie}
        uitleg={t.organisatieUitleg}
        breedte="middel"
        maximum={200}
        verplicht
      />
      <RolVelden {...p} />
      <KnopGroep>
        <Knop>{t.verstuur}</Knop>
      </KnopGroep>
    </Formulier>
  </>
);
