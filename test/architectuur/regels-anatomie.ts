import type { Boom, Overtreding } from './bron.ts';
import { kamers } from './regels-imports.ts';

const vakken: Readonly<Record<string, readonly string[]>> = {
  kern: ['datum', 'termijn', 'toestand', 'statistiek', 'onthulling', 'controle', 'resultaat'],
  platform: [
    'db',
    'http',
    'ui',
    'audit',
    'kluis',
    'bestanden',
    'reservekopie',
    'klok',
    'config',
    'log',
    'taken',
    'mail',
    'documenten',
    'oplosser',
  ],
  modules: kamers,
};

const verplicht = ['README.md', 'index.ts', 'module.ts'];
const lagen = ['domain', 'usecases', 'db', 'web', 'api', 'testing'];
const bestandsnaam = /^(README\.md|\d{4}-[a-z0-9-]+\.sql|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+)$/;

function plaatsFout(pad: string): string | null {
  const [, deel, vak, rest, ...dieper] = pad.split('/');
  if (vak === undefined) return /\.tsx?$/.test(pad) ? null : 'in de wortel van src staat alleen code';
  // The composition of app.ts, in parts small enough to read.
  if (deel === 'samenstelling' && rest === undefined) return null;
  const mag = vakken[deel ?? ''];
  if (!mag) return `src/${deel} bestaat niet in het plan`;
  if (!mag.includes(vak)) return `${deel}/${vak} bestaat niet in het plan`;
  if (deel !== 'modules' || rest === undefined) return null;
  if (dieper.length > 0) return lagen.includes(rest) ? null : `de map ${rest} hoort niet in een kamer`;
  if (verplicht.includes(rest) || /\.test\.tsx?$/.test(rest)) return null;
  return `in de wortel van een kamer staan alleen ${verplicht.join(', ')}`;
}

/** Layout of src/ and the anatomy of every room, as docs/architecture.md draws them. */
export function anatomieFouten(boom: Boom): Overtreding[] {
  const uit: Overtreding[] = [];
  const gezien = new Set<string>();
  for (const bestand of boom.keys()) {
    if (!bestand.startsWith('src/')) continue;
    const wat = plaatsFout(bestand);
    if (wat) uit.push({ bestand, regel: 1, wat });
    const naam = bestand.slice(bestand.lastIndexOf('/') + 1);
    if (!bestandsnaam.test(naam))
      uit.push({ bestand, regel: 1, wat: 'bestandsnaam: kleine letters met streepjes' });
    const kamer = /^src\/modules\/([^/]+)\//.exec(bestand)?.[1];
    if (kamer) gezien.add(kamer);
  }
  for (const kamer of gezien) {
    for (const naam of verplicht) {
      const bestand = `src/modules/${kamer}/${naam}`;
      if (!boom.has(bestand)) uit.push({ bestand, regel: 1, wat: 'ontbreekt' });
    }
  }
  return uit;
}
