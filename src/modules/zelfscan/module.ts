export { deel } from './usecases/deel.ts';
export { registreer } from './web/routes.tsx';
