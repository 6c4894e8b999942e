import type { PathwayId, StaffId } from '#lib/domain/basics/ids.ts';
import { hmac, sha256Hex } from './hashes.ts';
import { deriveKey, type Key, open, seal, secretKey } from './seal.ts';
import type { WebSecrets } from './secrets.ts';

/** One purpose, one key: none opens or tells what another one does. */
type Purpose = 'text' | 'author' | 'tag' | 'report' | 'ban' | 'note';

const keys = new WeakMap<WebSecrets, Map<Purpose, Key>>();

function keyFor(secrets: WebSecrets, purpose: Purpose): Key {
  const known = keys.get(secrets) ?? new Map<Purpose, Key>();
  keys.set(secrets, known);
  const key =
    known.get(purpose) ?? secretKey(deriveKey(secrets.threadStaffKey, `group ${purpose}`));
  known.set(purpose, key);
  return key;
}

/** By which a person's posts in one topic are found; the same person has another one in every topic. */
export function authorTag(secrets: WebSecrets, pathwayId: PathwayId, topicId: string): Buffer {
  return hmac(keyFor(secrets, 'tag'), `${pathwayId}|${topicId}`);
}

/** A text of a post, also one that waits in its place. */
export function sealPost(secrets: WebSecrets, postId: string, text: string): Buffer {
  return seal(keyFor(secrets, 'text'), `post|${postId}`, Buffer.from(text, 'utf8'));
}

export function openPost(secrets: WebSecrets, postId: string, sealed: Uint8Array): string {
  return textOf(open(keyFor(secrets, 'text'), `post|${postId}`, sealed));
}

/** Names one sealed text: sealed anew, the same words have another name. */
export function nameOfText(sealed: Uint8Array): string {
  return sha256Hex(sealed);
}

/** Whose a post is, for a ban alone. */
export function sealAuthor(secrets: WebSecrets, postId: string, pathwayId: PathwayId): Buffer {
  return seal(keyFor(secrets, 'author'), `author|${postId}`, Buffer.from(pathwayId, 'utf8'));
}

export function openAuthor(secrets: WebSecrets, postId: string, sealed: Uint8Array): PathwayId {
  return textOf(open(keyFor(secrets, 'author'), `author|${postId}`, sealed)) as PathwayId;
}

/** What somebody added to a report or an appeal. */
export function sealWords(secrets: WebSecrets, postId: string, text: string): Buffer {
  return seal(keyFor(secrets, 'report'), `words|${postId}`, Buffer.from(text, 'utf8'));
}

export function openWords(secrets: WebSecrets, postId: string, sealed: Uint8Array): string {
  return textOf(open(keyFor(secrets, 'report'), `words|${postId}`, sealed));
}

/** Whose posting a ban ended, so that it can be taken back. */
export function sealBanned(secrets: WebSecrets, banId: string, pathwayId: PathwayId): Buffer {
  return seal(keyFor(secrets, 'ban'), `ban|${banId}`, Buffer.from(pathwayId, 'utf8'));
}

export function openBanned(secrets: WebSecrets, banId: string, sealed: Uint8Array): PathwayId {
  return textOf(open(keyFor(secrets, 'ban'), `ban|${banId}`, sealed)) as PathwayId;
}

/** What a moderator keeps for themselves. */
export function sealOwnNote(secrets: WebSecrets, id: StaffId, text: string): Buffer {
  return seal(keyFor(secrets, 'note'), `note|${id}`, Buffer.from(text, 'utf8'));
}

export function openOwnNote(secrets: WebSecrets, id: StaffId, sealed: Uint8Array): string {
  return textOf(open(keyFor(secrets, 'note'), `note|${id}`, sealed));
}

/** @throws where it does not open: a text that is missing must not look like one that is empty. */
function textOf(plain: Buffer | null): string {
  if (plain === null) throw new Error('A sealed text of the group does not open');
  return plain.toString('utf8');
}
