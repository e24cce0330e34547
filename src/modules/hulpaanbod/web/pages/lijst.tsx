import type { Child } from 'hono/jsx';
import { Alinea, Filters, KeuzeVeld, Kop2, LegeStaat, Link, Melding, Tabel } from '#platform/ui/index.ts';
import { filterHulpaanbod, type Hulpaanbod, type Hulpkeuze, keuzesUit } from '../../domain/hulpaanbod.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { teksten } from '../teksten.ts';

const VELDEN = ['doelgroep', 'fase', 'soort', 'aanbieder'] as const;

/** A value of the source as a reader sees it. */
export function toonWaarde(b: Blad, veld: keyof Hulpkeuze, waarde: string): string {
  const t = teksten[b.taal];
  if (veld === 'fase') return t.faseNamen[waarde] ?? waarde.replaceAll('-', ' ');
  if (veld === 'soort') return t.soortNamen[waarde] ?? waarde.replaceAll('-', ' ');
  return waarde;
}

/** Words of a source: Dutch, whatever the language of the page around them. */
export const Brontaal = ({ b, children }: { b: Blad; children?: Child }) =>
  b.taal === 'nl' ? children : <span lang="nl">{children}</span>;

/** What the source says, or the word for not known. */
export const BronOfWoord = ({ b, waarde }: { b: Blad; waarde: string | null | undefined }) =>
  waarde ? <Brontaal b={b}>{waarde}</Brontaal> : <span>{teksten[b.taal].onbekend}</span>;

/** How far the help is, in our words where we have them, else in those of the source. */
export const Status = ({ b, h }: { b: Blad; h: Hulpaanbod }) => {
  const woord = teksten[b.taal].statusNamen[h.status ?? ''];
  return woord ? <span>{woord}</span> : <BronOfWoord b={b} waarde={h.status} />;
};

function leesKeuze(b: Blad): Hulpkeuze {
  const v = (naam: string) => (b.c.req.query(naam) ?? '').trim();
  return { doelgroep: v('doelgroep'), fase: v('fase'), soort: v('soort'), aanbieder: v('aanbieder') };
}

const Keuzes = (props: { b: Blad; alles: readonly Hulpaanbod[]; keuze: Hulpkeuze; aantal: number }) => {
  const { b, alles, keuze, aantal } = props;
  const t = teksten[b.taal];
  const mogelijk = keuzesUit(alles);
  return (
    <Filters
      actie={b.naar('/hulpaanbod')}
      aantal={aantal}
      volgorde={t.volgorde}
      actief={VELDEN.some(v => keuze[v] !== '')}
      taal={b.taal}
    >
      {VELDEN.map(veld => (
        <KeuzeVeld
          naam={veld}
          label={t[veld]}
          leeg={t.alle}
          waarde={keuze[veld]}
          opties={mogelijk[veld].map(waarde => {
            const naam = toonWaarde(b, veld, waarde);
            return { waarde, naam, ...(naam === waarde ? { taal: 'nl' as const } : {}) };
          })}
        />
      ))}
    </Filters>
  );
};

const Lijst = ({ b, items }: { b: Blad; items: readonly Hulpaanbod[] }) => {
  const t = teksten[b.taal];
  return (
    <Tabel
      bijschrift={t.lijst}
      bijschriftVerborgen
      kolommen={[
        { naam: t.naam, rijkop: true },
        { naam: t.aanbieder },
        { naam: t.soort },
        { naam: t.doelgroepen },
        { naam: t.fasen },
        { naam: t.status },
      ]}
      rijen={items.map(h => [
        <Link href={b.naar(`/hulpaanbod/${encodeURIComponent(h.code)}`)}>
          <Brontaal b={b}>{h.naam}</Brontaal>
        </Link>,
        <BronOfWoord b={b} waarde={h.aanbieder} />,
        h.soort ? toonWaarde(b, 'soort', h.soort) : t.onbekend,
        <BronOfWoord b={b} waarde={h.doelgroepen.join(', ')} />,
        h.fasen.map(f => toonWaarde(b, 'fase', f)).join(', ') || t.onbekend,
        <Status b={b} h={h} />,
      ])}
    />
  );
};

/** The help of a region with its filters in the address; `boven` is what the working version adds. */
export function lijstPagina(b: Blad, alles: readonly Hulpaanbod[], boven: Child = null): Promise<Response> {
  const t = teksten[b.taal];
  const keuze = leesKeuze(b);
  const mogelijk = keuzesUit(alles);
  const fouten = VELDEN.filter(v => keuze[v] !== '' && !mogelijk[v].includes(keuze[v]));
  const items = fouten.length > 0 ? [] : filterHulpaanbod(alles, keuze);
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop(b.regioNaam), status: fouten.length > 0 ? 422 : 200 },
    <>
      {boven}
      {fouten.map(v => (
        <Melding soort="fout" taal={b.taal} titel={t.bestaatNiet(t[v], keuze[v])} />
      ))}
      {alles.length === 0 ? (
        <LegeStaat titel={t.leegTitel}>
          <Alinea>{t.leeg}</Alinea>
        </LegeStaat>
      ) : (
        <>
          <Alinea soort="inleiding">{t.inleiding(alles.length)}</Alinea>
          <Kop2 id="lijst">{t.lijst}</Kop2>
          <Keuzes b={b} alles={alles} keuze={keuze} aantal={items.length} />
          {items.length === 0 ? (
            <LegeStaat titel={t.geenTreffer}>
              <Alinea>{t.geenTrefferUitleg}</Alinea>
            </LegeStaat>
          ) : (
            <Lijst b={b} items={items} />
          )}
        </>
      )}
    </>,
  );
}
