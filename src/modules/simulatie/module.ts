export { opdrachtGezinVoorbeeld } from './usecases/voorbeeld.ts';
export { type Zaaigrond, zaaiGezinnen } from './usecases/zaai.ts';
