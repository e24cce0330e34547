import type { Taal } from '../omgeving.ts';
import { Tabel } from '../tabel/tabel.tsx';
import { uiTeksten } from '../teksten.ts';

/** One field as it is stored now and as the reader filled it in. */
export interface VerschilRij {
  veld: string;
  hun: string;
  uw: string;
}

/** Two people at once: the second sees both versions side by side. What differs is said in words too. */
export const Verschil = (props: { bijschrift: string; rijen: VerschilRij[]; taal?: Taal }) => {
  const t = uiTeksten[props.taal ?? 'nl'];
  return (
    <Tabel
      bijschrift={props.bijschrift}
      kolommen={[{ naam: t.verschilVeld, rijkop: true }, { naam: t.verschilHun }, { naam: t.verschilUw }]}
      rijen={props.rijen.map(r => [
        <>
          {r.veld}
          {r.hun === r.uw ? null : <span class="la-verschil"> ({t.verschilAnders})</span>}
        </>,
        r.hun === '' ? t.geenWaarde : r.hun,
        r.hun === r.uw ? r.uw : <ins class="la-verschil__uw">{r.uw === '' ? t.geenWaarde : r.uw}</ins>,
      ])}
    />
  );
};
