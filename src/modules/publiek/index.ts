export { BLADEN } from './web/routes.tsx';
