import type { Child } from 'hono/jsx';
import type { Transactie } from '#platform/db/index.ts';
import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, KnopGroep, KnopLink, type Kolom, Kop1, LegeStaat, Link, Tabel } from '#platform/ui/index.ts';
import type { Regio } from '../../domain/plaats.ts';
import { paden } from '../paths.ts';
import { dagVan } from '../publicatie-uitvoer.ts';
import { werk } from '../teksten-werk.ts';

/** A list of what people in a region make and lay down: documents, releases. */
interface Werklijst {
  readonly teksten: {
    readonly titel: string;
    readonly kop: string;
    readonly inleiding: string;
    readonly nieuw: string;
    readonly geen: string;
    readonly geenUitleg: string;
    readonly bijschrift: string;
  };
  readonly naamkolom: string;
  /** Address at which a new one is begun. */
  readonly nieuw: string;
  lees(tx: Transactie, regio: string): Promise<readonly Werkregel[]>;
  /** What stands below the list. */
  onder?(tx: Transactie): Promise<Child>;
}
interface Werkregel {
  readonly titel: string;
  readonly adres: string;
  readonly stand: string;
  /** Moment from which it stood; null: not yet. */
  readonly sinds: string | null;
}

const Blad = ({ l, rijen }: { l: Werklijst; rijen: Child[][] }) => {
  const { teksten: t } = l;
  const kolommen: Kolom[] = [
    { naam: l.naamkolom, rijkop: true },
    { naam: werk.toestandKop },
    { naam: werk.regio },
  ];
  return (
    <>
      <Kop1>{t.kop}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <KnopGroep>
        <KnopLink href={l.nieuw} soort="hoofd">
          {t.nieuw}
        </KnopLink>
      </KnopGroep>
      {rijen.length === 0 ? (
        <LegeStaat titel={t.geen}>{t.geenUitleg}</LegeStaat>
      ) : (
        <Tabel bijschrift={t.bijschrift} kolommen={kolommen} rijen={rijen} />
      )}
    </>
  );
};

/** The list over all regions for which this reader works, in the order of each region. */
export async function werklijstPagina(c: Ctx, regios: readonly Regio[], l: Werklijst): Promise<Response> {
  const { delen, onder } = await alsLezer(c, async tx => ({
    delen: await Promise.all(regios.map(async r => ({ regio: r.naam, lijst: await l.lees(tx, r.id) }))),
    onder: await l.onder?.(tx),
  }));
  const rijen = delen.flatMap(({ regio, lijst }) =>
    lijst.map(w => [
      <Link href={w.adres}>{w.titel}</Link>,
      `${w.stand}${w.sinds ? `, ${dagVan(w.sinds, 'nl')}` : ''}`,
      regio,
    ]),
  );
  const { titel } = l.teksten;
  return toon(
    c,
    {
      titel,
      kruimels: [{ naam: werk.datalab, href: paden.datalab() }, { naam: titel }],
      thema: regios[0]?.id ?? 'lange-adem',
    },
    <>
      <Blad l={l} rijen={rijen} />
      {onder}
    </>,
  );
}
