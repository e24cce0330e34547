import { dagInNederland, formatDag } from '#kern/datum/index.ts';
import { toegestaneHandelingen } from '#kern/toestand/index.ts';
import { evaluatiebeeld } from '#modules/datalab/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopLink,
  Kop2,
  Lijst,
  Link,
  Melding,
  TekstGebied,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { EVALUATIETABEL, type Evaluatiehandeling } from '../../domain/evaluatie.ts';
import { type Onderdeel, titel, vind } from '../../domain/programma.ts';
import { type Evaluatie, evaluatierollen, uitslagVan } from '../../usecases/evaluatie.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal } from '../opmaak.tsx';
import { evaluatieTeksten } from '../teksten/evaluatie.ts';
import { evaluatieformTeksten } from '../teksten/evaluatieform.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { evaluatiepad, evaluatiesVoor } from './evaluaties.tsx';
import { Uitkomst } from './evaluatieuitkomst.tsx';
import { Vraaglijst } from './evaluatievraag.tsx';

/** Why an act came back: what is wrong with it, and the reason that was typed. */
export interface Evaluatiestaat {
  readonly fouten: readonly VeldFout[];
  readonly reden: string;
}
const VERS: Evaluatiestaat = { fouten: [], reden: '' };

const dagVan = (moment: Temporal.Instant, b: Blad): string => formatDag(dagInNederland(moment), b.taal);

/** What happened to it, by day. */
const Verloop = ({ b, e }: { b: Blad; e: Evaluatie }) => {
  const t = evaluatieTeksten[b.taal];
  const vastgelegd = { toestand: 'vastgelegd' as const, reden: null, moment: e.vastgelegd };
  return (
    <Lijst
      items={[vastgelegd, ...e.standen].map(s => {
        const wanneer = `${t.gebeurd[s.toestand]}: ${dagVan(s.moment, b)}`;
        return s.reden ? <Brontaal taal={b.taal}>{t.redenVan(wanneer, s.reden)}</Brontaal> : wanneer;
      })}
    />
  );
};

/** The versions before and after this one. */
const Versies = ({ b, actie, e, alle }: { b: Blad; actie: Onderdeel; e: Evaluatie; alle: Evaluatie[] }) => {
  const t = evaluatieTeksten[b.taal];
  const naar = (n: number) => <Link href={b.naar(evaluatiepad(actie.code, n))}>{t.evaluatieNr(`${n}`)}</Link>;
  const later = alle.filter(x => x.vorige === e.nummer);
  return (
    <>
      {e.vorige === null ? null : (
        <Alinea>
          {t.vorige} {naar(e.vorige)}.
        </Alinea>
      )}
      {later.map(x => (
        <Alinea>
          {t.vervolg}: {naar(x.nummer)}.
        </Alinea>
      ))}
    </>
  );
};

const KNOPPEN = {
  voer_uit: ['voerUit', 'voerUitUitleg'],
  stel_vast: ['stelVast', 'stelVastUitleg'],
  trek_in: ['trekIn', 'trekInUitleg'],
} as const satisfies Record<Evaluatiehandeling, readonly [string, string]>;

const Daad = (props: { b: Blad; daad: Evaluatiehandeling; staat: Evaluatiestaat }) => {
  const t = evaluatieformTeksten.nl;
  const { b, daad, staat } = props;
  const [knop, uitleg] = KNOPPEN[daad];
  const fout = staat.fouten.find(f => f.veld === 'reden')?.tekst;
  return (
    <Formulier actie={b.c.req.path} csrf={b.c.get('csrf')} naam={t[knop]}>
      <VerborgenVeld naam="handeling" waarde={daad} />
      <Alinea>{t[uitleg]}</Alinea>
      {daad === 'trek_in' ? (
        <TekstGebied
          naam="reden"
          label={t.reden}
          rijen={3}
          waarde={staat.reden}
          {...(fout ? { fout } : {})}
        />
      ) : null}
      <Knop soort={daad === 'trek_in' ? 'gevaar' : 'hoofd'}>{t[knop]}</Knop>
    </Formulier>
  );
};

/** What this person may do with it now. */
const Daden = (props: { b: Blad; actie: Onderdeel; e: Evaluatie; staat: Evaluatiestaat }) => {
  const { b, actie, e, staat } = props;
  const t = evaluatieformTeksten.nl;
  const rollen = evaluatierollen(lidmaatschappen(b.c), b.regio);
  if (b.weergave !== 'werk' || rollen.length === 0) return null;
  return (
    <>
      <Kop2>{t.daden}</Kop2>
      {toegestaneHandelingen(EVALUATIETABEL, e.toestand, rollen).map(daad => (
        <Daad b={b} daad={daad} staat={staat} />
      ))}
      <Alinea>{t.nieuweVersieUitleg}</Alinea>
      <KnopLink href={b.naar(`${evaluatiepad(actie.code, 'nieuw')}?vorige=${e.nummer}`)}>
        {t.nieuweVersie}
      </KnopLink>
    </>
  );
};

/** Why there is no result on this page. */
function zonderUitkomst(b: Blad, e: Evaluatie): string {
  const t = evaluatieTeksten[b.taal];
  if (!e.standen.some(s => s.toestand === 'uitgevoerd')) return t.nogNiet;
  if (e.toestand === 'ingetrokken' && b.weergave === 'openbaar') return t.ingetrokkenVoor;
  return e.openbaarheid === 'intern' ? t.internNiet : t.nogNietVastgesteld;
}

const Wat = async ({ b, e }: { b: Blad; e: Evaluatie }) => {
  const t = evaluatieTeksten[b.taal];
  const { opdracht, reeks } = e.inhoud;
  return (
    <>
      <Kop2>{t.uitkomst}</Kop2>
      {e.uitkomst ? (
        <Uitkomst
          e={e}
          u={uitslagVan(e.uitkomst)}
          beeld={
            await evaluatiebeeld(b.c, {
              opdracht,
              bevroren: e.uitkomst.bevroren,
              naam: reeks.naam,
              plaatsnaam: reeks.plaatsnaam,
            })
          }
          taal={b.taal}
        />
      ) : (
        <Alinea>{zonderUitkomst(b, e)}</Alinea>
      )}
    </>
  );
};

const Gedaan = ({ b }: { b: Blad }) => {
  const t: Readonly<Record<string, string>> = evaluatieformTeksten.nl.gedaan;
  const wat = t[b.c.req.query('gedaan') ?? ''];
  return b.weergave === 'werk' && wat ? <Melding soort="gelukt" titel={wat} /> : null;
};

/** What was wrong with an act: at its field, or said on top. */
const Fouten = ({ staat, b }: { staat: Evaluatiestaat; b: Blad }) => (
  <>
    <FoutSamenvatting fouten={staat.fouten.filter(f => f.veld === 'reden')} taal={b.taal} />
    {staat.fouten
      .filter(f => f.veld !== 'reden')
      .map(f => (
        <Melding soort="fout" titel={f.tekst} taal={b.taal} />
      ))}
  </>
);

/** What a reader must know before the result: asked afterwards, or of internal figures. */
const Vooraf = ({ b, e }: { b: Blad; e: Evaluatie }) => {
  const t = evaluatieTeksten[b.taal];
  return (
    <>
      {e.naUitkomst ? (
        <Melding soort="waarschuwing" titel={t.naTitel} taal={b.taal}>
          <Alinea>{t.naUitleg}</Alinea>
        </Melding>
      ) : null}
      {e.openbaarheid === 'intern' ? <Melding taal={b.taal}>{t.intern}</Melding> : null}
    </>
  );
};

/** One evaluation: what was laid down beforehand, what came of it, and what that does not show. */
export async function evaluatiePagina(b: Blad, staat: Evaluatiestaat = VERS): Promise<Response> {
  const t = evaluatieTeksten[b.taal];
  const actie = vind(b.p, 'actie', b.c.req.param('code') ?? '');
  const alle = actie ? await evaluatiesVoor(b, actie) : [];
  const e = alle.find(x => x.nummer === Number(b.c.req.param('nummer')));
  if (!actie || !e) return nietGevondenPagina(b.c);
  const href = b.naar(`/programma/acties/${encodeURIComponent(actie.code)}`);
  const naam = t.titel(`${e.nummer}`, actie.code);
  const pad = [
    { naam: programmaTeksten[b.taal].titel, href: b.naar('/programma') },
    { naam: `${t.actie} ${actie.code}`, href },
  ];
  const actieLink = (
    <Link href={href}>
      {actie.code} <Brontaal taal={b.taal}>{titel(actie)}</Brontaal>
    </Link>
  );
  return toonBlad(
    b,
    { titel: naam, kop: t.kop, boven: naam, pad, fout: staat.fouten.length > 0 },
    <>
      <Fouten staat={staat} b={b} />
      <Gedaan b={b} />
      <Vooraf b={b} e={e} />
      <Verloop b={b} e={e} />
      <Versies b={b} actie={actie} e={e} alle={alle} />
      <Wat b={b} e={e} />
      <Kop2>{t.vooraf}</Kop2>
      <Vraaglijst inhoud={e.inhoud} bekendTot={e.bekendTot} actie={actieLink} taal={b.taal} />
      <Daden b={b} actie={actie} e={e} staat={staat} />
    </>,
  );
}
