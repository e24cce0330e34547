import type { Child } from 'hono/jsx';
import { Alinea, Kop2, Link, Tabel } from '#platform/ui/index.ts';
import { type GemeenteStand, standenVan } from '../../domain/afgeleid.ts';
import { type Onderdeel, tekst } from '../../domain/programma.ts';
import type { Blad } from '../kader.tsx';
import { BronOf, StatusWoord, toonDeeldatum } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { programmaTeksten } from '../teksten/programma.ts';

const Gemeentetabel = ({
  b,
  gemeld,
  naam,
}: {
  b: Blad;
  gemeld: readonly GemeenteStand[];
  naam: (s: GemeenteStand) => Child;
}) => {
  const t = programmaTeksten[b.taal];
  const a = algemeen[b.taal];
  return (
    <Tabel
      bijschrift={t.perGemeente}
      bijschriftVerborgen
      kolommen={[
        { naam: t.gemeente, rijkop: true },
        { naam: t.status },
        { naam: t.resultaat },
        { naam: t.rol },
        { naam: t.datum },
      ]}
      rijen={gemeld.map(s => [
        naam(s),
        <StatusWoord status={s.status} taal={b.taal} />,
        <BronOf taal={b.taal} woorden={tekst(s.stand, 'resultaat')} anders={a.onbekend} />,
        <BronOf taal={b.taal} woorden={tekst(s.stand, 'verantwoordelijkeRol')} anders={a.onbekend} />,
        tekst(s.stand, 'datum') ? toonDeeldatum(tekst(s.stand, 'datum'), b.taal) : a.onbekend,
      ])}
    />
  );
};

/** An action per municipality: what was reported, and who has not reported yet. */
export const PerGemeente = ({ b, actie }: { b: Blad; actie: Onderdeel }) => {
  const t = programmaTeksten[b.taal];
  const standen = standenVan(b.p, actie);
  const eigen = tekst(actie, 'gemeente');
  const gemeld = standen.filter(s => s.stand !== null);
  const zonder = standen.filter(s => s.stand === null);
  const naam = (s: GemeenteStand): Child =>
    b.weergave === 'werk' ? (
      <Link
        href={b.naar(
          `/programma/acties/${encodeURIComponent(actie.code)}/gemeente/${s.gemeente.code.toLowerCase()}`,
        )}
      >
        {s.gemeente.naam}
      </Link>
    ) : (
      s.gemeente.naam
    );
  return (
    <>
      <Kop2>{t.perGemeente}</Kop2>
      {eigen ? <Alinea>{t.alleen(eigen)}</Alinea> : null}
      {gemeld.length > 0 ? <Gemeentetabel b={b} gemeld={gemeld} naam={naam} /> : null}
      {zonder.length > 0 ? (
        <Alinea>
          {t.nietGemeld}{' '}
          {zonder.map((s, i) => (
            <>
              {i > 0 ? ', ' : ''}
              {naam(s)}
            </>
          ))}
          .
        </Alinea>
      ) : null}
    </>
  );
};
