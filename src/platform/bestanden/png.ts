import { BeeldFout } from './jpeg.ts';

/** Chunks that make the picture (ISO/IEC 15948; APNG). Text, Exif, time and private chunks are not among them. */
const BEELD = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** The same PNG without text, Exif, time and whatever follows the picture. Throws BeeldFout when damaged. */
export function schoonPng(b: Buffer): Buffer {
  const uit: Buffer[] = [b.subarray(0, 8)];
  let p = 8;
  for (;;) {
    if (p + 12 > b.length) throw new BeeldFout('afgekapt');
    const eind = p + 12 + b.readUInt32BE(p);
    if (eind > b.length) throw new BeeldFout('afgekapt');
    const naam = b.toString('latin1', p + 4, p + 8);
    if (BEELD.has(naam)) uit.push(b.subarray(p, eind));
    p = eind;
    if (naam === 'IEND') return Buffer.concat(uit);
  }
}
