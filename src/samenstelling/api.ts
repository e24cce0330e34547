import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiLabel as cijferlabel, voegApiToe as voegCijfersToe } from '#modules/datalab/index.ts';
import { apiLabel as programmalabel, voegApiToe as voegProgrammasToe } from '#modules/programma/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import { beschrijfApi, dienApiOp, maakApi } from '#platform/http/api.ts';
import type { App } from '#platform/http/index.ts';

const LABELS = [programmalabel, cijferlabel];
export const OPENAPI_BESTAND = path.join(WORTEL, 'docs/openapi.json');

function maakAlles() {
  const api = maakApi();
  voegProgrammasToe(api);
  voegCijfersToe(api);
  return api;
}

/** Everything that the rooms offer to programs, below /api/v1. */
export function registreerApi(app: App): void {
  dienApiOp(app, maakAlles(), LABELS);
}

/** The description of that as it stands in docs/openapi.json. */
export function openapiTekst(): string {
  return `${JSON.stringify(beschrijfApi(maakAlles(), LABELS), null, 2)}\n`;
}

/** Command `openapi`: writes the description anew. */
export async function opdrachtOpenapi(): Promise<number> {
  writeFileSync(OPENAPI_BESTAND, openapiTekst());
  console.log('docs/openapi.json is bijgewerkt.');
  return 0;
}
