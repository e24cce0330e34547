import pino from 'pino';

export type Log = pino.Logger;

const GEHEIM = ['email', 'naam', 'wachtwoord', 'password', 'cookie', 'authorization', 'token', 'sleutel'];

/** Where a fault arose, never its message: a message may quote what someone typed. */
function plaatsVanFout(e: { name?: unknown; code?: unknown; stack?: unknown } | null) {
  const regels = String(e?.stack ?? '').split('\n');
  return { type: e?.name, code: e?.code, stack: regels.filter(r => /^\s+at /.test(r)).slice(0, 5) };
}

/**
 * Application log on standard output. Never personal data: requests are logged by route pattern (not by
 * address), faults by their place, and whatever looks like a secret is redacted should it slip in.
 */
export function maakLog(niveau: string, doel?: pino.DestinationStream): Log {
  const opties: pino.LoggerOptions = {
    level: niveau,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...GEHEIM, ...GEHEIM.map(p => `*.${p}`)], censor: '[weggelaten]' },
    serializers: { err: plaatsVanFout },
  };
  return doel ? pino(opties, doel) : pino(opties);
}
