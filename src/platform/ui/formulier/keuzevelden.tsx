import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';
import { labelTekst, VeldKader, type VeldProps, VeldTeksten, veldAttributen, veldId } from './veldkader.tsx';

/** One choice of a select or a radio group. */
export interface Optie {
  waarde: string;
  naam: string;
  uitleg?: string;
  /** Language of the name, where it is not that of the page. */
  taal?: Taal;
}

/** A select. Without `leeg` it starts on 'Maak een keuze'; `leeg: null` leaves that out. */
export const KeuzeVeld = (props: VeldProps & { opties: Optie[]; leeg?: string | null }) => {
  const leeg = props.leeg === undefined ? uiTeksten[props.taal ?? 'nl'].kies : props.leeg;
  return (
    <VeldKader veld={props}>
      <select class="utrecht-select utrecht-select--html-select la-invoer" {...veldAttributen(props)}>
        {leeg === null ? null : <option value="">{leeg}</option>}
        {props.opties.map(o => (
          <option value={o.waarde} selected={o.waarde === props.waarde} lang={o.taal}>
            {o.naam}
          </option>
        ))}
      </select>
    </VeldKader>
  );
};

/** Fields that belong together, under one question. */
export const Veldset = (props: { titel: string; uitleg?: string; id?: string; children: Child }) => {
  const uitlegId = props.uitleg && props.id ? `${props.id}-uitleg` : undefined;
  return (
    <fieldset class="la-veldset" id={props.id} aria-describedby={uitlegId}>
      <legend class="la-veldset__titel">{props.titel}</legend>
      {props.uitleg ? (
        <div class="utrecht-form-field-description" id={uitlegId}>
          {props.uitleg}
        </div>
      ) : null}
      {props.children}
    </fieldset>
  );
};

const RadioKeuze = (props: { veld: VeldProps; id: string; optie: Optie }) => {
  const { veld, id, optie } = props;
  return (
    <div class="la-keuze">
      <input
        class="utrecht-radio-button utrecht-radio-button--html-input"
        type="radio"
        id={id}
        name={veld.naam}
        value={optie.waarde}
        checked={optie.waarde === veld.waarde}
        required={veld.verplicht === true ? true : undefined}
        aria-describedby={optie.uitleg ? `${id}-uitleg` : undefined}
      />
      <label class="utrecht-form-label utrecht-form-label--radio" for={id}>
        {optie.naam}
      </label>
      {optie.uitleg ? (
        <div class="utrecht-form-field-description" id={`${id}-uitleg`}>
          {optie.uitleg}
        </div>
      ) : null}
    </div>
  );
};

/** One question with a few answers, all in sight. The first radio carries the id of the field. */
export const RadioGroep = (props: VeldProps & { opties: Optie[] }) => {
  const id = props.id ?? veldId(props.naam);
  const attributen = veldAttributen(props);
  return (
    <fieldset
      class={`la-veld la-veld--groep${props.fout ? ' utrecht-form-field--invalid' : ''}`}
      aria-describedby={attributen['aria-describedby']}
    >
      <legend class="utrecht-form-label">{labelTekst(props)}</legend>
      <VeldTeksten {...props} id={id} />
      {props.opties.map((optie, i) => (
        <RadioKeuze veld={props} id={i === 0 ? id : `${id}-${i}`} optie={optie} />
      ))}
    </fieldset>
  );
};

/** One box to tick. `waarde` is what is sent when ticked. */
export const VinkVeld = (props: Omit<VeldProps, 'waarde'> & { waarde?: string; aan?: boolean }) => {
  const id = props.id ?? veldId(props.naam);
  return (
    <div class={`la-veld la-veld--vink${props.fout ? ' utrecht-form-field--invalid' : ''}`}>
      {props.fout ? <VeldTeksten {...props} uitleg={undefined} id={id} /> : null}
      <div class="la-keuze">
        <input
          class="utrecht-checkbox utrecht-checkbox--html-input"
          type="checkbox"
          value={props.waarde ?? 'ja'}
          checked={props.aan}
          {...veldAttributen(props)}
        />
        <label class="utrecht-form-label utrecht-form-label--checkbox" for={id}>
          {props.label}
        </label>
        {props.uitleg ? <VeldTeksten {...props} fout={undefined} id={id} /> : null}
      </div>
    </div>
  );
};
