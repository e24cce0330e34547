export { opdrachtGezinVoorbeeld } from './usecases/voorbeeld.ts';
