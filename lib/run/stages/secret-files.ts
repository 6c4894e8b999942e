import { createECDH, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicKeyOf } from '#lib/gateways/vault-box.ts';

interface StateKey {
  readonly id: string;
  readonly key: string;
}

export interface SecretFiles {
  readonly webFile: string;
  readonly workerFile: string;
  readonly passwords: {
    readonly owner: string;
    readonly web: string;
    readonly worker: string;
    readonly research: string;
  };
  /** Files that were not there: their keys are new. */
  readonly missing: readonly string[];
  /** Writes the files of web and worker. */
  save(): void;
}

export interface SecretPlaces {
  /** The data folder. */
  readonly data: string;
  /** Where the secrets of web are: in the data folder, or where HANDRAIL_SECRET_FILE says. */
  readonly webFile: string;
}

const newKey = () => randomBytes(32).toString('base64');
const newPassword = () => randomBytes(24).toString('hex');
const STATE_KEYS_KEPT = 3;

/**
 * Makes what is missing and keeps what is there: a lost pepper would lock every visitor out. One file
 * for each process, so that neither can read what only the other needs. Only the owner's file is written
 * at once, since the database is made with its password; the others once nothing speaks against it.
 */
export function prepareSecretFiles(places: SecretPlaces, today: string): SecretFiles {
  const folder = resolve(places.data, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const [webFile, workerFile] = [resolve(places.webFile), `${folder}/worker.json`];
  const missing = [webFile, workerFile].filter((file) => !existsSync(file));
  const web = complete(
    webFile,
    [
      ...['pepperLocator', 'pepperVerifier', 'pepperVisit'],
      ...['formKey', 'staffSessionKey', 'threadStaffKey'],
    ],
    ['databasePasswordWeb', 'databasePasswordResearch'],
  );
  const stateKeys = rotate((web['stateKeys'] ?? []) as readonly StateKey[], today);
  const worker = complete(
    workerFile,
    ['auditKey', 'vaultKey', 'vapidKey'],
    ['databasePasswordWorker'],
  );
  const ownerFile = `${folder}/owner.json`;
  const owner = complete(ownerFile, [], ['databasePasswordOwner']);
  write(ownerFile, owner);
  const passwords = {
    owner: String(owner['databasePasswordOwner']),
    web: String(web['databasePasswordWeb']),
    worker: String(worker['databasePasswordWorker']),
    research: String(web['databasePasswordResearch']),
  };
  const save = () => {
    write(webFile, { ...web, stateKeys, ...publicKeys(worker) });
    write(workerFile, worker);
  };
  return { webFile, workerFile, passwords, missing, save };
}

type Stored = Readonly<Record<string, unknown>>;

/** The halves of the worker's keys that web may know. */
function publicKeys(worker: Stored): Stored {
  const bytes = (name: string) => Buffer.from(String(worker[name]), 'base64');
  const vapid = createECDH('prime256v1');
  vapid.setPrivateKey(bytes('vapidKey'));
  return {
    vaultPublicKey: publicKeyOf(bytes('vaultKey')).toString('base64'),
    vapidPublicKey: vapid.getPublicKey().toString('base64url'),
  };
}

function complete(file: string, keys: readonly string[], passwords: readonly string[]): Stored {
  const stored = read(file);
  return {
    ...Object.fromEntries(keys.map((name) => [name, newKey()])),
    ...Object.fromEntries(passwords.map((name) => [name, newPassword()])),
    ...stored,
  };
}

function read(file: string): Stored {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as Stored;
  } catch {
    throw new Error(
      `${file} is damaged: put back its copy; a new one would lock every visitor out`,
    );
  }
}

/** A new key for what visitors carry, at most one a day; the ones before it still open what they sealed. */
function rotate(keys: readonly StateKey[], today: string): readonly StateKey[] {
  if (keys[0]?.id === today) return keys;
  return [{ id: today, key: newKey() }, ...keys].slice(0, STATE_KEYS_KEPT);
}

/** Never half a file: a new one takes the old one's place at once. */
function write(file: string, content: Stored): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
