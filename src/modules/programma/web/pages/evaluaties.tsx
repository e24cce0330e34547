import { lidmaatschappen } from '#modules/toegang/index.ts';
import { alsLezer } from '#platform/http/index.ts';
import { Alinea, KnopLink, Kop2, Link, Tabel } from '#platform/ui/index.ts';
import { oordeelOver } from '../../domain/evaluatie.ts';
import type { Onderdeel } from '../../domain/programma.ts';
import { type Evaluatie, evaluatierollen, listEvaluaties, uitslagVan } from '../../usecases/evaluatie.ts';
import type { Blad } from '../kader.tsx';
import { Brontaal } from '../opmaak.tsx';
import { evaluatieTeksten } from '../teksten/evaluatie.ts';

/** Address of the evaluations of an action, below the region. */
export const evaluatiepad = (actie: string, deel: number | 'nieuw'): string =>
  `/programma/acties/${encodeURIComponent(actie)}/evaluaties/${deel}`;

/** Was this result settled? What is withdrawn after that keeps its result in sight. */
export const isVastgesteld = (e: Evaluatie): boolean => e.standen.some(s => s.toestand === 'vastgesteld');

/**
 * The evaluations as they stand on this page. The published page shows those of public figures only, and their result once it
 * is settled: also to who could see more, so that everyone reads the same page.
 */
export async function evaluatiesVoor(b: Blad, actie: Onderdeel): Promise<Evaluatie[]> {
  const alle = await alsLezer(b.c, tx => listEvaluaties(tx, actie.id));
  if (b.weergave === 'werk') return alle;
  return alle
    .filter(e => e.openbaarheid === 'openbaar_in_bron')
    .map(e => (isVastgesteld(e) ? e : { ...e, uitkomst: null }));
}

/** What came of it, in a few words. */
function uitkomstKort(b: Blad, e: Evaluatie): string {
  if (!e.uitkomst) return '';
  const t = evaluatieTeksten[b.taal];
  return t.oordeelKort[oordeelOver(uitslagVan(e.uitkomst), e.inhoud.verwachting)];
}

/** On the page of an action: what was asked about it, how far that is, and what came of it. */
export const Evaluaties = async ({ b, actie }: { b: Blad; actie: Onderdeel }) => {
  const t = evaluatieTeksten[b.taal];
  const lijst = await evaluatiesVoor(b, actie);
  const mag = b.weergave === 'werk' && evaluatierollen(lidmaatschappen(b.c), b.regio).length > 0;
  return (
    <>
      <Kop2>{t.lijst}</Kop2>
      <Alinea>{lijst.length === 0 ? t.geen : t.lijstUitleg}</Alinea>
      {lijst.length === 0 ? null : (
        <Tabel
          bijschrift={t.lijst}
          bijschriftVerborgen
          kolommen={[
            { naam: t.nummer },
            { naam: t.vraag, rijkop: true },
            { naam: t.stand },
            { naam: t.uitkomstKolom },
          ]}
          rijen={lijst.map(e => [
            `${e.nummer}`,
            <Link href={b.naar(evaluatiepad(actie.code, e.nummer))}>
              <Brontaal taal={b.taal}>{e.inhoud.vraag}</Brontaal>
            </Link>,
            e.naUitkomst ? `${t.toestanden[e.toestand]} (${t.naKort})` : t.toestanden[e.toestand],
            uitkomstKort(b, e),
          ])}
        />
      )}
      {mag ? <KnopLink href={b.naar(evaluatiepad(actie.code, 'nieuw'))}>{t.nieuw}</KnopLink> : null}
    </>
  );
};
