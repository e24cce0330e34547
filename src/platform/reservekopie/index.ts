export { type Herschrijfopties, herschrijf } from './herschrijf.ts';
export { type Kopieverslag, type Maakopties, maakReservekopie } from './maak.ts';
export { opdrachtReservekopie, opdrachtTerugzetten } from './opdracht.ts';
export { kopiemapBij, nieuwsteKopie, ruimKopieenOp } from './ruimop.ts';
export { TERUGGEZET, type Terugopties, type Terugverslag, zetTerug } from './terug.ts';
export { type Kopiecode, KopieWeigering } from './weigering.ts';
