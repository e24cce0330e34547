import { adres, type Ctx } from '#platform/http/index.ts';
import { Alinea, Kaart, type KaartKlasse, Kop2, Kop3, Link, Tabel } from '#platform/ui/index.ts';
import { type Afdrukoordeel, isVerandering } from '../../domain/afgedrukt.ts';
import type { Regio } from '../../domain/plaats.ts';
import { beschermzinnen, type Publicatie } from '../../domain/publicatie.ts';
import { maakPublicatiekaart, type Publicatiekaart } from '../../domain/publicatiekaart.ts';
import { leesKaart } from '../../usecases/lees-kaart.ts';
import type { Uitpublicatie } from '../../usecases/uit-publicaties.ts';
import { paden } from '../paths.ts';
import { dagVan, oordeelzin } from '../publicatie-uitvoer.ts';
import { publicatieteksten } from '../teksten-publicatie.ts';
import { Beeld, Gedrukt, Getallen, Ruimte, ruimteZin } from './publicatie-tabel.tsx';

/** What a page shows from releases: tables, and whether there are older ones. */
export interface Uitpublicaties {
  readonly tabellen: readonly Uitpublicatie[];
  readonly meer: number;
}

type Deel = { c: Ctx; regio: Regio; uit: Uitpublicaties };

const naarPublicatie = (c: Ctx, p: Publicatie) => adres(c, paden.publicatie(p.regio, p.code));

const Inleiding = ({ c }: { c: Ctx }) => {
  const t = publicatieteksten[c.get('taal')].uit;
  return (
    <>
      <Kop2 id="uit-publicaties">{t.kop}</Kop2>
      <Alinea>{t.uitleg}</Alinea>
    </>
  );
};

const Meer = ({ c, regio, uit }: Deel) =>
  uit.meer === 0 ? null : (
    <Alinea>
      <Link href={adres(c, paden.publicaties(regio.id))}>{publicatieteksten[c.get('taal')].uit.meer}</Link>
    </Alinea>
  );

const Herkomst = ({ c, p }: { c: Ctx; p: Publicatie }) => {
  const taal = c.get('taal');
  const t = publicatieteksten[taal].uit;
  return (
    <>
      <Kop3>
        <Link href={naarPublicatie(c, p)}>{p.titel}</Link>
      </Kop3>
      <Alinea soort="klein">
        {t.gepubliceerd(dagVan(p.gepubliceerd, taal))} {beschermzinnen(p, taal)[0]}
      </Alinea>
    </>
  );
};

/** The published tables of one indicator, picture beside table, apart from what other sources print. */
export const UitPublicaties = ({ c, regio, uit }: Deel) => {
  const taal = c.get('taal');
  const t = publicatieteksten[taal];
  if (uit.tabellen.length === 0) return null;
  return (
    <>
      <Inleiding c={c} />
      {uit.tabellen.map(({ publicatie: p, groep: g }) => (
        <>
          <Herkomst c={c} p={p} />
          {g.oordeel ? (
            <Alinea>
              <strong>{t.oordeelKop}:</strong> {oordeelzin(g, g.oordeel, taal)}
            </Alinea>
          ) : null}
          <Beeld g={g} taal={taal} bron={p.titel} plek={p.code} />
          <Getallen g={g} taal={taal} />
          <Ruimte g={g} taal={taal} />
        </>
      ))}
      <Meer c={c} regio={regio} uit={uit} />
    </>
  );
};

/** One row per indicator: from its newest release the last whole year, or else the last period, that it prints. */
const laatste = ({ groep: g }: Uitpublicatie) => {
  const cellen = g.rijen[0]?.cellen ?? [];
  const heel = g.kolommen.findLastIndex((k, i) => k.heelJaar && cellen[i]);
  const plek = heel >= 0 ? heel : cellen.findLastIndex(x => x !== null);
  const [kolom, cel] = [g.kolommen[plek], cellen[plek]];
  return kolom && cel ? { kolom, cel } : null;
};

/** What releases print of one municipality. */
export const UitPublicatiesVan = ({ c, regio, uit, naam }: Deel & { naam: string }) => {
  const taal = c.get('taal');
  const t = publicatieteksten[taal].uit;
  const nieuwste = new Map(
    uit.tabellen.toReversed().map(u => [`${u.groep.indicator} ${u.groep.definitieversie}`, u]),
  );
  const rijen = [...nieuwste.values()].toSorted((a, b) => a.groep.naam.localeCompare(b.groep.naam, taal));
  if (rijen.length === 0) return null;
  return (
    <>
      <Inleiding c={c} />
      <Tabel
        bijschrift={t.tabel(naam)}
        kolommen={[
          { naam: t.indicator, rijkop: true },
          { naam: t.periode },
          { naam: t.waarde, getal: true },
          { naam: t.ruimte },
          { naam: t.publicatie },
        ]}
        rijen={rijen.flatMap(u => {
          const l = laatste(u);
          if (!l) return [];
          return [
            [
              <Link href={adres(c, paden.indicator(regio.id, u.groep.indicator))}>{u.groep.naam}</Link>,
              l.kolom.naam,
              <Gedrukt cel={l.cel} taal={taal} />,
              ruimteZin(l.cel, taal),
              <Link href={naarPublicatie(c, u.publicatie)}>{u.publicatie.titel}</Link>,
            ],
          ];
        })}
      />
      <Meer c={c} regio={regio} uit={uit} />
    </>
  );
};

type Kaartklasse = 'anders' | 'geen_aanwijzing' | 'niet_te_zeggen';
/** One neutral class for all that cannot be said, whatever the reason. */
const KLASSEN: Readonly<Record<Kaartklasse, KaartKlasse>> = {
  niet_te_zeggen: 'geen',
  geen_aanwijzing: 2,
  anders: 4,
};
const klasseVan = (wat: Afdrukoordeel): Kaartklasse => (wat === 'meer' || wat === 'minder' ? 'anders' : wat);

type Kaartdeel = { c: Ctx; u: Uitpublicatie; kaart: Publicatiekaart };

const Kaartbeeld = ({ c, u, kaart }: Kaartdeel) => {
  const taal = c.get('taal');
  const t = publicatieteksten[taal];
  const anders = kaart.gemeenten.filter(g => klasseVan(g.wat) === 'anders').length;
  return (
    <Kaart
      id="publicatiekaart"
      taal={taal}
      titel={t.uit.kaartTitel(anders, kaart.tot.naam)}
      subtitel={t.uit.kaartOnder(u.groep.naam, kaart.van.naam, kaart.tot.naam)}
      beschrijving={t.uit.kaartBeschrijving(
        kaart.gemeenten.map(g => `${g.naam}: ${t.uit.woord[g.wat]}`).join('; '),
      )}
      bron={t.uit.kaartBron(u.publicatie.titel)}
      beperking={t.beeldNiet}
      topologie={leesKaart(kaart.tot.van)}
      laag="gemeenten"
      gebieden={kaart.gemeenten.map(g => ({ code: g.code, naam: g.naam, klasse: KLASSEN[klasseVan(g.wat)] }))}
      klassen={(['niet_te_zeggen', 'geen_aanwijzing', 'anders'] as const).map(k => ({
        klasse: KLASSEN[k],
        naam: t.uit.klasse[k],
      }))}
    />
  );
};

/** The change that the newest release with two years shows, on the map and as a table. */
export const KaartUitPublicatie = ({ c, uit }: { c: Ctx; uit: Uitpublicaties }) => {
  const taal = c.get('taal');
  const t = publicatieteksten[taal].uit;
  const [eerste] = uit.tabellen.flatMap(u => {
    const kaart = maakPublicatiekaart(u.groep);
    return kaart ? [{ u, kaart }] : [];
  });
  if (!eerste) return null;
  const { u, kaart } = eerste;
  return (
    <>
      <Inleiding c={c} />
      <Herkomst c={c} p={u.publicatie} />
      <Kaartbeeld c={c} u={u} kaart={kaart} />
      <Tabel
        bijschrift={t.kaartTabel(u.groep.naam)}
        kolommen={[
          { naam: t.gemeente, rijkop: true },
          { naam: kaart.van.naam, getal: true },
          { naam: kaart.tot.naam, getal: true },
          { naam: t.oordeel },
        ]}
        rijen={kaart.gemeenten.map(g => [
          g.naam,
          <Gedrukt cel={g.voor} taal={taal} />,
          <Gedrukt cel={g.na} taal={taal} />,
          t.woord[g.wat],
        ])}
      />
      {u.groep.schommelt && kaart.gemeenten.some(g => isVerandering(g.wat)) ? (
        <Alinea soort="klein">{publicatieteksten[taal].schommelt}</Alinea>
      ) : null}
    </>
  );
};
