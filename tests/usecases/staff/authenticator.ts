// A passkey in software: what a device would sign, and what it must not.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** COSE (RFC 9053) of a P-256 key: kty 2, alg -7, crv 1, x and y. */
function coseOf(x: string, y: string): Buffer {
  const part = (text: string) => Buffer.from(text, 'base64url');
  const head = Buffer.from('a5010203262001215820', 'hex');
  return Buffer.concat([head, part(x), Buffer.from('225820', 'hex'), part(y)]);
}

export interface Signing {
  readonly challenge: string;
  readonly origin?: string;
  readonly counter?: number;
  /** Whether the device asked for a finger, a face or a PIN. */
  readonly verified?: boolean;
}

export function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16).toString('base64url');
  const answer = ({ challenge, origin, counter = 0, verified = true }: Signing): string => {
    const client = { type: 'webauthn.get', challenge, origin: origin ?? 'http://localhost:3000' };
    const clientDataJSON = Buffer.from(JSON.stringify(client));
    const tail = Buffer.alloc(5);
    tail[0] = verified ? 0x05 : 0x01;
    tail.writeUInt32BE(counter, 1);
    const data = Buffer.concat([sha256('localhost'), tail]);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientDataJSON)]), privateKey);
    const response = {
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    };
    const type = 'public-key';
    return JSON.stringify({ id, rawId: id, type, response, clientExtensionResults: {} });
  };
  return { id, publicKey: coseOf(x, y), answer };
}
