import type { Boom, Overtreding } from './bron.ts';
import { isCode, isTest, regelVan } from './bron.ts';
import { bezoek, isKnoop, type Knoop, keten, ontleed } from './ontleed.ts';

type Melder = (k: Knoop, wat: string) => void;

function perKnoop(
  boom: Boom,
  past: (pad: string) => boolean,
  kijk: (k: Knoop, meld: Melder, ouder: Knoop | null, pad: string) => void,
): Overtreding[] {
  const uit: Overtreding[] = [];
  for (const [bestand, tekst] of boom) {
    if (!isCode(bestand) || !past(bestand)) continue;
    const meld: Melder = (k, wat) => uit.push({ bestand, regel: regelVan(tekst, k.start), wat });
    bezoek(ontleed(bestand, tekst), (k, ouder) => kijk(k, meld, ouder, bestand));
  }
  return uit;
}

const magKlok = (pad: string): boolean =>
  isTest(pad) || !pad.startsWith('src/') || /^src\/platform\/(klok|kluis|ui\/script)\//.test(pad);

/**
 * Clock and chance come in as arguments; only platform/klok and platform/kluis read them, and the script of the reader's
 * browser, where nobody hands in a clock.
 */
export function klokFouten(boom: Boom): Overtreding[] {
  return perKnoop(
    boom,
    pad => !magKlok(pad),
    (k, meld, _ouder, pad) => {
      if (k.type === 'NewExpression' && keten(k['callee']) === 'Date') {
        // A library of the platform may want a Date made of a known moment; without argument it is the clock.
        const omzetting = pad.startsWith('src/platform/') && (k['arguments'] as Knoop[]).length > 0;
        if (!omzetting) meld(k, 'new Date(): tijd is een argument');
      }
      if (k.type === 'CallExpression' && keten(k['callee']) === 'Date') {
        meld(k, 'Date(): tijd is een argument');
      }
      if (k.type !== 'MemberExpression') return;
      const naam = keten(k).replace(/^globalThis\./, '');
      if (naam === 'Date.now' || naam === 'Temporal.Now') meld(k, `${naam}: tijd is een argument`);
      if (naam === 'Math.random') meld(k, 'Math.random: toeval komt uit platform/kluis');
    },
  );
}

const hardeGrens = 400;
const zachteGrens = 200;
const functieGrens = 40;
const regels = (tekst: string): number => tekst.split('\n').length - (tekst.endsWith('\n') ? 1 : 0);

/** Files over the hard limit of 400 lines, tests and scripts included. */
export function omvangFouten(boom: Boom): Overtreding[] {
  return [...boom]
    .filter(([bestand, tekst]) => /\.(tsx?|cjs|mjs)$/.test(bestand) && regels(tekst) > hardeGrens)
    .map(([bestand, tekst]) => ({ bestand, regel: regels(tekst), wat: `meer dan ${hardeGrens} regels` }));
}

/** Files over the soft limit of 200 lines; a report, not a refusal. */
export function groteBestanden(boom: Boom): string[] {
  return [...boom]
    .filter(([bestand, tekst]) => isCode(bestand) && !isTest(bestand) && regels(tekst) > zachteGrens)
    .map(([bestand, tekst]) => `${bestand} (${regels(tekst)})`);
}

/** Functions of production code that span more than 40 lines. */
export function langeFuncties(boom: Boom): Overtreding[] {
  const uit: Overtreding[] = [];
  for (const [bestand, tekst] of boom) {
    if (!isCode(bestand) || isTest(bestand) || bestand.includes('/testing/')) continue;
    bezoek(ontleed(bestand, tekst), k => {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(k.type)) return;
      const van = regelVan(tekst, k.start);
      const lengte = regelVan(tekst, k.end) - van + 1;
      if (lengte > functieGrens) uit.push({ bestand, regel: van, wat: `functie van ${lengte} regels` });
    });
  }
  return uit;
}

const vangnaam = /^(utils?|helpers?|commons?|misc|manager|data2|stuff|diversen|overig)$/i;

/** Files and folders with a name that says nothing. */
export function naamFouten(boom: Boom): Overtreding[] {
  return [...boom.keys()]
    .filter(pad => pad.split('/').some(deel => deel.split(/[.-]/).some(woord => vangnaam.test(woord))))
    .map(bestand => ({ bestand, regel: 1, wat: 'een naam die niets zegt: noem het ding' }));
}

// Written in parts, so that this file does not break its own rule.
const uitstel = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
const ontwijking = new RegExp(
  `@ts-${'ignore'}|@ts-${'nocheck'}|biome-${'ignore'}(?!\\S*\\s+[\\w/]+:\\s*\\S)`,
);
const machinepad = new RegExp(`(^|["'\`\\s(=])/(${['ho' + 'me', 'Us' + 'ers', 'wo' + 'rk'].join('|')})/\\w`);

/** Postponed work, silenced checks and paths of one machine do not land. */
export function uitstelFouten(boom: Boom): Overtreding[] {
  const uit: Overtreding[] = [];
  for (const [bestand, tekst] of boom) {
    if (!/\.(tsx?|cjs|mjs|sql|md)$/.test(bestand)) continue;
    tekst.split('\n').forEach((regel, i) => {
      if (uitstel.test(regel)) uit.push({ bestand, regel: i + 1, wat: 'uitgesteld werk landt niet' });
      if (ontwijking.test(regel))
        uit.push({ bestand, regel: i + 1, wat: 'een controle uitgezet zonder reden' });
      if (machinepad.test(regel)) uit.push({ bestand, regel: i + 1, wat: 'een pad van één machine' });
    });
  }
  return uit;
}

/** No test is switched off or runs alone (skipIf with a condition is allowed). */
export function testFouten(boom: Boom): Overtreding[] {
  return perKnoop(boom, isTest, (k, meld) => {
    if (k.type !== 'MemberExpression') return;
    const m = /^(test|it|describe|suite)\b.*\.(only|skip|todo|fails)$/.exec(keten(k));
    if (m) meld(k, `.${m[2]} op een test`);
  });
}

const naamVan = (attribuut: Knoop): string => {
  const n = attribuut['name'] as Knoop;
  return n.type === 'JSXNamespacedName' ? '' : String(n['name']);
};

/** The content policy forbids inline style and inline script. */
export function inlineFouten(boom: Boom): Overtreding[] {
  return perKnoop(
    boom,
    pad => pad.startsWith('src/') && !isTest(pad),
    (k, meld, ouder) => {
      if (k.type !== 'JSXAttribute') return;
      const naam = naamVan(k);
      const element = isKnoop(ouder?.['name']) ? String((ouder['name'] as Knoop)['name']) : '';
      if (naam === 'style') meld(k, 'style= in de opmaak: gebruik een klasse of SVG-attribuut');
      if (/^on[a-z]+$/i.test(naam) && /^[a-z]/.test(element))
        meld(k, `${naam}= in de opmaak: script staat in een bestand`);
    },
  );
}

const woord = /\p{L}{3,}/u;
const leesbareAttributen = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label']);

/** Texts for users live in teksten.ts: no words between tags and none in attributes that are read out. */
export function tekstFouten(boom: Boom): Overtreding[] {
  const past = (pad: string) =>
    /^src\/modules\/[^/]+\/web\/.*\.tsx$/.test(pad) && !isTest(pad) && !/\/teksten[^/]*$/.test(pad);
  return perKnoop(boom, past, (k, meld, ouder) => {
    if (k.type === 'JSXText' && woord.test(String(k['value']))) {
      meld(k, `tekst in de opmaak: "${String(k['value']).trim().slice(0, 40)}"`);
    }
    const losseTekst = k.type === 'Literal' && typeof k['value'] === 'string' && woord.test(k['value']);
    if (losseTekst && ouder?.type === 'JSXExpressionContainer') {
      meld(k, `tekst in de opmaak: "${String(k['value']).slice(0, 40)}"`);
    }
    if (k.type !== 'JSXAttribute' || !leesbareAttributen.has(naamVan(k))) return;
    const waarde = k['value'];
    if (isKnoop(waarde) && waarde.type === 'Literal' && woord.test(String(waarde['value']))) {
      meld(k, `tekst in ${naamVan(k)}=`);
    }
  });
}
