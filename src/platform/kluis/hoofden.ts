import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Willekeur } from './cijfer.ts';
import { alsHoofd, type Hoofd, leesOmhuld, type Omhuld, omhul, pakUit } from './omhulling.ts';
import { borgMap, leesBestand, maakEigenMap, schrijfHeel, schrijfNieuw } from './schijf.ts';
import { KluisWeigering } from './weigering.ts';

/**
 * Which master keys this folder answers to. `hoofd.json` names the present one. While a renewal runs,
 * `vernieuwing.json` holds the old master wrapped by the new and the new wrapped by the old, so that either
 * opens everything; it goes when the last key has been wrapped anew.
 */
export interface Hoofden {
  /** Checks that our master belongs to this folder; makes the folder when it is new. */
  controleer(heeftSleutels: () => boolean): void;
  /** The master by this id, or a refusal when we cannot know it. */
  met(id: string): Hoofd;
  /** The master that wraps new keys now. */
  huidig(): Hoofd;
  /** Learns the other master of a renewal that runs now; nothing when none does. */
  volg(): void;
  beginVernieuwing(nieuw: Hoofd): void;
  eindigVernieuwing(nieuw: Hoofd): void;
}

interface Vernieuwing {
  oud: Omhuld;
  nieuw: Omhuld;
}

const DOEL = 'hoofdsleutel';

/** A JSON file of the folder, or null when it is not there. Throws KluisWeigering when it is no such file. */
function leesJson(pad: string): Record<string, unknown> | null {
  const tekst = leesBestand(pad);
  if (tekst === null) return null;
  try {
    return JSON.parse(tekst) as Record<string, unknown>;
  } catch (e) {
    throw new KluisWeigering('sleutelbestand_geschonden', e);
  }
}

function leesVernieuwing(pad: string): Vernieuwing | null {
  const v = leesJson(pad);
  return v && { oud: leesOmhuld(JSON.stringify(v['oud'])), nieuw: leesOmhuld(JSON.stringify(v['nieuw'])) };
}

export function maakHoofden(map: string, eerste: Buffer, willekeur: Willekeur): Hoofden {
  const pad = path.join(map, 'hoofd.json');
  const padVernieuwing = path.join(map, 'vernieuwing.json');
  const eigen = alsHoofd(eerste);
  const { leer, met, volg } = maakBekenden(eigen, padVernieuwing);
  const naam = (): string | null => {
    const inhoud = leesJson(pad);
    return inhoud && String(inhoud['hoofd']);
  };
  return {
    controleer: heeftSleutels => {
      maakEigenMap(map);
      if (naam() === null) {
        // Keys without a name of their master: somebody lost a file. Not ours to guess.
        if (heeftSleutels()) throw new KluisWeigering('sleutelbestand_geschonden');
        schrijfNieuw(pad, JSON.stringify({ formaat: 1, hoofd: eigen.id }));
      }
      met(naam() ?? '');
    },
    met,
    volg,
    huidig: () => met(leesVernieuwing(padVernieuwing)?.nieuw.id ?? naam() ?? ''),
    beginVernieuwing: nieuw => {
      const oud = met(naam() ?? '');
      leer(nieuw);
      const v = leesVernieuwing(padVernieuwing);
      if (v && v.nieuw.id !== nieuw.id) throw new KluisWeigering('vernieuwing_loopt');
      if (v || oud.id === nieuw.id) return;
      const inhoud = JSON.stringify(kruislings(oud, nieuw, willekeur));
      if (!schrijfNieuw(padVernieuwing, inhoud)) throw new KluisWeigering('vernieuwing_loopt');
    },
    eindigVernieuwing: nieuw => {
      schrijfHeel(pad, JSON.stringify({ formaat: 1, hoofd: nieuw.id }));
      rmSync(padVernieuwing, { force: true });
      borgMap(map);
    },
  };
}

/** Each master wrapped by the other: knowing either gives both. */
const kruislings = (oud: Hoofd, nieuw: Hoofd, willekeur: Willekeur): Vernieuwing => ({
  oud: omhul(nieuw, oud.id, DOEL, oud.geheim, willekeur),
  nieuw: omhul(oud, nieuw.id, DOEL, nieuw.geheim, willekeur),
});

/** The masters this process knows; a running renewal teaches it the other one. */
function maakBekenden(eigen: Hoofd, padVernieuwing: string) {
  const bekend = new Map([[eigen.id, eigen]]);
  const leerUit = (v: Vernieuwing) => {
    for (const o of [v.oud, v.nieuw]) {
      const sluiter = bekend.get(o.hoofd);
      if (sluiter && !bekend.has(o.id)) bekend.set(o.id, alsHoofd(pakUit(sluiter, o)));
    }
  };
  return {
    leer: (h: Hoofd) => bekend.set(h.id, h),
    volg: () => {
      const v = leesVernieuwing(padVernieuwing);
      if (v) leerUit(v);
    },
    met: (id: string): Hoofd => {
      const v = bekend.has(id) ? null : leesVernieuwing(padVernieuwing);
      if (v) leerUit(v);
      const h = bekend.get(id);
      if (!h) throw new KluisWeigering('hoofdsleutel_onjuist');
      return h;
    },
  };
}
