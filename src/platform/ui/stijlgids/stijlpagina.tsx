import type { PaginaOmgeving, Taal } from '../omgeving.ts';
import { padIn } from '../omgeving.ts';
import { Pagina } from '../pagina/pagina.tsx';
import { Alinea } from '../tekst/alinea.tsx';
import { Kop1, Kop2, Kop3 } from '../tekst/kop.tsx';
import { Lijst } from '../tekst/lijst.tsx';
import { Link } from '../tekst/link.tsx';
import { en, nl } from './teksten.ts';
import type { Voorbeeld } from './voorbeeld.ts';
import { formulier, melding } from './voorbeelden-formulier.tsx';
import { gebieden } from './voorbeelden-gebieden.tsx';
import { grafiek } from './voorbeelden-grafiek.tsx';
import { navigatie } from './voorbeelden-navigatie.tsx';
import { lijsten, tekst } from './voorbeelden-tekst.tsx';

/** Ids of the regions that have an accent of their own. */
export const themas = ['lange-adem', 'kennemerland', 'noord-holland-noord', 'zaanstreek-waterland'] as const;

const groepen = { tekst, lijsten, formulier, melding, navigatie, grafiek: [...grafiek, ...gebieden] };
type Groep = keyof typeof groepen;

/** Every example of the style page. `Pagina` and `Kop1` have none: the style page itself is one. */
export const voorbeelden: readonly Voorbeeld[] = Object.values(groepen).flat();

const Kleuren = ({ taal }: { taal: Taal }) => {
  const t = taal === 'nl' ? nl : en;
  return (
    <section class="la-voorbeeld">
      <Kop3>{t.themas}</Kop3>
      <ul class="la-stalen">
        {themas.map(thema => (
          <li class="la-staal" data-thema={thema}>
            {thema}
          </li>
        ))}
      </ul>
      <Kop3>{t.letters}</Kop3>
      {[5, 4, 3, 2, 1].map(maat => (
        <p class={`la-maat la-maat-${maat}`}>{t.letterVoorbeeld}</p>
      ))}
    </section>
  );
};

const VoorbeeldBlok = ({ voorbeeld, taal }: { voorbeeld: Voorbeeld; taal: Taal }) => (
  <section class="la-voorbeeld" id={`onderdeel-${voorbeeld.onderdeel}`}>
    <h3 class="la-voorbeeld__naam">{voorbeeld.onderdeel}</h3>
    <p class="la-voorbeeld__gebruik">{voorbeeld.gebruik[taal]}</p>
    <div class="la-stroom">{voorbeeld.toon(taal)}</div>
  </section>
);

/** The living style page: every component and chart with invented examples. */
export const stijlPagina = (omgeving: PaginaOmgeving) => {
  const { taal } = omgeving;
  const t = taal === 'nl' ? nl : en;
  const namen = Object.keys(groepen) as Groep[];
  return (
    <Pagina
      omgeving={omgeving}
      titel={t.titel}
      kruimels={[{ naam: t.home, href: padIn(taal, '/') }, { naam: t.titel }]}
    >
      <Kop1>{t.h1}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Alinea>{t.uitleg}</Alinea>
      <nav aria-label={t.inhoud}>
        <Lijst soort="kaal" items={namen.map(g => <Link href={`#${g}`}>{t.groepen[g]}</Link>)} />
      </nav>
      <Kleuren taal={taal} />
      {namen.map(g => (
        <>
          <Kop2 id={g}>{t.groepen[g]}</Kop2>
          {groepen[g].map(voorbeeld => (
            <VoorbeeldBlok voorbeeld={voorbeeld} taal={taal} />
          ))}
        </>
      ))}
    </Pagina>
  );
};
