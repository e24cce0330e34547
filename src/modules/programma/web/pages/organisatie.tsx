import { formatDagMetWeekdag, maandNaam } from '#kern/datum/index.ts';
import { Alinea, Kop2, Kop3, Link, Tabel } from '#platform/ui/index.ts';
import { lijst, type Onderdeel, regels, tekst, titel } from '../../domain/programma.ts';
import { maandenVan, plichtenVan } from '../../domain/rapportageplicht.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { BronOf, Brontaal, Regels } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { organisatieTeksten } from '../teksten/organisatie.ts';
import { Rijtje } from './rijtje.tsx';

/** Items by the value of a field, in the order in which the source first names each value. */
function perWaarde(items: readonly Onderdeel[], veld: string): [string, Onderdeel[]][] {
  const uit = new Map<string, Onderdeel[]>();
  for (const o of items) uit.set(tekst(o, veld), [...(uit.get(tekst(o, veld)) ?? []), o]);
  return [...uit];
}

/** A code of the source as words, also one that we do not know yet. */
const alsWoord = (woorden: Record<string, string>, code: string, onbekend: string): string =>
  woorden[code] ?? (code.replaceAll('-', ' ') || onbekend);

/** Lines of a source in a field. */
const bronregels = (b: Blad, o: Onderdeel, veld: string) =>
  regels(o, veld).map(r => <Brontaal taal={b.taal}>{r}</Brontaal>);

const Projectorganisatie = ({ b }: { b: Blad }) => {
  const t = organisatieTeksten[b.taal];
  const a = algemeen[b.taal];
  const rollen = lijst(b.p, 'projectorganisatie');
  if (rollen.length === 0) return <Alinea>{t.geenRollen}</Alinea>;
  return (
    <>
      {perWaarde(rollen, 'laag').map(([laag, items]) => (
        <>
          <Kop3>{alsWoord(t.lagen, laag, a.onbekend)}</Kop3>
          <Tabel
            bijschrift={alsWoord(t.lagen, laag, a.onbekend)}
            bijschriftVerborgen
            kolommen={[
              { naam: t.rol, rijkop: true },
              { naam: t.leden },
              { naam: t.taken },
              { naam: t.frequentie },
            ]}
            rijen={items.map(o => [
              <Brontaal taal={b.taal}>{titel(o)}</Brontaal>,
              <Rijtje items={bronregels(b, o, 'leden')} geen={a.onbekend} />,
              <Rijtje items={bronregels(b, o, 'taken')} geen={a.onbekend} />,
              <BronOf taal={b.taal} woorden={tekst(o, 'frequentie')} anders={a.onbekend} />,
            ])}
          />
        </>
      ))}
    </>
  );
};

const Partners = ({ b }: { b: Blad }) => {
  const t = organisatieTeksten[b.taal];
  const partners = lijst(b.p, 'partner');
  if (partners.length === 0) return <Alinea>{t.geenPartners}</Alinea>;
  return (
    <>
      <Alinea>{t.partnersUitleg(partners.length)}</Alinea>
      {perWaarde(partners, 'soort').map(([soort, items]) => (
        <>
          <Kop3>{alsWoord(t.soorten, soort, algemeen[b.taal].onbekend)}</Kop3>
          <Regels
            regels={items.map(o => [titel(o), tekst(o, 'rol')].filter(w => w !== '').join(': '))}
            taal={b.taal}
          />
        </>
      ))}
    </>
  );
};

const Communicatie = ({ b }: { b: Blad }) => {
  const t = organisatieTeksten[b.taal];
  const a = algemeen[b.taal];
  const middelen = lijst(b.p, 'communicatie');
  if (middelen.length === 0) return <Alinea>{t.geenCommunicatie}</Alinea>;
  return (
    <Tabel
      bijschrift={t.communicatie}
      bijschriftVerborgen
      kolommen={[
        { naam: t.middel, rijkop: true },
        { naam: t.doelgroepen },
        { naam: t.frequentie },
        { naam: t.door },
        { naam: t.toelichting },
      ]}
      rijen={middelen.map(o => [
        <Brontaal taal={b.taal}>{titel(o)}</Brontaal>,
        <Rijtje items={bronregels(b, o, 'doelgroepen')} geen={a.onbekend} />,
        <BronOf taal={b.taal} woorden={tekst(o, 'frequentie')} anders={a.onbekend} />,
        <BronOf taal={b.taal} woorden={tekst(o, 'door')} anders={a.onbekend} />,
        <Brontaal taal={b.taal}>{tekst(o, 'opmerking')}</Brontaal>,
      ])}
    />
  );
};

const Plichten = ({ b }: { b: Blad }) => {
  const t = organisatieTeksten[b.taal];
  const a = algemeen[b.taal];
  const plichten = plichtenVan(b.p, b.vandaag);
  if (plichten.length === 0) return <Alinea>{t.geenPlichten}</Alinea>;
  return (
    <>
      <Alinea>{t.plichtenUitleg}</Alinea>
      <Tabel
        bijschrift={t.plichten}
        bijschriftVerborgen
        kolommen={[
          { naam: t.wat, rijkop: true },
          { naam: t.aanWie },
          { naam: t.maanden },
          { naam: t.volgende },
          { naam: t.herkomst },
        ]}
        rijen={plichten.map(({ plicht, volgende }) => {
          const ontvanger = tekst(plicht, 'ontvanger');
          const wie = [alsWoord(t.ontvangers, ontvanger, a.onbekend), tekst(plicht, 'gemeente')];
          return [
            <Brontaal taal={b.taal}>{titel(plicht)}</Brontaal>,
            wie.filter(w => w !== '').join(' '),
            maandenVan(plicht)
              .map(m => maandNaam(m, b.taal))
              .join(', ') || a.onbekend,
            volgende ? formatDagMetWeekdag(volgende, b.taal) : a.onbekend,
            <BronOf taal={b.taal} woorden={tekst(plicht, 'herkomst')} anders={a.onbekend} />,
          ];
        })}
      />
    </>
  );
};

/** Who does what, with whom, how it is told, and when a report is due. */
export function organisatiePagina(b: Blad): Promise<Response> {
  const t = organisatieTeksten[b.taal];
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop(b.regioNaam) },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Kop2 id="rapportages">{t.plichten}</Kop2>
      <Plichten b={b} />
      <Alinea>
        <Link href={b.naar('/verslag')}>{t.naarVerslag}</Link>
      </Alinea>
      <Kop2 id="projectorganisatie">{t.projectorganisatie}</Kop2>
      <Projectorganisatie b={b} />
      <Kop2 id="partners">{t.partners}</Kop2>
      <Partners b={b} />
      <Kop2 id="communicatie">{t.communicatie}</Kop2>
      <Communicatie b={b} />
    </>,
  );
}
