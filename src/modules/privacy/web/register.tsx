import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import { Alinea, BeschrijvingsLijst, Details, Kop2, Lijst, Tabel } from '#platform/ui/index.ts';
import { DPIA_VRAGEN, WAARBORGEN } from '../domain/activiteiten.ts';
import { bewaarzinnen, gronden, leesRegister, type Register } from '../usecases/register.ts';
import { alsFunctionaris, pagina } from './kader.tsx';
import { teksten } from './teksten.ts';

const t = teksten.register;

const Deel = ({ d, r }: { d: Register['delen'][number]; r: Register }) => {
  const a = d.activiteit;
  return (
    <section aria-label={a.naam}>
      <Kop2>{a.naam}</Kop2>
      <BeschrijvingsLijst
        items={[
          { term: t.doel, waarde: a.doel },
          { term: t.grondslag, waarde: a.grondslag },
          { term: t.betrokkenen, waarde: a.betrokkenen },
          { term: t.ontvangers, waarde: a.ontvangers },
          { term: t.bewaren, waarde: <Lijst items={bewaarzinnen(a, r.termijnen)} /> },
        ]}
      />
      <Details titel={t.bijschrift(a.naam.toLowerCase())}>
        <Tabel
          bijschrift={t.bijschrift(a.naam.toLowerCase())}
          bijschriftVerborgen
          kolommen={[
            { naam: t.kolommen.tabel, rijkop: true },
            { naam: t.kolommen.identificerend },
            { naam: t.kolommen.inhoud },
            { naam: t.kolommen.feit },
          ]}
          rijen={d.tabellen.map(x => [
            x.wat,
            x.kolommen.identificerend.join('; '),
            x.kolommen.inhoud.join('; '),
            x.kolommen.feit.join('; '),
          ])}
        />
      </Details>
    </section>
  );
};

async function toonRegister(c: Ctx): Promise<Response> {
  const r = await alsLezer(c, leesRegister);
  return pagina(
    c,
    { titel: t.titel },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {r.delen.map(d => (
        <Deel d={d} r={r} />
      ))}
      <Kop2>{t.gronden}</Kop2>
      <Lijst items={gronden()} />
      <Kop2>{t.waarborgen}</Kop2>
      <Lijst items={[...WAARBORGEN]} />
      <Kop2>{t.dpia}</Kop2>
      <Lijst items={[...DPIA_VRAGEN]} />
    </>,
  );
}

/** The register of processing activities, as the database is now. */
export function registreerRegister(app: App): void {
  app.get('/privacy/register', c => alsFunctionaris(c, () => toonRegister(c)));
}
