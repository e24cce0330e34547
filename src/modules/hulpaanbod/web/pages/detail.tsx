import { Alinea, BeschrijvingsLijst, Bron, Link } from '#platform/ui/index.ts';
import type { Hulpaanbod } from '../../domain/hulpaanbod.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { teksten } from '../teksten.ts';
import { BronOfWoord, Brontaal, Status, toonWaarde } from './lijst.tsx';

/** One kind of help: what, for whom, when, from whom, and where the source says so. */
export function detailPagina(b: Blad, h: Hulpaanbod): Promise<Response> {
  const t = teksten[b.taal];
  const bron = b.bron(h.bron);
  return toonBlad(
    b,
    {
      titel: h.naam,
      bronTitel: true,
      pad: [{ naam: t.titel, href: b.naar('/hulpaanbod') }],
      ...(h.soort ? { boven: toonWaarde(b, 'soort', h.soort) } : {}),
    },
    <>
      {h.omschrijving ? (
        <Alinea soort="inleiding">
          <Brontaal b={b}>{h.omschrijving}</Brontaal>
        </Alinea>
      ) : null}
      <BeschrijvingsLijst
        items={[
          { term: t.aanbieder, waarde: <BronOfWoord b={b} waarde={h.aanbieder} /> },
          { term: t.doelgroepen, waarde: <BronOfWoord b={b} waarde={h.doelgroepen.join(', ')} /> },
          {
            term: t.fasen,
            waarde: h.fasen.map(f => toonWaarde(b, 'fase', f)).join(', ') || t.onbekend,
          },
          {
            term: t.gebied,
            waarde: h.gebied === 'regio' ? t.heleRegio : <BronOfWoord b={b} waarde={h.gebied} />,
          },
          { term: t.bereikbaarheid, waarde: <BronOfWoord b={b} waarde={h.bereikbaarheid} /> },
          { term: t.status, waarde: <Status b={b} h={h} /> },
        ]}
      />
      {bron ? <Bron taal={b.taal} bron={bron} /> : null}
      <Alinea>
        <Link href={b.naar('/hulpaanbod')}>{t.terug}</Link>
      </Alinea>
    </>,
  );
}
