import { Link, Melding } from '#platform/ui/index.ts';
import type { Merk } from '../domain/merk.ts';

/** The marks on top of a page about a family or a person. */
export const Merken = (p: { merken: readonly Merk[]; naam: (betrokkene: string) => string }) => (
  <>
    {p.merken.map(m => (
      <Melding soort="waarschuwing" titel={`${p.naam(m.betrokkene)}: ${m.titel}`}>
        {m.tekst} <Link href={m.verder.href}>{m.verder.naam}</Link>
      </Melding>
    ))}
  </>
);
