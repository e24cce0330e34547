import type { Child } from 'hono/jsx';
import type { Blok, Document, Tekst } from '#platform/documenten/index.ts';
import { toonGetal } from '../getal.ts';
import type { Taal } from '../omgeving.ts';
import { Tabel } from '../tabel/tabel.tsx';
import { Alinea } from '../tekst/alinea.tsx';
import { BeschrijvingsLijst } from '../tekst/beschrijvingslijst.tsx';
import { Kop2, Kop3 } from '../tekst/kop.tsx';
import { Lijst } from '../tekst/lijst.tsx';
import { Link } from '../tekst/link.tsx';

/** Running text of a document on the screen; a line feed breaks the line. */
const Loop = ({ tekst }: { tekst: Tekst }) => (
  <>
    {[tekst].flat().map((s): Child => {
      if (typeof s === 'string')
        return s.split('\n').map((regel, i) => (
          <>
            {i > 0 ? <br /> : null}
            {regel}
          </>
        ));
      if ('vet' in s) return <strong>{s.vet}</strong>;
      if ('cursief' in s) return <em>{s.cursief}</em>;
      return <Link href={s.naar}>{s.tekst}</Link>;
    })}
  </>
);

const TabelOpScherm = ({ blok, taal }: { blok: Blok & { soort: 'tabel' }; taal: Taal }) => (
  <Tabel
    bijschrift={blok.bijschrift ?? ''}
    kolommen={blok.kop.map((naam, i) => ({
      naam,
      ...(i === 0 ? { rijkop: true } : {}),
      ...(blok.numeriek?.includes(i) ? { getal: true } : {}),
    }))}
    rijen={blok.rijen.map(r => r.map(cel => (typeof cel === 'number' ? toonGetal(cel, taal) : cel)))}
  />
);

const Regelblok = ({ regels }: { regels: readonly string[] }) => <Loop tekst={regels.join('\n')} />;

type Van<S extends Blok['soort']> = Extract<Blok, { soort: S }>;

const Citaatblok = ({ blok }: { blok: Van<'citaat'> }) => (
  <blockquote>
    <Alinea>{blok.tekst}</Alinea>
    {blok.bron ? <Alinea soort="klein">{blok.bron}</Alinea> : null}
  </blockquote>
);

const Briefkopblok = ({ blok }: { blok: Van<'briefkop'> }) => (
  <>
    <Alinea>
      <Regelblok regels={blok.afzender} />
    </Alinea>
    <Alinea>
      <Regelblok regels={blok.ontvanger} />
    </Alinea>
    <Alinea>{blok.plaatsDatum}</Alinea>
  </>
);

/** One block of a document on the screen. */
const BlokOpScherm = ({ blok, taal }: { blok: Blok; taal: Taal }): Child => {
  switch (blok.soort) {
    case 'kop':
      return blok.niveau === 2 ? <Kop2>{blok.tekst}</Kop2> : <Kop3>{blok.tekst}</Kop3>;
    case 'alinea':
      return (
        <Alinea>
          <Loop tekst={blok.tekst} />
        </Alinea>
      );
    case 'lijst': {
      const items = blok.punten.map(p => <Loop tekst={p} />);
      return blok.genummerd ? <Lijst items={items} soort="genummerd" /> : <Lijst items={items} />;
    }
    case 'tabel':
      return <TabelOpScherm blok={blok} taal={taal} />;
    case 'citaat':
      return <Citaatblok blok={blok} />;
    case 'bron':
      return (
        <Alinea soort="klein">
          <Loop tekst={blok.tekst} />
        </Alinea>
      );
    case 'afbeelding':
      return (
        <figure>
          <img src={`data:image/svg+xml,${encodeURIComponent(blok.svg)}`} alt={blok.alt} />
          {blok.bijschrift ? <figcaption>{blok.bijschrift}</figcaption> : null}
        </figure>
      );
    case 'briefkop':
      return <Briefkopblok blok={blok} />;
    case 'pagina_einde':
      return null;
  }
};

/** A document as part of a page, below its h1: the same blocks that become PDF and text file. */
export const DocumentOpScherm = ({ doc }: { doc: Document }) => (
  <article class="la-stroom" lang={doc.taal}>
    <BeschrijvingsLijst items={doc.metagegevens.map(m => ({ term: m.label, waarde: m.waarde }))} />
    {doc.blokken.map(blok => (
      <BlokOpScherm blok={blok} taal={doc.taal} />
    ))}
  </article>
);
