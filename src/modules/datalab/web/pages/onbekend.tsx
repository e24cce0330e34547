import { adres, type Ctx } from '#platform/http/index.ts';
import { Alinea, Kop1, Link } from '#platform/ui/index.ts';
import type { Regio } from '../../domain/plaats.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';

/** Says which name was not known, and where to go. */
export function onbekendPagina(c: Ctx, melding: string, regio: Regio | null) {
  const t = teksten(c).onbekend;
  return (
    <>
      <Kop1>{t.titel}</Kop1>
      <Alinea>{melding}</Alinea>
      <Alinea>
        <Link href={adres(c, regio ? paden.cijfers(regio.id) : '/')}>{regio ? t.terug : t.begin}</Link>
      </Alinea>
    </>
  );
}
