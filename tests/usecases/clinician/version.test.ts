import { expect, it } from 'vitest';
import { listPolicyVersions } from '#lib/store/policies.ts';
import { approvePolicy } from '#lib/usecases/clinician/approve-policy.ts';
import { returnPolicy } from '#lib/usecases/clinician/return-policy.ts';
import { testDatabase } from '../../support/database.ts';
import { deskOf } from './desk.ts';

const test = testDatabase({ connections: 12 });
const { as, clinician, proposed, approval, goLive } = deskOf(test.db);

it('a version is approved once when two clinicians do so in the same moment', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [author, b, c] = [await clinician(), await clinician(), await clinician()];
    const hash = await proposed(author);
    const given = await approval(hash);
    const both = await Promise.all(
      [b, c].map((p) => approvePolicy(as(p, 'policy:approve'), given)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: 'decided' });
    const version = (await listPolicyVersions(test.db)).find((v) => v.hash === hash);
    expect(version?.decisions).toHaveLength(1);
  }
});

it('a version is compared anew where another went live while it was read', async () => {
  const [author, b, c] = [await clinician(), await clinician(), await clinician()];
  const [one, two] = [await proposed(author), await proposed(author)];
  const seen = await approval(two);
  await goLive(b, one);
  expect(await approvePolicy(as(c, 'policy:approve'), seen)).toEqual({ ok: false, error: 'moved' });
  expect(await approvePolicy(as(c, 'policy:approve'), await approval(two))).toMatchObject({
    ok: true,
  });
});

it('a version has one effect however often the approval is posted', async () => {
  const [author, second] = [await clinician(), await clinician()];
  const hash = await proposed(author);
  const ctx = as(second, 'policy:approve');
  const given = await approval(hash);
  const all = await Promise.all(Array.from({ length: 5 }, () => approvePolicy(ctx, given)));
  expect(all.every(({ ok }) => ok)).toBe(true);
  const version = (await listPolicyVersions(test.db)).find((v) => v.hash === hash);
  expect(version?.decisions).toHaveLength(1);
});

it('a version that was returned never goes live', async () => {
  const [author, second] = [await clinician(), await clinician()];
  const hash = await proposed(author);
  const note = 'Row 2 is too wide.';
  expect(await returnPolicy(as(author, 'policy:approve'), { hash, note })).toMatchObject({
    error: 'own',
  });
  expect(await returnPolicy(as(second, 'policy:approve'), { hash, note: ' ' })).toMatchObject({
    error: 'no_note',
  });
  for (let i = 0; i < 2; i += 1) {
    expect(await returnPolicy(as(second, 'policy:approve'), { hash, note })).toMatchObject({
      ok: true,
    });
  }
  expect(await approvePolicy(as(second, 'policy:approve'), await approval(hash))).toMatchObject({
    error: 'decided',
  });
  const version = (await listPolicyVersions(test.db)).find((v) => v.hash === hash);
  expect(version).toMatchObject({ state: 'returned', decisions: [{ note }] });
});

it('a version needs a note, and a hash that exists', async () => {
  const [author, second] = [await clinician(), await clinician()];
  const hash = await proposed(author);
  const ctx = as(second, 'policy:approve');
  const given = await approval(hash);
  expect(await approvePolicy(ctx, { ...given, note: ' ' })).toMatchObject({ error: 'no_note' });
  const long = { ...given, note: 'x'.repeat(901) };
  expect(await approvePolicy(ctx, long)).toMatchObject({ error: 'too_long' });
  const none = { ...given, hash: 'f'.repeat(64) };
  expect(await approvePolicy(ctx, none)).toMatchObject({ error: 'gone' });
  expect(await approvePolicy(ctx, { ...given, hash: 'x\u0000' })).toMatchObject({
    error: 'gone',
  });
});
