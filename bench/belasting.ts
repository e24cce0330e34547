import autocannon from 'autocannon';
import { percentiel } from './tabel.ts';

export interface Belasting {
  perSeconde: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  antwoorden: number;
  /** With those of the warming up. */
  alle: number;
  /** Answers that were not 2xx, errors and timeouts: anything but 0 makes the measurement worthless. */
  mis: number;
}

/** As a browser asks: compression costs the server time too. */
const KOPPEN = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' };

/** One address under ten connections for some seconds, after one second that does not count. */
export async function belast(url: string, seconden: number, verbindingen = 10): Promise<Belasting> {
  const warm = await autocannon({ url, connections: verbindingen, duration: 1, headers: KOPPEN });
  const duren: number[] = [];
  const loop = autocannon({ url, connections: verbindingen, duration: seconden, headers: KOPPEN });
  loop.on('response', (_client, _status, _bytes, ms) => duren.push(ms));
  const uit = await loop;
  const gesorteerd = Float64Array.from(duren).sort();
  return {
    perSeconde: uit.requests.total / uit.duration,
    p50: percentiel(gesorteerd, 0.5),
    p95: percentiel(gesorteerd, 0.95),
    antwoorden: uit.requests.total,
    alle: uit.requests.total + warm.requests.total,
    mis: uit.non2xx + uit.errors + uit.timeouts,
  };
}
