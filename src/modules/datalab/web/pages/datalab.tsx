import { formatTijdstip } from '#kern/datum/index.ts';
import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  KnopGroep,
  KnopLink,
  Kop1,
  Kop2,
  Kop3,
  LegeStaat,
  Lijst,
  Link,
  Tabel,
} from '#platform/ui/index.ts';
import type { Cijferbeeld } from '../../domain/cijferbeeld.ts';
import type { Regio } from '../../domain/plaats.ts';
import { leesBeelden } from '../../usecases/lees-cijfers.ts';
import { listInlezingen } from '../../usecases/lees-in.ts';
import { metKeuzes, paden } from '../paths.ts';
import { documentwerk } from '../teksten-documentwerk.ts';
import { waarschuwingTeksten } from '../teksten-waarschuwing.ts';
import { werk } from '../teksten-werk.ts';
import { plaatsenVan } from '../uitvoer.ts';
import { inleesregios } from '../werk.ts';
import { toonBron, toonPeriode, toonWaarde } from '../woorden.ts';

type Inlezingrij = Awaited<ReturnType<typeof listInlezingen>>[number];

const Intern = ({ beelden }: { beelden: readonly Cijferbeeld[] }) => {
  const rijen = beelden.flatMap(b =>
    plaatsenVan(b).flatMap(p =>
      p.regels
        .filter(r => r.waarneming.cijfer.openbaarheid === 'intern')
        .map(({ waarneming: w }) => [
          b.indicator.naam.nl,
          p.plaats.naam,
          toonPeriode(w, 'nl'),
          toonWaarde(w, 'nl'),
          toonBron(w, 'nl'),
        ]),
    ),
  );
  const k = werk.kolommen;
  return rijen.length === 0 ? (
    <LegeStaat titel={werk.internGeen}>{werk.internGeenUitleg}</LegeStaat>
  ) : (
    <Tabel
      bijschrift={werk.internBijschrift}
      kolommen={[
        { naam: k.indicator, rijkop: true },
        { naam: k.plaats },
        { naam: k.periode },
        { naam: k.waarde, getal: true },
        { naam: k.bron },
      ]}
      rijen={rijen}
    />
  );
};

const Inlezingen = ({ lijst }: { lijst: readonly Inlezingrij[] }) =>
  lijst.length === 0 ? (
    <LegeStaat titel={werk.inlezingenGeen}>{werk.inlezingenGeenUitleg}</LegeStaat>
  ) : (
    <Tabel
      bijschrift={werk.inlezingenBijschrift}
      kolommen={[
        { naam: werk.bestand, rijkop: true },
        { naam: werk.toestandKop },
        { naam: werk.wanneer },
        { naam: werk.aantal, getal: true },
      ]}
      rijen={lijst.map(i => [
        <Link href={paden.inlezing(i.id)}>{i.bestandsnaam}</Link>,
        werk.toestand[i.toestand],
        formatTijdstip(Temporal.Instant.from(i.gemaakt)),
        String(i.aantal),
      ])}
    />
  );

/** What one does with figures, and what was read in; for who may read in. */
const Werkdeel = ({ inlezingen }: { inlezingen: Inlezingrij[] }) => (
  <>
    <Kop3>{werk.inlezingenKop}</Kop3>
    <KnopGroep>
      <KnopLink href={paden.invoer()} soort="hoofd">
        {werk.leesIn}
      </KnopLink>
      <KnopLink href={paden.publicatiewerk()}>{werk.publicaties}</KnopLink>
      <KnopLink href={paden.stelMetingVast()}>{werk.meting.titel}</KnopLink>
    </KnopGroep>
    <Inlezingen lijst={inlezingen} />
  </>
);

const Regiodeel = (props: {
  regio: Regio;
  beelden: readonly Cijferbeeld[];
  inlezingen: Inlezingrij[] | null;
}) => {
  const { regio, beelden, inlezingen } = props;
  return (
    <>
      <Kop2>{regio.naam}</Kop2>
      <Alinea>{werk.inleiding(regio.naam)}</Alinea>
      <Lijst
        items={[
          <Link href={paden.cijfers(regio.id)}>{werk.cijfers(regio.naam)}</Link>,
          <Link href={paden.kwaliteit(regio.id)}>{werk.kwaliteit}</Link>,
          <Link href={paden.documentwerk()}>{documentwerk.link}</Link>,
          ...(inlezingen === null
            ? []
            : [
                <Link href={metKeuzes(paden.termijnen(), { regio: regio.id })}>{werk.termijnen}</Link>,
                <Link href={paden.waarschuwingen()}>{waarschuwingTeksten.titel}</Link>,
                <Link href={paden.gebeurtenissen()}>{waarschuwingTeksten.gebeurtenissen.link}</Link>,
              ]),
        ]}
      />
      <Kop3>{werk.internKop}</Kop3>
      <Intern beelden={beelden} />
      {inlezingen === null ? null : <Werkdeel inlezingen={inlezingen} />}
    </>
  );
};

/** Start of the working part: internal figures that this reader may see, and the imports. */
export async function datalabPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const magInlezen = new Set(inleesregios(c).map(r => r.id));
  const delen = await alsLezer(c, async tx => {
    const uit: { regio: Regio; beelden: readonly Cijferbeeld[]; inlezingen: Inlezingrij[] | null }[] = [];
    for (const regio of regios) {
      uit.push({
        regio,
        beelden: await leesBeelden(tx, { regio: regio.id, grenzen: 'bron', vandaag: c.get('vandaag') }),
        inlezingen: magInlezen.has(regio.id) ? await listInlezingen(tx, regio.id) : null,
      });
    }
    return uit;
  });
  return toon(
    c,
    { titel: werk.datalab, kruimels: [{ naam: werk.datalab }], thema: regios[0]?.id ?? 'lange-adem' },
    <>
      <Kop1>{werk.titel}</Kop1>
      {delen.map(d => (
        <Regiodeel {...d} />
      ))}
    </>,
  );
}
