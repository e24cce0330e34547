import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

// A passkey device in software, for tests: ES256, attestation 'none' (WebAuthn level 3, 6.1 and 6.5).

type Waarde = number | string | Buffer | Map<number | string, Waarde>;

function kop(soort: number, n: number): Buffer {
  if (n < 24) return Buffer.of((soort << 5) | n);
  if (n < 256) return Buffer.of((soort << 5) | 24, n);
  return Buffer.of((soort << 5) | 25, n >> 8, n & 255);
}

/** CBOR (RFC 8949) of what an attestation needs. */
function cbor(w: Waarde): Buffer {
  if (typeof w === 'number') return w < 0 ? kop(1, -1 - w) : kop(0, w);
  if (typeof w === 'string') return Buffer.concat([kop(3, Buffer.byteLength(w)), Buffer.from(w)]);
  if (Buffer.isBuffer(w)) return Buffer.concat([kop(2, w.length), w]);
  return Buffer.concat([kop(5, w.size), ...[...w].flatMap(([k, v]) => [cbor(k), cbor(v)])]);
}

const sha = (b: Buffer | string) => createHash('sha256').update(b).digest();

/** One device with one passkey. `gecontroleerd`: did the device check who holds it. */
export function maakAuthenticator(basis: string, gecontroleerd = true) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let teller = 0;
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: basis, crossOrigin: false }));
  const gegevens = (vlaggen: number) => {
    const n = Buffer.alloc(4);
    n.writeUInt32BE(++teller);
    return Buffer.concat([sha(new URL(basis).hostname), Buffer.of(vlaggen | (gecontroleerd ? 4 : 0)), n]);
  };
  const hulsel = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  };
  return {
    maak(vraag: { challenge: string }) {
      const cose = new Map<number, Waarde>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const authData = Buffer.concat([
        gegevens(0x41),
        Buffer.alloc(16),
        Buffer.of(0, id.length),
        id,
        cbor(cose),
      ]);
      const object = cbor(
        new Map<string, Waarde>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      return {
        ...hulsel,
        response: {
          clientDataJSON: client('webauthn.create', vraag.challenge).toString('base64url'),
          attestationObject: object.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    toon(vraag: { challenge: string }) {
      const clientData = client('webauthn.get', vraag.challenge);
      const authData = gegevens(0x01);
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha(clientData)]))
        .sign(privateKey);
      return {
        ...hulsel,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}
