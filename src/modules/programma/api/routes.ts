import { type Api, paginavraag, pagineer, voegRouteToe, weiger, z } from '#platform/http/api.ts';
import { alsLezer, type Ctx } from '#platform/http/index.ts';
import { lijst, type Programma, vind } from '../domain/programma.ts';
import { isSoortcode } from '../domain/soorten.ts';
import { SOORTCODES } from '../domain/veld.ts';
import { findProgramma, listProgrammas } from '../usecases/lees.ts';
import { alleOnderdelen, onderdeelAntwoord, programmaAntwoord, regioAntwoord } from './antwoord.ts';
import { Onderdeel, Onderdelenblad, Programma as Programmaschema, Regio, Regioblad } from './schemas.ts';
import { apiTeksten as t } from './teksten.ts';

export const apiLabel = { name: t.label, description: t.labelUitleg };

const regio = z.string().openapi({ description: t.regiocode, example: 'kennemerland' });
const plaatsRegio = z.object({ regio });
const geen = z.object({});
const REGIOCODE = /^[a-z0-9-]{1,60}$/;
const soortfout = (naam: unknown) => t.soortOnbekend(String(naam).slice(0, 60), SOORTCODES);

/** Runs `doe` with the published programme of the region of the address; a signed-in reader gets no more. */
async function metProgramma<T>(
  c: Ctx,
  code: string,
  doe: (p: Programma) => T | Response,
): Promise<T | Response> {
  const onbekend = () => weiger(c, 404, t.regioOnbekend(code.slice(0, 60)));
  if (!REGIOCODE.test(code)) return onbekend();
  const p = await alsLezer(c, tx => findProgramma(tx, code, 'openbaar'));
  return p ? doe(p) : onbekend();
}

function voegRegiosToe(api: Api): void {
  voegRouteToe(
    api,
    {
      pad: '/regios',
      naam: 'lijstRegios',
      label: t.label,
      samenvatting: 'Regio’s',
      plaats: geen,
      vraag: paginavraag,
      antwoord: Regioblad,
      omschrijving: t.regios,
      gepagineerd: true,
    },
    async (c, _, v) => {
      const alle = await alsLezer(c, tx => listProgrammas(tx, 'openbaar'));
      return pagineer(c, alle.map(regioAntwoord), v);
    },
  );
  voegRouteToe(
    api,
    {
      pad: '/regios/{regio}',
      naam: 'leesRegio',
      label: t.label,
      samenvatting: 'Regio',
      plaats: plaatsRegio,
      vraag: geen,
      antwoord: Regio,
      omschrijving: t.regio,
    },
    (c, plaats) => metProgramma(c, plaats.regio, regioAntwoord),
  );
}

function voegProgrammaToe(api: Api): void {
  voegRouteToe(
    api,
    {
      pad: '/regios/{regio}/programma',
      naam: 'leesProgramma',
      label: t.label,
      samenvatting: 'Programma',
      plaats: plaatsRegio,
      vraag: geen,
      antwoord: Programmaschema,
      omschrijving: t.programma,
    },
    (c, plaats) => metProgramma(c, plaats.regio, programmaAntwoord),
  );
}

function voegOnderdelenToe(api: Api): void {
  const soort = z.enum(SOORTCODES, { error: i => soortfout(i.input) });
  voegRouteToe(
    api,
    {
      pad: '/regios/{regio}/onderdelen',
      naam: 'lijstOnderdelen',
      label: t.label,
      samenvatting: 'Onderdelen',
      plaats: plaatsRegio,
      vraag: paginavraag.extend({ soort: soort.optional().openapi({ description: t.soort }) }),
      antwoord: Onderdelenblad,
      omschrijving: t.onderdelen,
      gepagineerd: true,
    },
    (c, plaats, v) =>
      metProgramma(c, plaats.regio, p => {
        const alle = v.soort ? lijst(p, v.soort) : alleOnderdelen(p);
        const uit = pagineer(c, alle, v);
        if (uit instanceof Response) return uit;
        return { ...uit, gegevens: uit.gegevens.map(o => onderdeelAntwoord(p, o)) };
      }),
  );
}

function voegOnderdeelToe(api: Api): void {
  const code = z.string().openapi({ description: t.code, example: 'A1' });
  voegRouteToe(
    api,
    {
      pad: '/regios/{regio}/onderdelen/{soort}/{code}',
      naam: 'leesOnderdeel',
      label: t.label,
      samenvatting: 'Onderdeel',
      plaats: z.object({
        regio,
        soort: z.string().openapi({ description: t.soort, enum: [...SOORTCODES], example: 'actie' }),
        code,
      }),
      vraag: geen,
      antwoord: Onderdeel,
      omschrijving: t.onderdeel,
    },
    (c, plaats) =>
      metProgramma(c, plaats.regio, p => {
        if (!isSoortcode(plaats.soort)) return weiger(c, 404, soortfout(plaats.soort));
        const o = vind(p, plaats.soort, plaats.code);
        return o
          ? onderdeelAntwoord(p, o)
          : weiger(c, 404, t.codeOnbekend(plaats.soort, plaats.code.slice(0, 60)));
      }),
  );
}

/** The published programmes, for programs. */
export function voegApiToe(api: Api): void {
  voegRegiosToe(api);
  voegProgrammaToe(api);
  voegOnderdelenToe(api);
  voegOnderdeelToe(api);
}
