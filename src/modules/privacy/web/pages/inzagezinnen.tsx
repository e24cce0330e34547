import { Alinea, Details, KeuzeVeld, Kop3, Link, VerborgenVeld } from '#platform/ui/index.ts';
import { type Beoordeeld, type Inzagestuk, WEGLAATGRONDEN, type Weglaatgrond } from '../../domain/inzage.ts';
import { leesLakcode, zinnenVan } from '../../domain/inzage-passages.ts';
import { stuktitel } from '../../usecases/afschrift.ts';
import { gelezenveld, heeftZinnen, type Inzageblad, zinveld } from '../../usecases/inzage.ts';
import { inzageteksten as t } from '../teksten-inzage.ts';

const GRONDOPTIES = (Object.keys(WEGLAATGRONDEN) as Weglaatgrond[]).map(g => ({
  waarde: g,
  naam: t.zinGronden[g],
}));

interface Zinstof {
  d: Beoordeeld;
  /** Fingerprint of the whole text, so that a choice on another text is refused. */
  gelezen: string;
  ingevuld: (veld: string) => string;
}

/** Each sentence of a part, with whether it goes; works without script, opened when something was taken out. */
export const Zinnen = ({ d, gelezen, ingevuld }: Zinstof) => {
  if (!heeftZinnen(d.stuk)) return null;
  const zinnen = zinnenVan(d.stuk.regels).flat();
  const gekozen = new Map((d.keuze?.lakking ?? []).map(c => [leesLakcode(c).zin, leesLakcode(c).grond]));
  const waarde = (n: number) => ingevuld(zinveld(d.stuk, n)) || (gekozen.get(n) ?? '');
  const open = zinnen.some((_, i) => waarde(i + 1) !== '');
  if (zinnen.length === 0) return null;
  return (
    <Details titel={t.zinnen(zinnen.length)} open={open}>
      <Alinea soort="klein">{t.zinnenUitleg}</Alinea>
      <VerborgenVeld naam={gelezenveld(d.stuk)} waarde={gelezen} />
      {zinnen.map((zin, i) => (
        <KeuzeVeld
          naam={zinveld(d.stuk, i + 1)}
          label={t.zin(i + 1, stuktitel(d.stuk))}
          uitleg={zin.trim()}
          verplicht={false}
          leeg={t.zinMee}
          opties={GRONDOPTIES}
          waarde={waarde(i + 1)}
        />
      ))}
    </Details>
  );
};

/** What a second human agrees to, when something was taken out by hand. */
export const Uitkomst = ({ d }: { d: Beoordeeld }) =>
  d.keuze && d.keuze.lakking.length > 0 ? (
    <>
      <Kop3>{t.zoGaatHetMee}</Kop3>
      {d.regels
        .filter(r => r.trim() !== '')
        .map(r => (
          <Alinea>{r}</Alinea>
        ))}
    </>
  ) : null;

/** The newest edited version of a document; undefined when there is none. */
export const bewerkteVersie = (blad: Inzageblad, document: string) =>
  blad.bestanden.findLast(b => b.document === document);

/** The ways to read a document before it is judged. */
export const Documentlinks = (p: { pad: string; blad: Inzageblad; stuk: Inzagestuk }) => {
  const bewerkt = bewerkteVersie(p.blad, p.stuk.id);
  const adres = `${p.pad}/document/${p.stuk.id}`;
  const titel = stuktitel(p.stuk);
  return (
    <>
      <Alinea>{t.document}</Alinea>
      <Alinea>
        <Link href={adres}>{t.leesDocument(titel)}</Link>
      </Alinea>
      {bewerkt ? (
        <Alinea>
          <Link href={`${adres}?versie=${bewerkt.id}`}>{t.leesBewerkt(titel)}</Link>
        </Alinea>
      ) : null}
    </>
  );
};
