import { type Child, createContext, useContext } from 'hono/jsx';
import type { Aanmelding } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

const AanmeldingContext = createContext<Aanmelding | null>(null);

/** The markup of a page whose forms tell how long the reader stays signed in; null for the public. */
export const metAanmelding = async (aanmelding: Aanmelding | null, inhoud: Child): Promise<string> =>
  String(
    await (<AanmeldingContext.Provider value={aanmelding}>{inhoud}</AanmeldingContext.Provider>).toString(),
  );

/** Asking for anything counts as use: in a window of its own, so that what was typed stays where it is. */
const Blijf = ({ tekst }: { tekst: string }) => (
  <a
    class="utrecht-link utrecht-link--html-a"
    href="/account/blijf"
    target="_blank"
    rel="noopener"
    data-blijf
  >
    {tekst}
  </a>
);

/** At a form: until when it can be sent, and that what was typed is kept. Needs no script; hidden where there is nothing to type. */
export const Aanmeldregel = () => {
  const a = useContext(AanmeldingContext);
  if (a === null) return null;
  const t = uiTeksten[a.taal].aanmeldeinde;
  return (
    <p class="la-aanmeldregel">
      {a.stil ? t.tot(a.stil.tijd, a.stil.minuten) : t.vast(a.hoogstens.tijd)} {t.bewaard}{' '}
      {a.stil ? <Blijf tekst={t.blijf} /> : null}
    </p>
  );
};

const Deel = ({
  na,
  stil,
  titel,
  tekst,
  blijf,
}: {
  na: number;
  stil?: boolean;
  titel: string;
  tekst: string;
  blijf?: string;
}) => (
  <div class="la-melding la-melding--waarschuwing" data-na={na} data-stil={stil ? '' : undefined} hidden>
    <p class="la-melding__titel">{titel}</p>
    <div class="la-melding__tekst">
      <p>{tekst}</p>
      {blijf ? (
        <p>
          <Blijf tekst={blijf} />
        </p>
      ) : null}
    </div>
  </div>
);

/**
 * The warning before the end (WCAG 2.2.1): uncovered by the script in time, announced politely, reached by keyboard in
 * the order of the page; it takes the focus from nobody who types.
 */
export const Aanmeldwaarschuwing = ({ a }: { a: Aanmelding }) => {
  const t = uiTeksten[a.taal].aanmeldeinde;
  return (
    <div class="la-aanmeldeinde" role="status">
      {a.stil ? (
        <Deel
          na={a.stil.na}
          stil
          titel={t.stilTitel}
          tekst={`${t.stil(a.stil.gewaarschuwd, a.stil.minuten)} ${t.ookDan}`}
          blijf={t.blijf}
        />
      ) : null}
      <Deel na={a.hoogstens.na} titel={t.vastTitel} tekst={`${t.vast(a.hoogstens.tijd)} ${t.ookDan}`} />
    </div>
  );
};
