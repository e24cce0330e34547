import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Settings come from the environment only, are read once at start and refused by name when wrong. */
export interface Instellingen {
  poort: number;
  host: string;
  /** Folder with everything that belongs to the data (embedded database). */
  data: string;
  /** Was `data` named by a setting? The default may give way to a folder that the database can reach. */
  dataGekozen: boolean;
  /** Folder with wrapped keys and signed roots: apart from the data and its backups. */
  sleutelmap: string;
  /** Application role on an outside PostgreSQL; null means the embedded one. */
  databaseUrl: string | null;
  /** Owner role on an outside PostgreSQL, for migrations only. */
  eigenaarUrl: string | null;
  /** Sign-in role on an outside PostgreSQL. */
  aanmeldenUrl: string | null;
  /** Background-work role on an outside PostgreSQL. */
  takenUrl: string | null;
  /** Master key: 64 hex digits, or a path to a file that holds them. null: made in sleutelmap (demo only). */
  sleutel: string | null;
  /** Folder in which other systems put files with figures; null: there is none. */
  invoermap: string | null;
  demo: boolean | null;
  demoWachtwoord: string | null;
  smtpUrl: string | null;
  afzender: string;
  /** Address under which readers reach this installation, without slash at the end. */
  basisUrl: string | null;
  /** Number of trusted proxies in front; 0 means X-Forwarded-* is ignored. */
  proxies: number;
  /** Copies of the database older than this number of days are removed by the command that makes a new one. */
  kopieDagen: number;
  logNiveau: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
}

/** The address of this installation in what is read elsewhere: from the settings, never from what a visitor sends. */
export const basisUrlVan = (i: Pick<Instellingen, 'basisUrl' | 'poort'>): string =>
  i.basisUrl ?? `http://localhost:${i.poort}`;

export class InstellingFout extends Error {}

const leeg = (v: unknown) => (v === '' ? undefined : v);
const tekst = z.preprocess(leeg, z.string().optional());
const pgUrl = z.preprocess(
  leeg,
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'moet beginnen met postgres://')
    .optional(),
);
const vlag = z.preprocess(leeg, z.enum(['0', '1'], { error: 'kies 0 of 1' }).optional());

const schema = z.object({
  PORT: z.preprocess(
    leeg,
    z.coerce
      .number({ error: 'moet een getal zijn' })
      .int()
      .min(0, 'ligt tussen 0 en 65535')
      .max(65535, 'ligt tussen 0 en 65535')
      .default(8080),
  ),
  HOST: z.preprocess(leeg, z.string().default('127.0.0.1')),
  LA_DATA: tekst,
  LA_SLEUTELMAP: tekst,
  DATABASE_URL: pgUrl,
  LA_EIGENAAR_URL: pgUrl,
  LA_AANMELDEN_URL: pgUrl,
  LA_TAKEN_URL: pgUrl,
  LA_SLEUTEL: tekst,
  LA_INVOERMAP: tekst,
  LA_DEMO: vlag,
  LA_DEMO_WACHTWOORD: z.preprocess(leeg, z.string().min(8, 'heeft minstens 8 tekens').optional()),
  LA_SMTP_URL: z.preprocess(
    leeg,
    z
      .string()
      .regex(/^smtps?:\/\//, 'moet beginnen met smtp:// of smtps://')
      .optional(),
  ),
  LA_AFZENDER: z.preprocess(leeg, z.string().default('Lange Adem <post@voorbeeld.invalid>')),
  LA_BASIS_URL: z.preprocess(
    leeg,
    z
      .string()
      .regex(/^https?:\/\/[^/]+$/, 'is een adres zonder pad, zoals https://regio.example')
      .optional(),
  ),
  LA_PROXIES: z.preprocess(leeg, z.coerce.number().int().min(0).max(5).default(0)),
  LA_KOPIE_DAGEN: z.preprocess(
    leeg,
    z.coerce
      .number({ error: 'moet een getal zijn' })
      .int()
      .min(1, 'is minstens 1')
      .max(3660, 'is hoogstens 3660')
      .default(35),
  ),
  LA_LOG: z.preprocess(
    leeg,
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug'], { error: 'kies fatal, error, warn, info of debug' })
      .default('info'),
  ),
});

/** Reads and checks the settings; throws InstellingFout with one line per wrong setting. */
export function leesInstellingen(env: Record<string, string | undefined>, map = process.cwd()): Instellingen {
  const r = schema.safeParse(env);
  if (!r.success) {
    const regels = r.error.issues.map(i => `Instelling ${i.path.join('.')}: ${i.message}.`);
    throw new InstellingFout(regels.join('\n'));
  }
  const v = r.data;
  const data = path.resolve(map, v.LA_DATA ?? 'data');
  const sleutelmap = path.resolve(map, v.LA_SLEUTELMAP ?? `${data}-sleutels`);
  if (sleutelmap === data || sleutelmap.startsWith(data + path.sep)) {
    throw new InstellingFout(
      'Instelling LA_SLEUTELMAP: kies een map buiten LA_DATA, anders gaat de sleutel mee in elke kopie.',
    );
  }
  weigerSleutelBijData(v.LA_SLEUTEL, data, map);
  return {
    poort: v.PORT,
    host: v.HOST,
    data,
    dataGekozen: v.LA_DATA !== undefined,
    sleutelmap,
    databaseUrl: v.DATABASE_URL ?? null,
    eigenaarUrl: v.LA_EIGENAAR_URL ?? null,
    aanmeldenUrl: v.LA_AANMELDEN_URL ?? null,
    takenUrl: v.LA_TAKEN_URL ?? null,
    sleutel: v.LA_SLEUTEL ? leesSleutel(v.LA_SLEUTEL, map) : null,
    invoermap: v.LA_INVOERMAP ? eisMap(path.resolve(map, v.LA_INVOERMAP), data) : null,
    demo: v.LA_DEMO === undefined ? null : v.LA_DEMO === '1',
    demoWachtwoord: v.LA_DEMO_WACHTWOORD ?? null,
    smtpUrl: v.LA_SMTP_URL ?? null,
    afzender: v.LA_AFZENDER,
    basisUrl: v.LA_BASIS_URL ?? null,
    proxies: v.LA_PROXIES,
    kopieDagen: v.LA_KOPIE_DAGEN,
    logNiveau: v.LA_LOG,
  };
}

/** The folder for incoming files: it is there, may be written (files are moved in it) and lies outside the data. */
function eisMap(pad: string, data: string): string {
  if (pad === data || pad.startsWith(data + path.sep)) {
    throw new InstellingFout('Instelling LA_INVOERMAP: kies een map buiten LA_DATA.');
  }
  try {
    if (!statSync(pad).isDirectory()) throw new Error('geen map');
    accessSync(pad, constants.R_OK | constants.W_OK);
  } catch {
    throw new InstellingFout(
      'Instelling LA_INVOERMAP: deze map is er niet, of mag niet worden gelezen en beschreven.',
    );
  }
  return pad;
}

/** A key file among the data would go with every copy of it. */
function weigerSleutelBijData(sleutel: string | undefined, data: string, map: string): void {
  if (!sleutel || /^[0-9a-f]{64}$/i.test(sleutel)) return;
  if (path.resolve(map, sleutel).startsWith(data + path.sep)) {
    throw new InstellingFout('Instelling LA_SLEUTEL: leg het sleutelbestand buiten LA_DATA.');
  }
}

/** The master key as 64 hex digits, from the value itself or from the file that it names. */
function leesSleutel(waarde: string, map: string): string {
  if (/^[0-9a-f]{64}$/i.test(waarde)) return waarde.toLowerCase();
  let inhoud: string;
  try {
    inhoud = readFileSync(path.resolve(map, waarde), 'utf8').trim();
  } catch {
    throw new InstellingFout(
      'Instelling LA_SLEUTEL: geef 64 hexadecimale tekens, of het pad van een leesbaar bestand daarmee.',
    );
  }
  if (!/^[0-9a-f]{64}$/i.test(inhoud)) {
    throw new InstellingFout('Instelling LA_SLEUTEL: het bestand bevat geen 64 hexadecimale tekens.');
  }
  return inhoud.toLowerCase();
}

/** Is this address reachable from this machine only? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
