import { alsLezer } from '#platform/http/index.ts';
import { Details, Tabel } from '#platform/ui/index.ts';
import type { Onderdeel } from '../../domain/programma.ts';
import { SOORTEN } from '../../domain/soorten.ts';
import { verschillen } from '../../domain/waarde.ts';
import { listGeschiedenis } from '../../usecases/lees.ts';
import type { Blad } from '../kader.tsx';
import { Brontaal, toonDeeldatum } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { veldLabel } from '../teksten/velden.ts';

/** The history of an item: since when, in which role and why; the fields that changed. */
export const GeschiedenisVan = async ({ b, onderdeel }: { b: Blad; onderdeel: Onderdeel }) => {
  const t = programmaTeksten[b.taal];
  const titel = onderdeel.soort === 'actie' ? t.geschiedenis : algemeen[b.taal].geschiedenis;
  const versies = await alsLezer(b.c, tx => listGeschiedenis(tx, onderdeel.id));
  return (
    <Details titel={titel}>
      <Tabel
        bijschrift={titel}
        bijschriftVerborgen
        kolommen={[
          { naam: t.versie, rijkop: true },
          { naam: t.sinds },
          { naam: t.doorRol },
          { naam: t.reden },
          { naam: t.velden },
        ]}
        rijen={versies.map((v, i) => {
          const vorige = versies[i + 1];
          return [
            `${v.versie}`,
            toonDeeldatum(v.geldigVanaf, b.taal),
            v.doorRol ? (t.rollen[v.doorRol as keyof typeof t.rollen] ?? v.doorRol) : t.uitBron,
            v.reden && v.reden !== 'inlezen' ? <Brontaal taal={b.taal}>{v.reden}</Brontaal> : '',
            vorige
              ? verschillen(SOORTEN[onderdeel.soort], vorige.inhoud, v.inhoud)
                  .map(x => veldLabel(onderdeel.soort, x.naam, b.taal))
                  .join(', ')
              : '',
          ];
        })}
      />
    </Details>
  );
};
