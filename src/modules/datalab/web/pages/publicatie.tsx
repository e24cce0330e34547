import { eisPubliceerbaar } from '#kern/onthulling/index.ts';
import { basisUrlVan } from '#platform/config/index.ts';
import { API_PAD } from '#platform/http/api.ts';
import { adres, alsLezer, type Ctx, probleem, toon } from '#platform/http/index.ts';
import { Alinea, Kop1, Kop2, LegeStaat, Lijst, Link, Melding, type Taal, Tabel } from '#platform/ui/index.ts';
import type { Regio } from '../../domain/plaats.ts';
import { beschermzinnen, isInDruk, LICENTIE, licentieVan, type Publicatie } from '../../domain/publicatie.ts';
import { maakVel, type Velgroep } from '../../domain/publicatievel.ts';
import { beschermteksten } from '../../domain/teksten-publicatie.ts';
import { listDefinities } from '../../usecases/lees-cijfers.ts';
import { leesOpenPublicatie, listPublicaties } from '../../usecases/lees-publicatie.ts';
import { paden } from '../paths.ts';
import { BESCHRIJVINGSVORMEN, type Beschrijvingsvorm } from '../publicatie-dcat.ts';
import {
  citeerregel,
  dagVan,
  oordeelzin,
  PUBLICATIEVORMEN,
  type Publicatievorm,
  stuurPublicatie,
  type Vel,
} from '../publicatie-uitvoer.ts';
import { publicatieteksten } from '../teksten-publicatie.ts';
import { onbekend } from '../vraag.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { kruimels } from './onderdelen.tsx';
import { publicatiebeschrijving } from './publicatie-beschrijving.ts';
import { Beeld, Getallen, Ruimte } from './publicatie-tabel.tsx';

const teksten = (c: Ctx) => publicatieteksten[c.get('taal')];

/** The releases of a region: in print, and withdrawn with their record. */
export async function publicatiesPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const taal = c.get('taal');
  const lijst = (await alsLezer(c, tx => listPublicaties(tx, regio.id))).filter(isInDruk);
  return toon(
    c,
    {
      titel: t.publicaties,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: t.publicaties }),
      thema: regio.id,
    },
    <>
      <Kop1>{t.lijstTitel(regio.naam)}</Kop1>
      <Alinea soort="inleiding">{t.lijstInleiding}</Alinea>
      {lijst.length === 0 ? (
        <LegeStaat titel={t.lijstGeen}>{t.lijstGeenUitleg}</LegeStaat>
      ) : (
        <Tabel
          bijschrift={t.lijstBijschrift}
          kolommen={[{ naam: t.titel, rijkop: true }, { naam: t.wanneer }, { naam: t.stand }]}
          rijen={lijst.map(p => [
            <Link href={adres(c, paden.publicatie(regio.id, p.code))}>{p.titel}</Link>,
            dagVan(p.gepubliceerd, taal),
            standVan(p, taal),
          ])}
        />
      )}
      {lijst.length === 0 ? null : <VoorProgrammas c={c} regio={regio} />}
    </>,
  );
}

/** Where a release stands, with the mark of what was taken over. */
function standVan(p: Publicatie, taal: Taal): string {
  const { standen } = publicatieteksten[taal];
  if (p.toestand === 'ingetrokken') return standen.ingetrokken;
  const mark = p.methode === 'overgenomen' ? ` ${beschermteksten[taal].overgenomen}` : '';
  return `${p.vervangenDoor === null ? standen.gepubliceerd : standen.vervangen}.${mark}`;
}

/** Where programs find the same: the catalogue of the region and the interface. */
const VoorProgrammas = ({ c, regio }: { c: Ctx; regio: Regio }) => {
  const t = teksten(c);
  const pad = paden.publicaties(regio.id);
  const api = API_PAD + paden.publicatiesapi(regio.id);
  return (
    <>
      <Kop2>{t.programmaKop}</Kop2>
      <Lijst
        items={[
          ...BESCHRIJVINGSVORMEN.map(v => <Link href={`${pad}.${v}`}>{t.catalogus[v]}</Link>),
          <Link href={api}>{t.api}</Link>,
        ]}
      />
      <Alinea soort="klein">
        {t.licentie} <Link href={LICENTIE}>CC BY 4.0</Link>. {t.behalveOvergenomen}
      </Alinea>
    </>
  );
};

const Licentie = ({ p, taal }: { p: Publicatie; taal: Taal }) => {
  const t = publicatieteksten[taal];
  return licentieVan(p) === LICENTIE ? (
    <Alinea soort="klein">
      {t.licentie} <Link href={LICENTIE}>CC BY 4.0</Link>.
    </Alinea>
  ) : (
    <Alinea soort="klein">{t.licentieBron}</Alinea>
  );
};

const Groep = ({ g, taal, bron }: { g: Velgroep; taal: Taal; bron: string }) => {
  const t = publicatieteksten[taal];
  const exact = g.rijen.every(r =>
    r.cellen.every(c => c === null || eisPubliceerbaar(c).waarde.aard === 'exact'),
  );
  return (
    <>
      <Kop2 id={`${g.indicator}-${g.definitieversie}`}>{g.naam}</Kop2>
      <Alinea>{g.definitie || t.definitie(String(g.definitieversie))}</Alinea>
      {g.oordeel ? (
        <Alinea>
          <strong>{t.oordeelKop}:</strong> {oordeelzin(g, g.oordeel, taal)}
        </Alinea>
      ) : null}
      <Beeld g={g} taal={taal} bron={bron} />
      <Getallen g={g} taal={taal} />
      {exact ? null : <Ruimte g={g} taal={taal} />}
    </>
  );
};

const Vervangen = ({ c, p }: { c: Ctx; p: Publicatie }) => {
  const t = teksten(c);
  if (p.vervangenDoor === null) return null;
  return (
    <Melding soort="waarschuwing" titel={t.vervangen}>
      <Link href={adres(c, paden.publicatie(p.regio, p.vervangenDoor))}>{t.vervangenDoor}</Link>
    </Melding>
  );
};

const Inhoud = ({ c, vel }: { c: Ctx; vel: Vel }) => {
  const t = teksten(c);
  const p = vel.publicatie;
  const pad = adres(c, paden.publicatie(p.regio, p.code));
  return (
    <>
      <Kop1>{p.titel}</Kop1>
      {p.toelichting ? <Alinea soort="inleiding">{p.toelichting}</Alinea> : null}
      <Vervangen c={c} p={p} />
      <Kop2>{p.methode === 'overgenomen' ? t.overgenomenKop : t.beschermdKop}</Kop2>
      {beschermzinnen(p, vel.taal).map(z => (
        <Alinea>{z}</Alinea>
      ))}
      {vel.groepen.map(g => (
        <Groep g={g} taal={vel.taal} bron={p.titel} />
      ))}
      <Kop2>{t.nietKop}</Kop2>
      <Alinea>{beschermteksten[vel.taal].niet}</Alinea>
      <Kop2>{t.downloadKop}</Kop2>
      <Lijst items={PUBLICATIEVORMEN.map(v => <Link href={`${pad}.${v}`}>{t.vormen[v]}</Link>)} />
      <Alinea>
        {t.voorProgrammas} <Link href={API_PAD + paden.publicatieapi(p.regio, p.code)}>{t.api}</Link>
        {BESCHRIJVINGSVORMEN.map(v => (
          <>
            {' · '}
            <Link href={`${pad}.${v}`}>{t.beschrijving[v]}</Link>
          </>
        ))}
      </Alinea>
      <Licentie p={p} taal={vel.taal} />
      <Kop2>{t.citeerKop}</Kop2>
      <Alinea>{citeerregel(vel)}</Alinea>
    </>
  );
};

const Ingetrokken = ({ c, p }: { c: Ctx; p: Publicatie }) => {
  const t = teksten(c);
  return (
    <>
      <Kop1>{p.titel}</Kop1>
      <Melding soort="waarschuwing" titel={t.ingetrokken(dagVan(p.ingetrokken, c.get('taal')))}>
        {t.ingetrokkenUitleg(p.redenIntrekking ?? '')}
      </Melding>
    </>
  );
};

/** 'evaluatie-2025.csv' is a file of the release 'evaluatie-2025'. */
function splits(blad: string): { code: string; vorm: Publicatievorm | Beschrijvingsvorm | null } {
  const vorm = [...PUBLICATIEVORMEN, ...BESCHRIJVINGSVORMEN].find(v => blad.endsWith(`.${v}`)) ?? null;
  return { code: vorm ? blad.slice(0, -vorm.length - 1) : blad, vorm };
}

/** One release, as page or as file. Everything on it comes through the gate. */
export async function publicatiePagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const taal = c.get('taal');
  const { code, vorm } = splits(c.req.param('blad') ?? '');
  if (vorm === 'jsonld' || vorm === 'ttl') return publicatiebeschrijving(c, regio, code, vorm);
  const gevonden = await alsLezer(c, async tx => {
    const o = await leesOpenPublicatie(tx, regio.id, code);
    return o && { o, indicatoren: await listDefinities(tx) };
  });
  if (!gevonden) return onbekend(c, t.onbekend, regio);
  const { o, indicatoren } = gevonden;
  const p = o.publicatie;
  if (o.uitgave === null && vorm)
    return probleem(c, 410, t.ingetrokken(dagVan(p.ingetrokken, taal)), p.redenIntrekking ?? '');
  const vel: Vel | null = o.uitgave && {
    publicatie: p,
    regioNaam: regio.naam,
    groepen: maakVel(o, indicatoren, taal),
    adres: `${basisUrlVan(c.get('diensten').instellingen)}${paden.publicatie(regio.id, p.code)}`,
    taal,
  };
  if (vel && vorm) return stuurPublicatie(c, vel, vorm);
  return toon(
    c,
    {
      titel: p.titel,
      kruimels: kruimels(
        c,
        regio,
        adresVanCijfers(c, regio),
        { naam: t.publicaties, href: adres(c, paden.publicaties(regio.id)) },
        { naam: p.titel },
      ),
      thema: regio.id,
      status: vel ? 200 : 410,
    },
    vel ? <Inhoud c={c} vel={vel} /> : <Ingetrokken c={c} p={p} />,
  );
}
