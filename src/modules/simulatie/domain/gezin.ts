import { maakProefnummer } from './burgerservicenummer.ts';
import { ACHTERNAMEN, NOTITIES, STRATEN, TUSSENVOEGSELS, VOORNAMEN } from './namen.ts';
import { maakToeval, type Toeval } from './toeval.ts';

export interface Voorbeeldpersoon {
  voornamen: string;
  tussenvoegsel: string | null;
  achternaam: string;
  geboortedatum: Temporal.PlainDate;
  geslacht: 'man' | 'vrouw';
  rol: 'volwassene' | 'kind';
  /** Reserved test number; for some only. */
  bsn: string | null;
  telefoon: string | null;
  email: string | null;
  adres: Voorbeeldadres;
}
export interface Voorbeeldadres {
  straat: string;
  huisnummer: number;
  postcode: string;
  plaats: string;
}
export interface Voorbeeldbetrekking {
  /** Places of both in `leden`. */
  van: number;
  naar: number;
  soort: 'partner' | 'ex_partner' | 'ouder' | 'broer_of_zus';
  gezag: boolean | null;
}
export interface Voorbeeldgezin {
  nummer: number;
  gemeente: string;
  leden: Voorbeeldpersoon[];
  betrekkingen: Voorbeeldbetrekking[];
  geopendOp: Temporal.PlainDate;
  fase: 'directe_veiligheid' | 'stabiele_veiligheid' | 'herstel';
  taak: 'veilig_thuis' | 'wmo' | 'jeugdhulp';
  notities: { overDag: Temporal.PlainDate; tekst: string }[];
}

/** A place where families live in the example: CBS code, name, and the first digits of its invented postal codes. */
export interface Plaats {
  gemeente: string;
  naam: string;
  postcode: number;
}

const geboren = (t: Toeval, vandaag: Temporal.PlainDate, van: number, tot: number) =>
  vandaag.subtract({ years: t.geheel(van, tot), days: t.geheel(0, 364) });

const achternaam = (t: Toeval) => ({
  tussenvoegsel: t.kans(0.3) ? t.kies(TUSSENVOEGSELS) : null,
  achternaam: t.kies(ACHTERNAMEN),
});

function adres(t: Toeval, p: Plaats): Voorbeeldadres {
  const letters = `${t.kies([...'ABCDEGHJKLMNPRTVWXZ'])}${t.kies([...'ABCDEGHJKLMNPRTVWXZ'])}`;
  return {
    straat: t.kies(STRATEN),
    huisnummer: t.geheel(1, 240),
    postcode: `${p.postcode + t.geheel(0, 90)} ${letters}`,
    plaats: p.naam,
  };
}

function persoon(
  t: Toeval,
  vast: Pick<Voorbeeldpersoon, 'rol' | 'geboortedatum' | 'adres' | 'tussenvoegsel' | 'achternaam'>,
  geslacht: 'man' | 'vrouw',
): Voorbeeldpersoon {
  const aantal = t.kans(0.35) ? 2 : 1;
  const voornamen = Array.from({ length: aantal }, () => t.kies(VOORNAMEN[geslacht])).join(' ');
  const volwassen = vast.rol === 'volwassene';
  return {
    ...vast,
    voornamen,
    geslacht,
    bsn: t.kans(0.7) ? maakProefnummer(t) : null,
    telefoon: volwassen && t.kans(0.8) ? `06 0000 ${String(t.geheel(0, 9999)).padStart(4, '0')}` : null,
    email: volwassen && t.kans(0.6) ? `persoon${t.geheel(1, 99_999)}@voorbeeld.invalid` : null,
  };
}

interface Ouders {
  leden: Voorbeeldpersoon[];
  samen: boolean;
}

function ouders(t: Toeval, p: Plaats, vandaag: Temporal.PlainDate): Ouders {
  const eerste = persoon(
    t,
    { rol: 'volwassene', geboortedatum: geboren(t, vandaag, 20, 55), adres: adres(t, p), ...achternaam(t) },
    t.kans(0.5) ? 'man' : 'vrouw',
  );
  if (t.kans(0.2)) return { leden: [eerste], samen: false };
  const samen = t.kans(0.6);
  const tweede = persoon(
    t,
    {
      rol: 'volwassene',
      geboortedatum: geboren(t, vandaag, 20, 55),
      adres: samen ? eerste.adres : adres(t, p),
      ...achternaam(t),
    },
    t.kans(0.9) ? (eerste.geslacht === 'man' ? 'vrouw' : 'man') : eerste.geslacht,
  );
  return { leden: [eerste, tweede], samen };
}

function betrekkingen(aantalOuders: number, samen: boolean, aantalKinderen: number): Voorbeeldbetrekking[] {
  const uit: Voorbeeldbetrekking[] = [];
  if (aantalOuders === 2) uit.push({ van: 0, naar: 1, soort: samen ? 'partner' : 'ex_partner', gezag: null });
  for (let k = 0; k < aantalKinderen; k++) {
    for (let o = 0; o < aantalOuders; o++)
      uit.push({ van: o, naar: aantalOuders + k, soort: 'ouder', gezag: samen || o === 0 });
    if (k > 0)
      uit.push({ van: aantalOuders + k - 1, naar: aantalOuders + k, soort: 'broer_of_zus', gezag: null });
  }
  return uit;
}

/**
 * Invented family number `nummer` (from 0) of seed `zaad`, as it is on `vandaag`, living in one of `plaatsen`. The same
 * arguments give the same family; other numbers do not change it.
 */
export function maakGezin(
  zaad: number,
  nummer: number,
  vandaag: Temporal.PlainDate,
  plaatsen: readonly Plaats[],
): Voorbeeldgezin {
  const t = maakToeval(zaad, nummer);
  const plaats = t.kies(plaatsen);
  const { leden, samen } = ouders(t, plaats, vandaag);
  const aantalKinderen = t.kans(0.15) ? 0 : t.geheel(1, 4);
  const naamgever = t.kies(leden);
  const kinderen = Array.from({ length: aantalKinderen }, () =>
    persoon(
      t,
      {
        rol: 'kind',
        geboortedatum: geboren(t, vandaag, 0, 17),
        adres: leden[0]?.adres ?? adres(t, plaats),
        tussenvoegsel: naamgever.tussenvoegsel,
        achternaam: naamgever.achternaam,
      },
      t.kans(0.5) ? 'man' : 'vrouw',
    ),
  );
  const dagen = t.geheel(1, 700);
  const geopendOp = vandaag.subtract({ days: dagen });
  return {
    nummer,
    gemeente: plaats.gemeente,
    leden: [...leden, ...kinderen],
    betrekkingen: betrekkingen(leden.length, samen, aantalKinderen),
    geopendOp,
    fase: t.kies(['directe_veiligheid', 'stabiele_veiligheid', 'herstel']),
    taak: t.kies(['veilig_thuis', 'veilig_thuis', 'wmo', 'jeugdhulp']),
    notities: Array.from({ length: t.geheel(1, 5) }, () => ({
      overDag: geopendOp.add({ days: t.geheel(0, dagen) }),
      tekst: t.kies(NOTITIES),
    })),
  };
}
