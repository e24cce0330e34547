export {
  type Bevinding,
  type Bezwaar,
  type Controle,
  controleer,
  dubbeleCodes,
  type Ernst,
  maakControles,
} from './controle.ts';
export { bevindingTekst, type Controleteksten, oordeel } from './oordeel.ts';
