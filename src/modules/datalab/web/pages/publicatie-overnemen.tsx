import { alsLezer, type Ctx, nietGevondenPagina, schoneVelden } from '#platform/http/index.ts';
import { Alinea, Formulier, KeuzeVeld, Knop, KnopGroep, Kop2, Tabel, toonGetal } from '#platform/ui/index.ts';
import type { Regio } from '../../domain/plaats.ts';
import { listOverneemaanbod, neemOver, type Overneemaanbod } from '../../usecases/neem-over.ts';
import { paden } from '../paths.ts';
import { publicatiewerk } from '../teksten-publicatiewerk.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';

const t = publicatiewerk.overnemen;
const naamVan = (a: Overneemaanbod): string => [a.titel, a.van, a.datum].filter(Boolean).join(', ');

type Deel = { c: Ctx; regios: readonly Regio[]; aanbod: readonly Overneemaanbod[] };

const regionaam = (regios: readonly Regio[], id: string): string => regios.find(r => r.id === id)?.naam ?? id;
/** A source in one region, as the form says it. */
const keuze = (a: Overneemaanbod): string => `${a.regio} ${a.id}`;

const Overneemformulier = ({ c, regios, aanbod }: Deel) => {
  const open = aanbod.filter(a => a.stand !== 'bij');
  if (open.length === 0) return null;
  return (
    <Formulier actie={paden.overnemen()} csrf={c.get('csrf')}>
      <KeuzeVeld
        naam="bron"
        label={t.kies}
        waarde=""
        opties={open.map(a => ({
          waarde: keuze(a),
          naam: `${naamVan(a)} (${regionaam(regios, a.regio)})`,
        }))}
      />
      <KnopGroep>
        <Knop soort="bij">{t.knop}</Knop>
      </KnopGroep>
    </Formulier>
  );
};

/** The public sources of these regions, with what was taken over of each, and a form for the others. */
export const Overneemdeel = (deel: Deel) => {
  const { regios, aanbod } = deel;
  if (aanbod.length === 0) return null;
  return (
    <>
      <Kop2>{t.kop}</Kop2>
      <Alinea>{t.uitleg}</Alinea>
      <Tabel
        bijschrift={t.bijschrift}
        kolommen={[
          { naam: t.bron, rijkop: true },
          { naam: werk.regio },
          { naam: t.cijfers, getal: true },
          { naam: t.stand },
        ]}
        rijen={aanbod.map(a => [
          naamVan(a),
          regionaam(regios, a.regio),
          toonGetal(a.cijfers),
          t.standen[a.stand],
        ])}
      />
      <Overneemformulier {...deel} />
    </>
  );
};

/** Takes a source over and shows the list again; what is no source of these regions does not exist. */
export async function publicatieOvernemen(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody());
  const gelukt = await alsLezer(c, async tx => {
    const aanbod = await listOverneemaanbod(
      tx,
      regios.map(r => r.id),
    );
    const a = aanbod.find(x => keuze(x) === velden['bron']);
    if (!a) return false;
    return (await neemOver(tx, { regio: a.regio, bron: a.id }, inlezerVoor(c, a.regio).nu)).ok;
  });
  return gelukt ? c.redirect(paden.publicatiewerk(), 303) : nietGevondenPagina(c);
}
