import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { WebSecrets } from '../secrets.ts';
import { type Ceremony, isChallengeOf, newChallenge } from './challenge.ts';

/** The context of a use case has all of it. */
interface Party {
  readonly config: { readonly origin: URL; readonly serviceName: string };
  readonly secrets: WebSecrets;
  readonly now: Instant;
}

export interface StoredPasskey {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

/** What the page hands to the browser to be signed, as JSON. Any passkey of this site may answer. */
export async function requestOptions(party: Party, ceremony: Ceremony): Promise<string> {
  const challenge = newChallenge(party.secrets, ceremony, party.now);
  const rpID = party.config.origin.hostname;
  const options = { rpID, challenge, userVerification: 'required' } as const;
  return JSON.stringify(await generateAuthenticationOptions(options));
}

/** What the page hands to the browser to make a passkey that works without a password. */
export async function creationOptions(
  party: Party,
  ceremony: Ceremony,
  person: { readonly id: string; readonly name: string; readonly known: readonly string[] },
): Promise<string> {
  const { origin, serviceName } = party.config;
  const options = await generateRegistrationOptions({
    rpName: serviceName,
    rpID: origin.hostname,
    userName: person.name,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    challenge: newChallenge(party.secrets, ceremony, party.now),
    excludeCredentials: person.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

/** A new passkey out of what the browser sent; null where anything about it is wrong. */
export async function readNewPasskey(party: Party, ceremony: Ceremony, text: string) {
  const response = parse(text);
  if (response === null) return null;
  const asked = expectations(party, ceremony);
  const found = await verifyRegistrationResponse({
    ...asked.expected,
    response: response as RegistrationResponseJSON,
  }).catch(() => null);
  if (!found?.verified) return null;
  const { id, publicKey, counter } = found.registrationInfo.credential;
  return { id, publicKey, counter, challenge: asked.seen() };
}

/** What a known passkey signed; null where anything about it is wrong. The user was verified by it. */
export async function readSigned<T extends StoredPasskey>(
  party: Party,
  ceremony: Ceremony,
  text: string,
  find: (id: string) => Promise<T | null>,
) {
  const response = parse(text);
  const passkey = response && (await find(response.id));
  if (!response || !passkey) return null;
  const asked = expectations(party, ceremony);
  const { id, counter } = passkey;
  const found = await verifyAuthenticationResponse({
    ...asked.expected,
    response: response as AuthenticationResponseJSON,
    credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter },
  }).catch(() => null);
  if (!found?.verified) return null;
  return { passkey, counter: found.authenticationInfo.newCounter, challenge: asked.seen() };
}

/** The library checks the rest of it, and throws at what it does not know. */
const shape = z.looseObject({ id: z.string().min(1).max(1_400) });

function parse(text: string) {
  try {
    const { data } = shape.safeParse(JSON.parse(text));
    return (data as unknown as AuthenticationResponseJSON | RegistrationResponseJSON) ?? null;
  } catch {
    return null;
  }
}

function expectations({ config, secrets, now }: Party, ceremony: Ceremony) {
  let seen = '';
  const expected = {
    expectedOrigin: config.origin.origin,
    expectedRPID: config.origin.hostname,
    requireUserVerification: true,
    expectedChallenge: (challenge: string) => {
      seen = challenge;
      return isChallengeOf(secrets, ceremony, now, challenge);
    },
  };
  return { expected, seen: () => seen };
}
