import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import {
  appendActivation,
  appendApproval,
  findLivePolicy,
  findPolicy,
  findPolicyVersion,
  insertPolicy,
  listPolicyStarts,
  listStoredPolicies,
} from '#lib/store/policies.ts';
import { insertStaff } from '#lib/store/staff/staff.ts';
import { testDatabase } from '#tests/support/database.ts';

const { db } = testDatabase();
const at = Date.now() as Instant;
const document = { name: 'new', rules: [] };
const HASH = createHash('sha256').update(canonicalPolicy(document)).digest('hex');

async function clinician(email: string): Promise<StaffId> {
  const person = { name: email, roles: ['clinician'], languages: ['en'] } as const;
  const secrets = { passwordHash: 'x', totpSealed: null };
  const id = await insertStaff(db, { ...person, ...secrets, email, now: at });
  if (!id) throw new Error('taken');
  return id;
}

test('a version goes live only after someone else approved it, and its text never changes', async () => {
  const [author, second] = [await clinician('a@example.org'), await clinician('b@example.org')];
  const before = await findLivePolicy(db);
  expect(await insertPolicy(db, { hash: HASH, document, name: 'new', authorId: author, at })).toBe(
    true,
  );
  expect(
    await insertPolicy(db, { hash: HASH, document: {}, name: 'x', authorId: author, at }),
  ).toBe(false);
  expect(await findPolicyVersion(db, HASH)).toMatchObject({ state: 'proposed', name: 'new' });
  const approve = (staffId: StaffId | null) =>
    appendApproval(db, { hash: HASH, staffId, decision: 'approved', note: '', at });
  await expect(appendActivation(db, { hash: HASH, staffId: second, at })).rejects.toThrow(
    /approved/,
  );
  await expect(approve(author)).rejects.toThrow(/other than its author/);
  await expect(approve(null)).rejects.toThrow(/other than its author/);
  await approve(second);
  expect(await findPolicyVersion(db, HASH)).toMatchObject({ state: 'approved' });
  await appendActivation(db, { hash: HASH, staffId: second, at });
  expect(await findLivePolicy(db)).toEqual({ hash: HASH, policy: document });
  expect(await findPolicyVersion(db, before?.hash ?? '')).toMatchObject({ state: 'retired' });
  expect(await findPolicy(db, before?.hash ?? '')).toEqual(before);
});

test('published versions are listed with the moment from which on each first acted', async () => {
  const names = async () => (await listPolicyStarts(db)).map(({ hash, from }) => ({ hash, from }));
  const first = (await names())[0];
  expect(first?.from).toBeLessThanOrEqual(at);
  expect(await names()).toEqual([first, { hash: HASH, from: at }]);
  const staffId = await clinician('d@example.org');
  await appendActivation(db, {
    hash: HASH,
    staffId,
    at: (at + 1) as Instant,
    from: (at + 9) as Instant,
  });
  expect(await names()).toEqual([first, { hash: HASH, from: at }]);
});

test('a version is read inside a transaction without a query waiting on another one', async () => {
  const warned: string[] = [];
  const listen = ({ message }: Error) => warned.push(message);
  process.on('warning', listen);
  const read = await db.$transaction((tx) => findPolicyVersion(tx, HASH));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(read).toMatchObject({ author: {}, decisions: [{}], activations: [{}, {}] });
  expect(warned).toEqual([]);
});

test('a version that is no longer what its hash says is none', async () => {
  const other = { ...document, name: 'other' };
  const hash = createHash('sha256').update(canonicalPolicy(other)).digest('hex');
  const authorId = await clinician('c@example.org');
  const stored = { ...other, rules: ['changed'] };
  await insertPolicy(db, { hash, document: stored, name: 'other', authorId, at });
  expect(await findPolicy(db, hash)).toBeNull();
  const versions = await listStoredPolicies(db);
  expect(versions.get(hash)).toBeNull();
  expect(versions.get(HASH)).toEqual(document);
});
