export { registreer } from './web/routes.tsx';
