import { createHmac, randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { PackageFile } from '#lib/domain/evaluation/package/column.ts';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { padsOf } from '#lib/gateways/study-keys.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { withPackageSource } from '#lib/store/research/package.ts';
import { listServices } from '#lib/store/services.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { stateIntention } from '#lib/usecases/visitor/check/state-intention.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { declineStep } from '#lib/usecases/visitor/next/decline-step.ts';
import { openService } from '#lib/usecases/visitor/next/open-service.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { testDatabase } from '../../support/database.ts';
import { answered, visit } from '../visitor/visit.ts';

const test = testDatabase();
const research = openResearch({ url: test.urls.research });
afterAll(() => closeResearch(research));

const strength = fc.option(fc.integer({ min: 1, max: 7 }));
const check = fc.record({
  items: fc.array(fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3), { minLength: 8, maxLength: 8 }),
  item9: fc.constantFrom<1 | 2 | 3 | 'declined'>(1, 2, 3, 'declined'),
  before: strength,
  views: fc.boolean(),
  chooses: fc.constantFrom(...TIERS, 'not today', 'not at all', 'nothing'),
  after: strength,
  opens: fc.boolean(),
  gap: fc.nat({ max: 40 }),
});
type Walk = typeof check extends fc.Arbitrary<infer T> ? T : never;

/** Other answers with the same total (or, where question 9 was left out, as little of one). */
function withoutThoughts({ items, item9 }: Walk): readonly ItemAnswer[] | null {
  if (item9 === 'declined') return ['declined', ...items.slice(1), 0];
  let left: number = item9;
  const raised = items.map((item) => {
    const more = Math.min(3 - item, left);
    left -= more;
    return item + more;
  });
  return left > 0 ? null : ([...raised, 0] as readonly ItemAnswer[]);
}

/** Who says no to every step, and not to ask again. */
const LEAVING: readonly Walk[] = ([0, 1, 2] as const).map((item) => ({
  items: [item, 0, 1, 0, 0, 0, 0, 0],
  item9: 1,
  before: 6,
  views: true,
  chooses: 'not at all',
  after: null,
  opens: false,
  gap: 3,
}));

/** One person who takes the steps of the walks, with question 9 answered or not. */
async function walk(walks: readonly Walk[], thoughts: boolean): Promise<PathwayId> {
  const visitor = await visit(test.db);
  let today = visitor.post().today;
  const post = () => ({ ...visitor.post(), today });
  await setResearchConsent(post(), true);
  for (const one of walks) {
    const items = thoughts ? [...one.items, one.item9] : withoutThoughts(one);
    await submitScreening(post(), answered(visitor, items ?? []));
    if (one.before !== null) await stateIntention(post(), 'before_result', one.before);
    if (one.views) await viewNextStep(post());
    today = (today + one.gap) as Day;
    await goOn(post, one);
  }
  return visitor.session.pathwayId;
}

async function goOn(post: () => VisitorContext, { chooses, after, opens }: Walk): Promise<void> {
  const [service] = await listServices(test.db);
  if (chooses === 'not today') await declineStep(post(), 14);
  else if (chooses === 'not at all') await declineStep(post(), null);
  else if (chooses !== 'nothing') await chooseStep(post(), chooses);
  if (after !== null) await stateIntention(post(), 'after_step', after);
  if (opens && service) await openService(post(), service.id);
}

const key = randomBytes(32);
const nameOf = (id: PathwayId) =>
  createHmac('sha256', key)
    .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
    .digest('hex')
    .slice(0, 20);

/** As fine as any package can be, long after the last step. */
async function rowsByPerson(file: PackageFile) {
  const keys = { study: padsOf(key), mark: padsOf(key), cutoff: '2027-11-23' };
  const shape = { tier: 'controlled', without: [], levels: {}, comparisons: [] } as const;
  const csv = await withPackageSource(research, keys, (source) =>
    text(source.rows(file, shape, EVERYBODY)),
  );
  const lines = csv.trimEnd().split('\n').slice(1);
  return (id: PathwayId) =>
    lines.filter((line) => line.startsWith(nameOf(id))).map((line) => line.slice(24));
}

/**
 * Twins: the same totals and the same steps, and only one of the two with thoughts of death or self-harm.
 * Whoever holds both files, every policy included, must see the same rows of both.
 */
it('nothing in the research files tells who answered question 9 above "not at all"', async () => {
  const sound = check.filter((one) => withoutThoughts(one) !== null);
  const people = fc.sample(fc.array(sound, { minLength: 1, maxLength: 2 }), {
    numRuns: 40,
    seed: 9,
  });
  const twins: (readonly [PathwayId, PathwayId])[] = [];
  for (const walks of [...people, ...LEAVING.map((one) => [one])])
    twins.push([await walk(walks, true), await walk(walks, false)]);
  const pathways = await rowsByPerson('pathways');
  const transitions = await rowsByPerson('transitions');
  const screenings = await rowsByPerson('screenings');
  let [raised, out] = [0, 0];
  for (const [one, other] of twins) {
    expect(pathways(one)).toHaveLength(1);
    expect(transitions(one).length).toBeGreaterThan(3);
    expect(pathways(one)).toEqual(pathways(other));
    expect(transitions(one)).toEqual(transitions(other));
    expect(screenings(one)).toEqual(screenings(other));
    const [a, b] = [await readPathway(test.db, one, null), await readPathway(test.db, other, null)];
    expect([a?.row.crisisFloor, b?.row.crisisFloor]).toEqual([true, false]);
    if (a?.row.tierOffered === b?.row.tierOffered) continue;
    raised += 1;
    if (pathways(one)[0]?.includes(',stepped_out,')) out += 1;
  }
  // Not because the two were offered the same.
  expect(raised).toBeGreaterThan(5);
  expect(out).toBeGreaterThanOrEqual(LEAVING.length);
});

it('every step may be chosen whatever was offered, so a chosen step proves no offer', async () => {
  for (const item9 of [0, 1] as const) {
    for (const tier of TIERS) {
      const visitor = await visit(test.db);
      await submitScreening(visitor.post(), answered(visitor, [0, 0, 0, 0, 0, 0, 0, 2, item9]));
      await viewNextStep(visitor.post());
      await chooseStep(visitor.post(), tier);
      const stored = await readPathway(test.db, visitor.session.pathwayId, null);
      expect(stored?.row.tierDecided).toBe(tier);
    }
  }
});
