import type { Child } from 'hono/jsx';
import { adres, alsLezer, type Ctx } from '#platform/http/index.ts';
import { Alinea, Kop2, Lijst, Link, Tabel } from '#platform/ui/index.ts';
import { standenVan } from '../domain/afgeleid.ts';
import { lijst, type Onderdeel, type Programma, tekst, titel } from '../domain/programma.ts';
import { standVanOpmerking } from '../domain/raad.ts';
import { findProgramma } from '../usecases/lees.ts';
import { BronOf, Brontaal, StatusWoord } from './opmaak.tsx';
import { gemeentepaneelTeksten } from './teksten/gemeentepaneel.ts';

interface Deel {
  c: Ctx;
  p: Programma;
  gemeente: { code: string; naam: string };
}

const Acties = ({ c, p, gemeente }: Deel) => {
  const taal = c.get('taal');
  const t = gemeentepaneelTeksten[taal];
  const rijen = lijst(p, 'actie').flatMap(actie => {
    const hier = standenVan(p, actie).find(s => s.gemeente.code === gemeente.code);
    return hier ? [{ actie, hier }] : [];
  });
  const gemeld = rijen.filter(r => r.hier.stand !== null);
  const zonder = rijen.filter(r => r.hier.stand === null);
  const naam = (actie: Onderdeel) => (
    <Link href={adres(c, `/regio/${p.regio}/programma/acties/${encodeURIComponent(actie.code)}`)}>
      {actie.code} <Brontaal taal={taal}>{titel(actie)}</Brontaal>
    </Link>
  );
  return (
    <>
      <Kop2>{t.acties}</Kop2>
      {gemeld.length > 0 ? (
        <Tabel
          bijschrift={t.actiesBijschrift}
          kolommen={[{ naam: t.actie, rijkop: true }, { naam: t.stand }, { naam: t.resultaat }]}
          rijen={gemeld.map(({ actie, hier }) => [
            naam(actie),
            <StatusWoord status={hier.status} taal={taal} />,
            <BronOf taal={taal} woorden={tekst(hier.stand, 'resultaat')} anders={t.geenResultaat} />,
          ])}
        />
      ) : null}
      {zonder.length > 0 ? (
        <>
          <Alinea>{t.zonderStand(zonder.length)}</Alinea>
          <Lijst items={zonder.map(({ actie }) => naam(actie))} />
        </>
      ) : null}
    </>
  );
};

const Opmerkingen = ({ c, p, gemeente }: Deel) => {
  const t = gemeentepaneelTeksten[c.get('taal')];
  const eigen = lijst(p, 'raadsopmerking').filter(o => tekst(o, 'gemeente') === gemeente.naam);
  const open = eigen.filter(o => standVanOpmerking(o).status === 'open').length;
  return (
    <>
      <Kop2>{t.opmerkingen}</Kop2>
      {eigen.length === 0 ? (
        <Alinea>{t.geenOpmerkingen}</Alinea>
      ) : (
        <Alinea>
          <Link href={adres(c, `/regio/${p.regio}/raad?gemeente=${encodeURIComponent(gemeente.naam)}`)}>
            {t.telling(eigen.length, open)}
          </Link>
        </Alinea>
      )}
    </>
  );
};

/** What the published programme says of one municipality: her actions with their stand, her council's remarks. */
export async function gemeentePaneel(
  c: Ctx,
  regio: string,
  gemeente: { code: string; naam: string },
): Promise<Child[]> {
  const p = await alsLezer(c, tx => findProgramma(tx, regio, 'openbaar'));
  if (!p) return [];
  const d = { c, p, gemeente };
  return [<Acties {...d} />, <Opmerkingen {...d} />];
}
