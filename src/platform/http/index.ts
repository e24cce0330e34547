export { type AppOpties, maakApp, tweetalig } from './app.ts';
export { csrfToken } from './csrf.ts';
export { foutPagina, nietGevondenPagina, probleem } from './fouten.tsx';
export type { App, Ctx, Gebruiker, Herkenning, HttpDiensten, Omgeving, Variabelen } from './omgeving.ts';
export { type Bestand, dienStatischOp } from './statisch.ts';
export { adres, type Toonwijze, toon } from './toon.tsx';
export { alsLezer, alsPubliek } from './transactie.ts';
export { schoneVelden } from './velden.ts';
