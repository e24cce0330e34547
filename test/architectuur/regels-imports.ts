import { posix } from 'node:path';
import type { Boom, Overtreding } from './bron.ts';
import { isCode, isTest } from './bron.ts';
import { type Import, importsVan } from './ontleed.ts';

/**
 * Which room may import which other rooms, through their index.ts. Complete: an edge that is not here is
 * not allowed. Rooms that read every index are `leestAlles`; nobody imports those.
 */
export const kamergraaf: Readonly<Record<string, readonly string[]>> = {
  toegang: [],
  gezin: ['toegang'],
  hulpaanbod: ['toegang'],
  casus: ['toegang', 'gezin', 'hulpaanbod'],
  privacy: ['toegang', 'gezin', 'casus'],
  meldingen: ['toegang', 'casus', 'privacy'],
  huisverbod: ['toegang', 'casus', 'privacy'],
  opvang: ['toegang', 'casus', 'privacy'],
  schoolsignaal: ['toegang', 'casus', 'privacy'],
  datalab: ['toegang'],
  programma: ['toegang', 'datalab'],
  zelfscan: ['toegang', 'programma'],
  kennis: ['toegang'],
};

/** Rooms that may read every index.ts and that nobody may import. */
export const leestAlles: readonly string[] = ['publiek', 'simulatie'];

/** Every room of the house. */
export const kamers: readonly string[] = [...Object.keys(kamergraaf), ...leestAlles];

/** Layers of a room, and which layers of the same room each may import. '' is the room's own root. */
const lagen: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  db: ['db', 'domain'],
  usecases: ['usecases', 'db', 'domain'],
  web: ['web', 'usecases', 'domain'],
  api: ['api', 'usecases', 'domain'],
  testing: ['testing', 'usecases', 'db', 'domain'],
  index: ['usecases', 'domain', 'web', 'api'],
  module: ['usecases', 'domain', 'web', 'api', 'db', 'index'],
};

type Plek = {
  deel: 'kern' | 'platform' | 'modules' | 'src' | 'test' | 'overig';
  kamer: string;
  laag: string;
};

function plekVan(pad: string): Plek {
  const [top, tweede, kamer, laag] = pad.split('/');
  if (top !== 'src') return { deel: top === 'test' ? 'test' : 'overig', kamer: '', laag: '' };
  if (tweede === 'kern' || tweede === 'platform') return { deel: tweede, kamer: kamer ?? '', laag: '' };
  if (tweede !== 'modules') return { deel: 'src', kamer: '', laag: '' };
  const bestand = /^(index|module)\.tsx?$/.exec(laag ?? '')?.[1];
  return { deel: 'modules', kamer: kamer ?? '', laag: bestand ?? laag ?? '' };
}

const aliassen: readonly (readonly [string, string])[] = [
  ['#kern/', 'src/kern/'],
  ['#platform/', 'src/platform/'],
  ['#modules/', 'src/modules/'],
  ['#src/', 'src/'],
];

/** Path in the tree that a specifier means, or null for a package or a Node built-in. */
export function doelpad(van: string, doel: string): string | null {
  if (doel.startsWith('.')) return posix.normalize(posix.join(posix.dirname(van), doel));
  for (const [alias, pad] of aliassen) if (doel.startsWith(alias)) return pad + doel.slice(alias.length);
  return null;
}

const pakket = (doel: string): string =>
  doel
    .split('/')
    .slice(0, doel.startsWith('@') ? 2 : 1)
    .join('/');

const magWeb = (pad: string): boolean =>
  /^src\/modules\/[^/]+\/(web|api)\//.test(pad) ||
  /^src\/modules\/[^/]+\/module\.tsx?$/.test(pad) ||
  /^src\/platform\/(http|ui)\//.test(pad) ||
  /^src\/(samenstelling\/)?[^/]+\.tsx?$/.test(pad);

const magDatabase = (pad: string): boolean =>
  pad.startsWith('src/platform/db/') || /^src\/modules\/[^/]+\/db\//.test(pad);

/** What a file may import from npm and Node. Returns the objection or null. */
function pakketBezwaar(pad: string, van: Plek, i: Import): string | null {
  const naam = pakket(i.doel);
  if (van.deel === 'kern') return `kern importeert alleen kern, niet "${i.doel}"`;
  if ((naam === 'hono' || naam.startsWith('@hono/')) && !magWeb(pad)) {
    return `"${naam}" hoort alleen in web, api, module.ts, platform/http, platform/ui en src/*.ts`;
  }
  if ((naam === 'pg' || naam === 'kysely') && !magDatabase(pad)) {
    return `"${naam}" hoort alleen in platform/db en in de map db van een kamer`;
  }
  if (naam === 'pg-boss' && !pad.startsWith('src/platform/taken/'))
    return '"pg-boss" hoort in platform/taken';
  if (van.laag === 'domain' && !i.alleenType)
    return `domain importeert alleen kern en domain, niet "${i.doel}"`;
  return null;
}

/** May a room import another room's file? Returns the objection or null. */
function andereKamerBezwaar(van: Plek, naar: Plek, pad: string): string | null {
  if (!/^src\/modules\/[^/]+\/index\.ts$/.test(pad)) {
    return `een andere kamer alleen via #modules/${naar.kamer}/index.ts, niet via "${pad}"`;
  }
  if (leestAlles.includes(naar.kamer)) return `niemand importeert de kamer ${naar.kamer}`;
  if (leestAlles.includes(van.kamer)) return null;
  if (!kamergraaf[van.kamer]?.includes(naar.kamer)) return `${van.kamer} mag ${naar.kamer} niet importeren`;
  if (van.laag === 'domain') return `domain importeert alleen kern en het eigen domain, niet "${pad}"`;
  return null;
}

function binnenKamerBezwaar(van: Plek, naar: Plek): string | null {
  const mag = lagen[van.laag];
  if (!mag) return null;
  if (mag.includes(naar.laag)) return null;
  return `${van.laag} mag ${naar.laag} van de eigen kamer niet importeren`;
}

/** What production code may import from the tree. Returns the objection or null. */
function boomBezwaar(van: Plek, naar: Plek, pad: string, i: Import): string | null {
  if (naar.deel === 'test' || isTest(pad)) return `productiecode importeert geen test: "${pad}"`;
  if (naar.laag === 'testing' && van.laag !== 'testing') return `testing is alleen voor tests: "${pad}"`;
  if (naar.laag === 'module' && van.deel !== 'src') return 'alleen src/app.ts importeert een module.ts';
  if (van.deel === 'kern') return naar.deel === 'kern' ? null : `kern importeert alleen kern, niet "${pad}"`;
  if (van.deel === 'platform') {
    return naar.deel === 'kern' || naar.deel === 'platform'
      ? null
      : `platform importeert alleen kern en platform, niet "${pad}"`;
  }
  if (van.deel !== 'modules') return null;
  if (naar.deel === 'src') return `een kamer importeert niets uit de wortel van src: "${pad}"`;
  if (naar.deel === 'modules') {
    return naar.kamer === van.kamer ? binnenKamerBezwaar(van, naar) : andereKamerBezwaar(van, naar, pad);
  }
  if (van.laag === 'domain' && naar.deel === 'platform' && !i.alleenType) {
    return `domain importeert alleen kern en het eigen domain, niet "${pad}"`;
  }
  return null;
}

function srcBezwaar(bestand: string, naar: Plek, pad: string): string | null {
  if (naar.deel !== 'modules') return null;
  if (naar.laag === 'module') {
    return bestand === 'src/app.ts' || bestand.startsWith('src/samenstelling/')
      ? null
      : 'alleen src/app.ts importeert een module.ts';
  }
  return naar.laag === 'index' ? null : `van buiten een kamer alleen index.ts of module.ts, niet "${pad}"`;
}

function vormBezwaar(van: Plek, naar: Plek, i: Import, pad: string): string | null {
  if (!/\.[a-z]+$/.test(i.doel)) return `import zonder extensie: "${i.doel}"`;
  const zelfdePlek = van.deel === naar.deel && (van.deel === 'kern' || van.kamer === naar.kamer);
  if (i.doel.startsWith('.') && !zelfdePlek && naar.deel !== 'overig' && van.deel !== 'src') {
    return `tussen kamers met een alias (#…), niet met een pad: "${i.doel}" (${pad})`;
  }
  return null;
}

function bezwaar(bestand: string, i: Import): string | null {
  const van = plekVan(bestand);
  const pad = doelpad(bestand, i.doel);
  if (isTest(bestand)) return null;
  if (pad === null) return pakketBezwaar(bestand, van, i);
  const naar = plekVan(pad);
  if (van.deel === 'src') return vormBezwaar(van, naar, i, pad) ?? srcBezwaar(bestand, naar, pad);
  return vormBezwaar(van, naar, i, pad) ?? boomBezwaar(van, naar, pad, i);
}

/** Tests may import more, but a test in kern or platform still knows no room. */
function testBezwaar(bestand: string, i: Import): string | null {
  const van = plekVan(bestand);
  const pad = doelpad(bestand, i.doel);
  if (pad === null || (van.deel !== 'kern' && van.deel !== 'platform')) return null;
  const naar = plekVan(pad);
  if (naar.deel === 'modules') return `een test in ${van.deel} kent geen kamer: "${pad}"`;
  if (van.deel === 'kern' && naar.deel === 'platform') return `een test in kern kent geen platform: "${pad}"`;
  return null;
}

/** Checks every import of every file below src/ against the directions of the house. */
export function importFouten(boom: Boom): Overtreding[] {
  const uit: Overtreding[] = [];
  for (const [bestand, tekst] of boom) {
    if (!bestand.startsWith('src/') || !isCode(bestand)) continue;
    for (const i of importsVan(bestand, tekst)) {
      const wat = isTest(bestand) ? testBezwaar(bestand, i) : bezwaar(bestand, i);
      if (wat) uit.push({ bestand, regel: i.regel, wat });
    }
    if (bestand.endsWith('.tsx') && !isTest(bestand) && !magWeb(bestand)) {
      uit.push({
        bestand,
        regel: 1,
        wat: 'opmaak (.tsx) hoort alleen in web, platform/http, platform/ui en src',
      });
    }
  }
  return uit;
}

/** A cycle in a graph as the list of its rooms, or null when there is none. */
export function kring(graaf: Readonly<Record<string, readonly string[]>>): string[] | null {
  const klaar = new Set<string>();
  const zoek = (kamer: string, pad: readonly string[]): string[] | null => {
    if (pad.includes(kamer)) return [...pad.slice(pad.indexOf(kamer)), kamer];
    if (klaar.has(kamer)) return null;
    for (const naar of graaf[kamer] ?? []) {
      const gevonden = zoek(naar, [...pad, kamer]);
      if (gevonden) return gevonden;
    }
    klaar.add(kamer);
    return null;
  };
  for (const kamer of Object.keys(graaf)) {
    const gevonden = zoek(kamer, []);
    if (gevonden) return gevonden;
  }
  return null;
}
