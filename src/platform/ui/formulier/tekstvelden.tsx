import { uiTeksten } from '../teksten.ts';
import { VeldKader, type VeldProps, veldAttributen } from './veldkader.tsx';

type TekstSoort = 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';

/** Extra wishes of a single-line field. */
export interface TekstVeldProps extends VeldProps {
  soort?: TekstSoort;
  /** Keyboard on a phone: 'numeric' for numbers and codes. */
  toetsen?: 'numeric' | 'decimal' | 'text';
  /** Value of the autocomplete attribute (HTML, 4.10.18.7). */
  aanvullen?: string;
  /** Width: what is expected, short for a code, long for a sentence. */
  breedte?: 'kort' | 'middel' | 'vol';
  maximum?: number;
}

/** A single-line field. */
export const TekstVeld = (props: TekstVeldProps) => (
  <VeldKader veld={props}>
    <input
      class={`utrecht-textbox utrecht-textbox--html-input la-invoer la-invoer--${props.breedte ?? 'vol'}`}
      type={props.soort ?? 'text'}
      value={props.waarde}
      inputmode={props.toetsen}
      autocomplete={props.aanvullen}
      maxlength={props.maximum}
      {...veldAttributen(props)}
    />
  </VeldKader>
);

/** A field of several lines. */
export const TekstGebied = (props: VeldProps & { rijen?: number; maximum?: number }) => (
  <VeldKader veld={props}>
    <textarea
      class="utrecht-textarea utrecht-textarea--html-textarea la-invoer"
      rows={props.rijen ?? 5}
      maxlength={props.maximum}
      {...veldAttributen(props)}
    >
      {props.waarde ?? ''}
    </textarea>
  </VeldKader>
);

/** A date as people write it: day-month-year in one field of text. */
export const DatumVeld = (props: VeldProps) => {
  const veld = { ...props, uitleg: props.uitleg ?? uiTeksten[props.taal ?? 'nl'].datumUitleg };
  return <TekstVeld {...veld} breedte="kort" toetsen="text" />;
};

/** A file. The value can't be kept by a browser, so with an error the text says to choose again. */
export const BestandVeld = (props: Omit<VeldProps, 'waarde'> & { soorten?: string; maximum?: string }) => {
  const t = uiTeksten[props.taal ?? 'nl'];
  const uitleg = [
    props.uitleg,
    props.maximum ? `${t.bestandUitleg(props.maximum)}.` : undefined,
    props.fout ? t.opnieuwKiezen : undefined,
  ].filter(d => d !== undefined);
  const veld: VeldProps = { ...props, uitleg: uitleg.length > 0 ? uitleg.join(' ') : undefined };
  return (
    <VeldKader veld={veld}>
      <input class="la-bestand" type="file" accept={props.soorten} {...veldAttributen(veld)} />
    </VeldKader>
  );
};

/** A value that travels with the form unseen. Never for anything the server must be able to trust. */
export const VerborgenVeld = ({ naam, waarde }: { naam: string; waarde: string }) => (
  <input type="hidden" name={naam} value={waarde} />
);
