export { isKleineTelling, KLEINSTE_TELLING } from './kleine-telling.ts';
export {
  type Citaat,
  eisPubliceerbaar,
  leidAf,
  type Publiceerbaar,
  uitOpenbareBron,
} from './publiceerbaar.ts';
