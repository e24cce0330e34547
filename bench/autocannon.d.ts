/** The part of autocannon that the bench uses; the package ships no types. */
declare module 'autocannon' {
  interface Opties {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Record<string, string>;
  }
  interface Uitslag {
    requests: { total: number; average: number };
    /** Seconds. */
    duration: number;
    non2xx: number;
    errors: number;
    timeouts: number;
  }
  interface Loop extends PromiseLike<Uitslag> {
    /** After each answer, with the milliseconds that it took. */
    on(wat: 'response', doe: (client: unknown, status: number, bytes: number, ms: number) => void): void;
  }
  export default function autocannon(opties: Opties): Loop;
}
