import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** What every field has: name, label, description, error, and the value that was filled in. */
export interface VeldProps {
  naam: string;
  label: string;
  uitleg?: string;
  fout?: string;
  waarde?: string;
  verplicht?: boolean;
  taal?: Taal;
  /** Needed when two fields on a page share a name. */
  id?: string;
}

/** The id of a field; links in the error summary point to it. */
export function veldId(naam: string): string {
  return `veld-${naam.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** The attributes that tie an input to its description and its error. */
export function veldAttributen(props: VeldProps) {
  const id = props.id ?? veldId(props.naam);
  const delen = [props.uitleg ? `${id}-uitleg` : '', props.fout ? `${id}-fout` : ''].filter(d => d !== '');
  return {
    id,
    name: props.naam,
    required: props.verplicht === true ? true : undefined,
    'aria-describedby': delen.length > 0 ? delen.join(' ') : undefined,
    'aria-invalid': props.fout ? ('true' as const) : undefined,
  };
}

/** Description and error, in this order, as every field shows them. */
export const VeldTeksten = ({ id, uitleg, fout, taal = 'nl' }: VeldProps) => (
  <>
    {uitleg ? (
      <div class="utrecht-form-field-description" id={`${id}-uitleg`}>
        {uitleg}
      </div>
    ) : null}
    {fout ? (
      <div class="utrecht-form-field-error-message" id={`${id}-fout`}>
        <span class="la-alleen-voorlezen">{uiTeksten[taal].fout} </span>
        {fout}
      </div>
    ) : null}
  </>
);

/** Text of a label, with the mark for a field that may be left empty. */
export function labelTekst({ label, verplicht, taal = 'nl' }: VeldProps): string {
  return verplicht === false ? `${label} ${uiTeksten[taal].nietVerplicht}` : label;
}

/** Frame of a field: label, description, error, then the input itself. */
export const VeldKader = ({ veld, children }: { veld: VeldProps; children: Child }) => {
  const id = veld.id ?? veldId(veld.naam);
  return (
    <div class={`utrecht-form-field la-veld${veld.fout ? ' utrecht-form-field--invalid' : ''}`}>
      <label class="utrecht-form-label" for={id}>
        {labelTekst(veld)}
      </label>
      <VeldTeksten {...veld} id={id} />
      {children}
    </div>
  );
};
