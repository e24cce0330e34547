import { type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Kop1, Link } from '#platform/ui/index.ts';
import { teksten } from './teksten.ts';

/** The answer to too many attempts: what happens and how long it takes. */
export function teVaakPagina(c: Ctx, minuten: number): Promise<Response> {
  const t = teksten.teVaak;
  c.header('Retry-After', String(minuten * 60));
  return toon(
    c,
    { titel: t.titel, status: 429 },
    <>
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.uitleg(minuten)}</Alinea>
      <Alinea>
        <Link href="/aanmelden">{t.terug}</Link>
      </Alinea>
    </>,
  );
}
