import { formatDag } from '#kern/datum/index.ts';
import { eisPubliceerbaar } from '#kern/onthulling/index.ts';
import { basisUrlVan } from '#platform/config/index.ts';
import { type Api, paginavraag, pagineer, voegRouteToe, weiger, z } from '#platform/http/api.ts';
import { alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  beschermzinnen,
  dagVanMoment,
  isInDruk,
  licentieVan,
  type OpenPublicatie,
  type Publicatie,
  publicatiepad,
} from '../domain/publicatie.ts';
import { maakVel, type Velgroep } from '../domain/publicatievel.ts';
import { beschermteksten } from '../domain/teksten-publicatie.ts';
import { findRegio } from '../usecases/gegevensbestanden.ts';
import { listDefinities } from '../usecases/lees-cijfers.ts';
import { leesOpenPublicatie, listPublicaties } from '../usecases/lees-publicatie.ts';
import { Publicatieblad, Publicatie as Publicatieschema } from './publicatieschemas.ts';
import { apiTeksten as t } from './teksten.ts';

const p = t.publicatie;
const regio = z.string().openapi({ description: p.regio, example: 'kennemerland' });

function kopVan(c: Ctx, x: Publicatie): z.infer<typeof Publicatieblad>['gegevens'][number] {
  return {
    code: x.code,
    regio: x.regio,
    titel: x.titel,
    toelichting: x.toelichting,
    soort: x.methode === 'overgenomen' ? 'overgenomen' : 'eigen',
    toestand: x.toestand === 'ingetrokken' ? 'ingetrokken' : 'gepubliceerd',
    gepubliceerd: x.gepubliceerd ?? '',
    ingetrokken: x.ingetrokken,
    redenIntrekking: x.redenIntrekking,
    adres: basisUrlVan(c.get('diensten').instellingen) + publicatiepad(x.regio, x.code),
    vervangenDoor:
      x.vervangenDoor === null
        ? null
        : basisUrlVan(c.get('diensten').instellingen) + publicatiepad(x.regio, x.vervangenDoor),
  };
}

function tabelVan(g: Velgroep): z.infer<typeof Publicatieschema>['tabellen'][number] {
  return {
    indicator: g.indicator,
    definitieversie: g.definitieversie,
    naam: g.naam,
    definitie: g.definitie,
    perioden: g.kolommen.map(k => ({ code: k.code, tekst: k.naam, van: k.van, tot: k.tot })),
    rijen: g.rijen.map(r => ({
      plaats: { soort: r.soort, code: r.code, naam: r.plaats },
      cellen: r.cellen.flatMap((cel, i) => {
        if (!cel) return [];
        const a = eisPubliceerbaar(cel).waarde;
        return [
          {
            periode: g.kolommen[i]?.code ?? '',
            waarde: a.getoond,
            aard: a.aard,
            kanZijnVanaf: a.onder,
            kanZijnTotEnMet: a.boven === Infinity ? null : a.boven,
          },
        ];
      }),
    })),
    oordeel: g.oordeel && { ...g.oordeel, schommelt: g.schommelt },
  };
}

function geheelVan(
  c: Ctx,
  o: OpenPublicatie,
  groepen: readonly Velgroep[],
): z.infer<typeof Publicatieschema> {
  const x = o.publicatie;
  return {
    ...kopVan(c, x),
    licentie: licentieVan(x),
    bescherming: {
      methode: x.methode,
      basis: x.methode === 'afronden' ? x.basis : null,
      ruim: x.ruim,
      uitleg: beschermzinnen(x, 'nl'),
      weggelaten: beschermteksten.nl.weg,
    },
    // What is not all of this does not come through the gate: see `maakUitgave`.
    waarborg:
      x.methode === 'overgenomen'
        ? null
        : { toets: 'veilig', bewijs: 'volledig', tweeMensen: true, zegel: x.zegel },
    nietUitTeConcluderen: beschermteksten.nl.niet,
    tabellen: groepen.map(tabelVan),
  };
}

const dagVan = (moment: string | null): string => (moment === null ? '' : formatDag(dagVanMoment(moment)));

function voegLijstToe(api: Api): void {
  voegRouteToe(
    api,
    {
      pad: '/regios/{regio}/publicaties',
      naam: 'lijstPublicaties',
      label: t.label,
      samenvatting: 'Publicaties van een regio',
      plaats: z.object({ regio }),
      vraag: paginavraag,
      antwoord: Publicatieblad,
      omschrijving: p.lijst,
      gepagineerd: true,
    },
    async (c, plaats, v) => {
      if (!findRegio(plaats.regio)) return weiger(c, 404, t.regioOnbekend(plaats.regio.slice(0, 100)));
      const lijst = await alsLezer(c, tx => listPublicaties(tx, plaats.regio));
      return pagineer(
        c,
        lijst.filter(isInDruk).map(x => kopVan(c, x)),
        v,
      );
    },
  );
}

/** Releases for programs: the list of a region, and one with everything that is printed in it. */
export function voegPublicatiesToe(api: Api): void {
  voegLijstToe(api);
  voegRouteToe(
    api,
    {
      pad: '/regios/{regio}/publicaties/{publicatie}',
      naam: 'leesPublicatie',
      label: t.label,
      samenvatting: 'Eén publicatie',
      plaats: z.object({
        regio,
        publicatie: z.string().openapi({ description: p.code, example: 'evaluatie-2025' }),
      }),
      vraag: z.object({}),
      antwoord: Publicatieschema,
      omschrijving: p.een,
      kanWeg: true,
    },
    async (c, plaats) => {
      const gevonden = await alsLezer(c, async tx => {
        const o = await leesOpenPublicatie(tx, plaats.regio, plaats.publicatie);
        return o && { o, definities: await listDefinities(tx) };
      });
      if (!gevonden) return weiger(c, 404, p.onbekend);
      const { o, definities } = gevonden;
      const { ingetrokken, redenIntrekking } = o.publicatie;
      if (o.uitgave === null)
        return weiger(c, 410, p.ingetrokken(dagVan(ingetrokken), redenIntrekking ?? ''));
      return geheelVan(c, o, maakVel(o, definities, 'nl'));
    },
  );
}
