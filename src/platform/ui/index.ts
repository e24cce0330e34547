/** The door of the user interface: layout, components, charts, texts, style and script. */

export { Cijferblok } from './cijfer/cijferblok.tsx';
export { DocumentOpScherm } from './document/documentopscherm.tsx';
export { metAanmelding } from './formulier/aanmelding.tsx';
export { Formulier } from './formulier/formulier.tsx';
export { FoutSamenvatting, type VeldFout } from './formulier/foutsamenvatting.tsx';
export { KeuzeVeld, type Optie, RadioGroep, Veldset, VinkVeld } from './formulier/keuzevelden.tsx';
export { Knop, KnopGroep, KnopLink, type KnopSoort } from './formulier/knop.tsx';
export { BestandVeld, DatumVeld, TekstGebied, TekstVeld, VerborgenVeld } from './formulier/tekstvelden.tsx';
export { type VeldProps, veldId } from './formulier/veldkader.tsx';
export { Verschil, type VerschilRij } from './formulier/verschil.tsx';
export { toonEuro, toonGetal, toonProcent } from './getal.ts';
export { GestapeldeStaaf, type StapelRij } from './grafiek/gestapeldestaaf.tsx';
export { Kaart, type KaartGebied, type KaartKlasse } from './grafiek/kaart.tsx';
export { BREED as TEKENBREEDTE } from './grafiek/kader.tsx';
export { KleineLijnen, type KleineLijnenProps, tekenKleineLijnen } from './grafiek/kleinelijnen.tsx';
export type { JaarLijn, LijnReeks, MeetPunt } from './grafiek/lijngegevens.ts';
export { LijnGrafiek } from './grafiek/lijngrafiek.tsx';
export { losseTekening } from './grafiek/lossetekening.tsx';
export { PlanningGrafiek, type PlanningPunt, type PlanningRij } from './grafiek/planninggrafiek.tsx';
export { type RegelGebeurtenis, Regelkaart, type RegelPunt } from './grafiek/regelkaart.tsx';
export { type Staaf, StaafGrafiek } from './grafiek/staafgrafiek.tsx';
export { TrapGrafiek, type TrapReeks, type Trede } from './grafiek/trapgrafiek.tsx';
export {
  TrechterGrafiek,
  type TrechterProps,
  type TrechterVorm,
  tekenTrechter,
} from './grafiek/trechtergrafiek.tsx';
export { Melding, type MeldingSoort } from './melding/melding.tsx';
export { StatusMerk, type StatusToon, type StatusVorm, type VasteStatus } from './melding/statusmerk.tsx';
export { Filters } from './navigatie/filters.tsx';
export { Kruimelpad } from './navigatie/kruimelpad.tsx';
export { Paginering } from './navigatie/paginering.tsx';
export { TaalWissel } from './navigatie/taalwissel.tsx';
export { type TijdStap, Tijdstappen } from './navigatie/tijdstappen.tsx';
export {
  type Aanmelding,
  type Kruimel,
  type NavItem,
  type PaginaOmgeving,
  padIn,
  type Taal,
} from './omgeving.ts';
export { Pagina } from './pagina/pagina.tsx';
export { bouwScript } from './script/script.ts';
export { type Bouwsel, bouwStijl } from './stijl/stijl.ts';
export { stijlPagina, themas } from './stijlgids/stijlpagina.tsx';
export { type Kolom, Tabel } from './tabel/tabel.tsx';
export { Afdrukregel } from './tekst/afdrukregel.tsx';
export { Alinea } from './tekst/alinea.tsx';
export { BeschrijvingsLijst } from './tekst/beschrijvingslijst.tsx';
export { Bron, type BronVerwijzing } from './tekst/bron.tsx';
export { Details } from './tekst/details.tsx';
export { Kaartje } from './tekst/kaartje.tsx';
export { Kop1, Kop2, Kop3 } from './tekst/kop.tsx';
export { LegeStaat } from './tekst/legestaat.tsx';
export { Lijst } from './tekst/lijst.tsx';
export { Link } from './tekst/link.tsx';
export { Rooster } from './tekst/rooster.tsx';
export { controleerTeksten, type Tekstboom, type TekstGebrek, uiTeksten } from './teksten.ts';
