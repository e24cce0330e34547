import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPENAPI_BESTAND, openapiTekst } from './api.ts';

// @eis A5.7
test('docs/openapi.json is gelijk aan wat de kamers nu beschrijven; npm run openapi werkt het bij', () => {
  expect(readFileSync(OPENAPI_BESTAND, 'utf8')).toBe(openapiTekst());
});

test('de beschrijving noemt elk adres van A5.7 en de documenten van B4.5, en alleen lezen', () => {
  const { paths } = JSON.parse(openapiTekst()) as { paths: Record<string, Record<string, unknown>> };
  expect(Object.keys(paths).toSorted()).toEqual([
    '/documenten',
    '/indicatoren',
    '/indicatoren/{indicator}',
    '/regios',
    '/regios/{regio}',
    '/regios/{regio}/onderdelen',
    '/regios/{regio}/onderdelen/{soort}/{code}',
    '/regios/{regio}/programma',
    '/regios/{regio}/publicaties',
    '/regios/{regio}/publicaties/{publicatie}',
    '/waarnemingen',
  ]);
  expect(new Set(Object.values(paths).flatMap(Object.keys))).toEqual(new Set(['get']));
});
