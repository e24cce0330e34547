// A reader of the pages: their links and forms as a browser without script would offer them. Its own, because the
// parser that is here (html-validate) takes as long as the page itself; a test compares the two on real pages.

/** One field of a form. Radio buttons of one name are one field. */
export interface Veld {
  naam: string;
  /** Type of the input, or 'select' or 'textarea'. */
  soort: string;
  waarde: string;
  opties: string[];
  /** A box that is ticked. */
  aan: boolean;
  toetsen: string;
}
export interface Verzendknop {
  naam: string;
  waarde: string;
  actie: string | null;
}
export interface Vorm {
  actie: string;
  methode: 'GET' | 'POST';
  bestanden: boolean;
  velden: Veld[];
  knoppen: Verzendknop[];
}
export interface Pagina {
  taal: string;
  kop: string;
  /** Addresses of this site, without fragment, each once. */
  links: string[];
  vormen: Vorm[];
  /** Names of all elements. */
  elementen: Set<string>;
  /** Code or style inside the page, or code from elsewhere. */
  inlijn: string[];
}

type Attributen = ReadonlyMap<string, string>;

const ENTITEITEN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references of HTML as our pages use them: the five names and numbers. */
export const leesTekens = (tekst: string): string =>
  tekst.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (heel, hex, dec, naam) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (dec) return String.fromCodePoint(Number(dec));
    return ENTITEITEN[naam] ?? heel;
  });

/** A tag of the page: name, attributes, and where the text behind it begins. */
interface Tag {
  naam: string;
  sluit: boolean;
  attributen: Attributen;
  na: number;
}

const BEGIN = /<(\/?)([a-zA-Z][\w-]*)/g;
const ATTRIBUUT = /\s*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y;

function* tags(html: string): Generator<Tag> {
  BEGIN.lastIndex = 0;
  for (let m = BEGIN.exec(html); m; m = BEGIN.exec(html)) {
    const attributen = new Map<string, string>();
    let na = BEGIN.lastIndex;
    ATTRIBUUT.lastIndex = na;
    for (let a = ATTRIBUUT.exec(html); a; a = ATTRIBUUT.exec(html)) {
      const naam = (a[1] ?? '').toLowerCase();
      if (!attributen.has(naam)) attributen.set(naam, leesTekens(a[2] ?? a[3] ?? a[4] ?? ''));
      na = ATTRIBUUT.lastIndex;
    }
    const eind = html.indexOf('>', na);
    na = eind < 0 ? html.length : eind + 1;
    const terug = BEGIN.lastIndex;
    yield { naam: (m[2] ?? '').toLowerCase(), sluit: m[1] === '/', attributen, na };
    BEGIN.lastIndex = Math.max(terug, na);
  }
}

/** The address inside the site that a link leads to; null for another site, a mail address or a place on the page. */
export function binnenadres(href: string, vanaf: string): string | null {
  if (href === '' || href.startsWith('#')) return null;
  try {
    const u = new URL(href, `http://localhost${vanaf.startsWith('/') ? vanaf : '/'}`);
    return u.origin === 'http://localhost' ? u.pathname + u.search : null;
  } catch {
    return null;
  }
}

const kaal = (tekst: string): string => leesTekens(tekst.replaceAll(/<[^>]*>/g, '')).trim();

/** Builds the picture of the page tag by tag. */
class Lezer {
  readonly pagina: Pagina = {
    taal: '',
    kop: '',
    links: [],
    vormen: [],
    elementen: new Set(),
    inlijn: [],
  };
  readonly #links = new Set<string>();
  readonly #html: string;
  readonly #vanaf: string;
  #vorm: Vorm | null = null;
  #keuze: Veld | null = null;

  constructor(html: string, vanaf: string) {
    this.#html = html;
    this.#vanaf = vanaf;
  }

  lees(): Pagina {
    for (const t of tags(this.#html)) {
      this.pagina.elementen.add(t.naam);
      if (t.sluit) this.#sluit(t.naam);
      else this.#open(t);
    }
    this.pagina.links = [...this.#links];
    return this.pagina;
  }

  #tot(tag: Tag): string {
    const eind = this.#html.indexOf(`</${tag.naam}`, tag.na);
    return this.#html.slice(tag.na, eind < 0 ? undefined : eind);
  }

  #sluit(naam: string): void {
    if (naam === 'form') this.#vorm = null;
    if (naam === 'select') this.#keuze = null;
  }

  #open(t: Tag): void {
    const a = (naam: string): string => t.attributen.get(naam) ?? '';
    for (const naam of t.attributen.keys())
      if (/^on|^style$/.test(naam)) this.pagina.inlijn.push(`${t.naam} ${naam}`);
    if (t.naam === 'html') this.pagina.taal = a('lang');
    if (t.naam === 'h1') this.pagina.kop = kaal(this.#tot(t));
    if (t.naam === 'style' || (t.naam === 'script' && a('src') === '')) this.pagina.inlijn.push(t.naam);
    const bron = t.naam === 'a' || t.naam === 'link' ? 'href' : 'src';
    if (['a', 'link', 'script', 'img'].includes(t.naam)) this.#link(t.naam, a(bron));
    if (t.naam === 'form') this.#beginVorm(a);
    else if (this.#vorm) this.#veld(t, a, this.#vorm);
  }

  #link(element: string, href: string): void {
    const naar = binnenadres(href, this.#vanaf);
    if (naar) this.#links.add(naar);
    else if (element !== 'a' && href !== '' && !href.startsWith('data:'))
      this.pagina.inlijn.push(`${element} van elders`);
  }

  #beginVorm(a: (naam: string) => string): void {
    this.#vorm = {
      actie: binnenadres(a('action') || this.#vanaf, this.#vanaf) ?? '',
      methode: a('method').toLowerCase() === 'post' ? 'POST' : 'GET',
      bestanden: a('enctype') === 'multipart/form-data',
      velden: [],
      knoppen: [],
    };
    this.pagina.vormen.push(this.#vorm);
  }

  #veld(t: Tag, a: (naam: string) => string, vorm: Vorm): void {
    const naam = a('name');
    const veld: Veld = { naam, soort: t.naam, waarde: '', opties: [], aan: false, toetsen: a('inputmode') };
    if (t.naam === 'button') {
      const actie = t.attributen.has('formaction') ? binnenadres(a('formaction'), this.#vanaf) : null;
      vorm.knoppen.push({ naam, waarde: a('value'), actie });
    } else if (t.naam === 'option' && this.#keuze) {
      const waarde = t.attributen.has('value') ? a('value') : kaal(this.#tot(t));
      if (t.attributen.has('selected') || this.#keuze.opties.length === 0) this.#keuze.waarde = waarde;
      this.#keuze.opties.push(waarde);
    } else if (naam === '') {
      return;
    } else if (t.naam === 'select') {
      this.#keuze = veld;
      vorm.velden.push(veld);
    } else if (t.naam === 'textarea') {
      vorm.velden.push({ ...veld, waarde: leesTekens(this.#tot(t)).replace(/^\n/, '') });
    } else if (t.naam === 'input') {
      this.#invoer({ ...veld, soort: a('type') || 'text', waarde: a('value') }, t, vorm);
    }
  }

  #invoer(veld: Veld, t: Tag, vorm: Vorm): void {
    const aan = t.attributen.has('checked');
    if (veld.soort !== 'radio') {
      vorm.velden.push({ ...veld, aan });
      return;
    }
    const groep = vorm.velden.find(v => v.soort === 'radio' && v.naam === veld.naam);
    if (!groep) vorm.velden.push({ ...veld, waarde: aan ? veld.waarde : '', opties: [veld.waarde] });
    else {
      groep.opties.push(veld.waarde);
      if (aan) groep.waarde = veld.waarde;
    }
  }
}

/** Reads a page that was got from this address. */
export const leesPagina = (html: string, vanaf: string): Pagina => new Lezer(html, vanaf).lees();
