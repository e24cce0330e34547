export {
  maakGezin,
  type Plaats,
  type Voorbeeldbetrekking,
  type Voorbeeldgezin,
  type Voorbeeldpersoon,
} from './domain/gezin.ts';
export { PLAATSEN } from './domain/plaatsen.ts';
