// A small reader of migrations: enough SQL to know which tables and columns exist at the end, what their
// comments say and whether row security is on and forced. What a migration builds by dynamic SQL is not
// seen here, so it is refused by absence; the test against the live catalog sees the rest.

/** One table after all migrations. Names are `schema.tabel`; `kolommen` maps name to comment or null. */
export type Tabel = {
  naam: string;
  bestand: string;
  commentaar: string | null;
  kolommen: Map<string, string | null>;
  rijbeveiliging: boolean;
  gedwongen: boolean;
};

/** Removes comments outside quotes; keeps quoted text and dollar-quoted bodies as they are. */
export function zonderCommentaar(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|--[^\n]*|\/\*[\s\S]*?\*\//g, stuk =>
    stuk.startsWith('--') || stuk.startsWith('/*') ? ' ' : stuk,
  );
}

/** Splits on a separator that stands outside quotes, dollar quotes and brackets. */
export function splits(tekst: string, teken: ';' | ','): string[] {
  const uit: string[] = [];
  let stuk = '';
  let diepte = 0;
  for (const [deel] of tekst.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|[\s\S]/g)) {
    if (deel === '(') diepte++;
    if (deel === ')') diepte--;
    if (deel === teken && diepte === 0) {
      uit.push(stuk.trim());
      stuk = '';
    } else stuk += deel;
  }
  uit.push(stuk.trim());
  return uit.filter(s => s !== '');
}

const schoon = (naam: string): string =>
  naam
    .split('.')
    .map(deel => (deel.startsWith('"') ? deel.slice(1, -1) : deel.toLowerCase()))
    .join('.');

const n = String.raw`((?:"[^"]+"|[\w]+)(?:\.(?:"[^"]+"|[\w]+))*)`;
const geenKolom = /^(primary|foreign|unique|check|constraint|exclude|like)\b/i;
const tekst = (literal: string): string => literal.slice(1, -1).replaceAll("''", "'");

type Stand = Map<string, Tabel>;

function maakTabel(stand: Stand, bestand: string, opdracht: string): boolean {
  const m = new RegExp(String.raw`^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${n}`, 'i').exec(
    opdracht,
  );
  if (!m?.[1]) return false;
  const naam = schoon(m[1]);
  const kolommen = new Map<string, string | null>();
  const rest = opdracht.slice(m[0].length).trim();
  if (rest.startsWith('(')) {
    for (const regel of splits(binnenHaken(rest), ',')) {
      const kolom = new RegExp(`^${n}`).exec(regel)?.[1];
      if (kolom && !geenKolom.test(regel)) kolommen.set(schoon(kolom), null);
    }
  }
  stand.set(naam, { naam, bestand, commentaar: null, kolommen, rijbeveiliging: false, gedwongen: false });
  return true;
}

function binnenHaken(tekstMetHaak: string): string {
  let diepte = 0;
  let uit = '';
  for (const [deel] of tekstMetHaak.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    if (deel === ')' && --diepte === 0) return uit;
    if (diepte > 0) uit += deel;
    if (deel === '(') diepte++;
  }
  return uit;
}

function verhuis(stand: Stand, tabel: Tabel, naam: string): void {
  stand.delete(tabel.naam);
  tabel.naam = naam;
  stand.set(naam, tabel);
}

function wijzig(stand: Stand, tabel: Tabel, deel: string): void {
  const [schema] = tabel.naam.split('.');
  const bij = new RegExp(String.raw`^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?${n}`, 'i').exec(deel)?.[1];
  const weg = new RegExp(String.raw`^drop\s+column\s+(?:if\s+exists\s+)?${n}`, 'i').exec(deel)?.[1];
  const hernoem = new RegExp(String.raw`^rename\s+(?:column\s+)?${n}\s+to\s+${n}`, 'i').exec(deel);
  const nieuweNaam = new RegExp(String.raw`^rename\s+to\s+${n}`, 'i').exec(deel)?.[1];
  const nieuwSchema = new RegExp(String.raw`^set\s+schema\s+${n}`, 'i').exec(deel)?.[1];
  if (/^enable\s+row\s+level\s+security/i.test(deel)) tabel.rijbeveiliging = true;
  else if (/^disable\s+row\s+level\s+security/i.test(deel)) tabel.rijbeveiliging = false;
  else if (/^force\s+row\s+level\s+security/i.test(deel)) tabel.gedwongen = true;
  else if (/^no\s+force\s+row\s+level\s+security/i.test(deel)) tabel.gedwongen = false;
  else if (nieuweNaam) verhuis(stand, tabel, `${schema}.${schoon(nieuweNaam)}`);
  else if (nieuwSchema) verhuis(stand, tabel, `${schoon(nieuwSchema)}.${tabel.naam.split('.')[1]}`);
  else if (hernoem?.[1] && hernoem[2]) {
    const oud = tabel.kolommen.get(schoon(hernoem[1])) ?? null;
    tabel.kolommen.delete(schoon(hernoem[1]));
    tabel.kolommen.set(schoon(hernoem[2]), oud);
  } else if (weg) tabel.kolommen.delete(schoon(weg));
  else if (bij && !geenKolom.test(deel.replace(/^add\s+/i, ''))) tabel.kolommen.set(schoon(bij), null);
}

function verander(stand: Stand, opdracht: string): boolean {
  const m = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${n}\s+`, 'i').exec(
    opdracht,
  );
  if (!m?.[1]) return false;
  const tabel = stand.get(schoon(m[1]));
  if (tabel) for (const deel of splits(opdracht.slice(m[0].length), ',')) wijzig(stand, tabel, deel);
  return true;
}

function beschrijf(stand: Stand, opdracht: string): void {
  const waarde = String.raw`\s+is\s+('(?:[^']|'')*')`;
  const kolom = new RegExp(String.raw`^comment\s+on\s+column\s+${n}${waarde}`, 'i').exec(opdracht);
  const tabel = new RegExp(String.raw`^comment\s+on\s+table\s+${n}${waarde}`, 'i').exec(opdracht);
  if (tabel?.[1] && tabel[2]) {
    const t = stand.get(schoon(tabel[1]));
    if (t) t.commentaar = tekst(tabel[2]);
  }
  if (kolom?.[1] && kolom[2]) {
    const delen = schoon(kolom[1]).split('.');
    const naam = delen.pop() ?? '';
    const t = stand.get(delen.join('.'));
    if (t?.kolommen.has(naam)) t.kolommen.set(naam, tekst(kolom[2]));
  }
}

function verwijder(stand: Stand, opdracht: string): void {
  const tabellen = /^drop\s+table\s+(?:if\s+exists\s+)?(.+?)(?:\s+(?:cascade|restrict))?$/is.exec(
    opdracht,
  )?.[1];
  for (const naam of tabellen ? splits(tabellen, ',') : []) stand.delete(schoon(naam));
}

/** Tables as they stand after the migrations, in the order given. */
export function leesTabellen(migraties: readonly (readonly [bestand: string, sql: string])[]): Tabel[] {
  const stand: Stand = new Map();
  for (const [bestand, sql] of migraties) {
    for (const opdracht of splits(zonderCommentaar(sql), ';')) {
      if (maakTabel(stand, bestand, opdracht) || verander(stand, opdracht)) continue;
      beschrijf(stand, opdracht);
      verwijder(stand, opdracht);
    }
  }
  return [...stand.values()];
}
