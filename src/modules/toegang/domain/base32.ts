const TEKENS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 by RFC 4648, section 6, without padding: the form in which apps take a secret over. */
export function base32(bytes: Uint8Array): string {
  let uit = '';
  let rest = 0;
  let bits = 0;
  for (const b of bytes) {
    rest = (rest << 8) | b;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      uit += TEKENS[(rest >>> bits) & 31];
    }
    rest &= (1 << bits) - 1;
  }
  return bits > 0 ? uit + TEKENS[(rest << (5 - bits)) & 31] : uit;
}
