export { deel } from './usecases/deel.ts';
export { type HulpaanbodLeen, registreer } from './web/routes.tsx';
