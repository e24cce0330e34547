import { formatDag, formatTijdstip } from '#kern/datum/index.ts';
import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  Knop,
  KnopLink,
  Kop1,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  Tabel,
  toonGetal,
} from '#platform/ui/index.ts';
import { DOORLOOPSOORTEN } from '../../domain/doorloop.ts';
import type { Regio } from '../../domain/plaats.ts';
import { TELWIJZEN } from '../../domain/termijnnorm.ts';
import { type Doorloopinlezing, listDoorloopinlezingen } from '../../usecases/lees-doorlopen-in.ts';
import { leesTermijnen } from '../../usecases/lees-termijnen.ts';
import { paden } from '../paths.ts';
import { termijnen as t } from '../teksten-termijnen.ts';
import { werk } from '../teksten-werk.ts';
import { Termijninhoud } from './termijnen-inhoud.tsx';
import { type Termijnkeuze, Termijnkeuzes } from './termijnen-keuzes.tsx';

const dag = (iso: string) => formatDag(Temporal.PlainDate.from(iso));

const Toestand = ({ c, inlezing: x }: { c: Ctx; inlezing: Doorloopinlezing }) => {
  const i = t.inlezingen;
  if (x.teruggedraaid) return <>{i.terug}</>;
  return (
    <Formulier actie={`${paden.termijninvoer()}/${x.id}/terug`} csrf={c.get('csrf')}>
      {`${i.geldt}, ${formatTijdstip(Temporal.Instant.from(x.ingelezen))} `}
      <Knop soort="bij">{i.draaiTerug(x.bron, dag(x.peildatum))}</Knop>
    </Formulier>
  );
};

const Inlezingen = ({ c, lijst }: { c: Ctx; lijst: readonly Doorloopinlezing[] }) => {
  if (lijst.length === 0) return null;
  const i = t.inlezingen;
  return (
    <>
      <Kop2>{i.kop}</Kop2>
      <Tabel
        bijschrift={i.bijschrift}
        kolommen={[
          { naam: i.bron, rijkop: true },
          { naam: i.peildatum },
          { naam: i.aantal, getal: true },
          { naam: i.toestand },
        ]}
        rijen={lijst.map(x => [
          x.bron,
          dag(x.peildatum),
          toonGetal(x.aantal),
          <Toestand c={c} inlezing={x} />,
        ])}
      />
    </>
  );
};

type Uitkomst = Awaited<ReturnType<typeof leesTermijnen>>;

const Stuk = ({ uit, keuze }: { uit: Uitkomst; keuze: Termijnkeuze }) => {
  if (!uit.ok) {
    return (
      <Melding soort="waarschuwing" titel={t.geweigerd}>
        {uit.weigering.melding ?? uit.weigering.code}
      </Melding>
    );
  }
  return uit.waarde ? (
    <Termijninhoud o={uit.waarde} keuze={keuze} />
  ) : (
    <LegeStaat titel={t.leegTitel}>{t.leegUitleg}</LegeStaat>
  );
};

function leesKeuze(c: Ctx, regios: readonly Regio[]): Termijnkeuze {
  return {
    regio: regios.find(r => r.id === c.req.query('regio')) ?? (regios[0] as Regio),
    soort: DOORLOOPSOORTEN.find(s => s === c.req.query('soort')) ?? 'veiligheidsbeoordeling',
  };
}

/** The terms of a region as the address asks for them; what an address does not know counts as all. */
export async function termijnenPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const keuze = leesKeuze(c, regios);
  const vraag = {
    regio: keuze.regio.id,
    soort: keuze.soort,
    telwijze: TELWIJZEN.find(x => x === c.req.query('telwijze')) ?? null,
    gemeente: c.req.query('gemeente') ?? null,
    periode: c.req.query('periode') ?? null,
    vandaag: c.get('vandaag'),
  };
  const { uit, lijst } = await alsLezer(c, async tx => ({
    uit: await leesTermijnen(tx, vraag),
    lijst: await listDoorloopinlezingen(tx, vraag.regio),
  }));
  const kruimels = [{ naam: werk.datalab, href: paden.datalab() }, { naam: t.kruimel }];
  return toon(
    c,
    { titel: t.titel, kruimels, thema: vraag.regio },
    <>
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Alinea>{t.intern}</Alinea>
      <Termijnkeuzes regios={regios} keuze={keuze} overzicht={uit.ok ? uit.waarde : null} />
      <Stuk uit={uit} keuze={keuze} />
      <Alinea>
        <KnopLink href={paden.termijninvoer()} soort="hoofd">
          {t.leesIn}
        </KnopLink>
      </Alinea>
      <Alinea>
        <Link href={paden.termijnnormen(vraag.regio)}>{t.normenLink}</Link>
      </Alinea>
      <Inlezingen c={c} lijst={lijst} />
    </>,
  );
}
