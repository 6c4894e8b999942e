import { createSecretKey, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armAt, isEligible, stratumOf } from '#lib/domain/evaluation/trials/assign.ts';
import { isUneven } from '#lib/domain/evaluation/trials/judge.ts';
import { COMPARED_BANDS, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import { trialPoint } from '#lib/gateways/trial-arm.ts';
import { countsOf, TODAY } from './counts.ts';

const TEXT = 'with-chance';
const [trial] = templates(TODAY);
if (!trial) throw new Error('no template');
const { arms } = trial;

const fits: PathwayRow = {
  ...EMPTY_ROW,
  researchConsent: true,
  consentText: TEXT,
  crisisFloor: false,
  item9: 0,
  band: 'moderate',
  locale: 'en',
  tierDecided: 'face_to_face',
  viewedDay: 1,
  intentionBefore: 6,
};

describe('who belongs to a comparison', () => {
  it('is who fits in everything', () => {
    expect(isEligible(trial, fits, [TEXT])).toBe(true);
  });

  it.each<[string, Partial<PathwayRow>]>([
    ['did not agree to research', { researchConsent: false }],
    ['agreed to a text that says nothing of chance', { consentText: 'plain' }],
    ['is under the crisis floor', { crisisFloor: true }],
    ['was offered nothing', { crisisFloor: null }],
    ['answered question 9 with 1', { item9: 1 }],
    ['answered question 9 with 3', { item9: 3 }],
    ['left question 9 open', { item9: 'declined' }],
    ['was not asked question 9', { item9: null }],
    ['has a severe total', { band: 'severe' }],
    ['has no total', { band: null }],
    ['chose another step', { tierDecided: 'guidance' }],
    ['chose nothing', { tierDecided: null }],
    ['has not seen the result', { viewedDay: null }],
    ['made a plan before', { plannedDay: 1 }],
    ['went already', { attendedSelfDay: 1 }],
    ['went already, by the code', { attendedCodeDay: 1 }],
    ['does not mean to go', { intentionBefore: 4 }],
    ['did not mean to go when first asked', { intentionBefore: 3, intentionAfter: 7 }],
    ['was never asked', { intentionBefore: null }],
    ['is closed', { closedDay: 2 }],
  ])('is nobody who %s', (_why, changed) => {
    expect(isEligible(trial, { ...fits, ...changed }, [TEXT])).toBe(false);
  });

  it('is nobody at all outside of question 9 answered with 0, whatever else is true', () => {
    const any = fc.record({
      crisisFloor: fc.constantFrom(true, false, null),
      item9: fc.constantFrom<PathwayRow['item9']>(0, 1, 2, 3, 'declined', null),
      band: fc.constantFrom<PathwayRow['band']>(...COMPARED_BANDS, 'severe', null),
      intentionBefore: fc.constantFrom(null, 1, 5, 7),
      intentionAfter: fc.constantFrom(null, 1, 5, 7),
    });
    fc.assert(
      fc.property(any, (changed) => {
        const safe = changed.item9 === 0 && changed.crisisFloor === false;
        return safe || !isEligible(trial, { ...fits, ...changed }, [TEXT]);
      }),
    );
  });
});

describe('the arm of a person', () => {
  const secrets = { formKey: createSecretKey(Buffer.alloc(32, 7)) };
  const HASH = 'a'.repeat(64);
  const point = (pathwayId: string, hash = HASH, stratum = stratumOf(fits)) =>
    trialPoint(secrets, hash, { stratum, pathwayId });

  it('is the same again, and another in another registration or stratum', () => {
    const id = randomUUID();
    expect(point(id)).toBe(point(id));
    expect(point(id, 'b'.repeat(64))).not.toBe(point(id));
    expect(point(id, HASH, 'mild.en')).not.toBe(point(id));
  });

  it('falls as planned over 10,000 people, in each of 12 strata too', () => {
    const strata = COMPARED_BANDS.flatMap((band) =>
      (['en', 'zh-hans', 'zh-hant'] as const).map((locale) => stratumOf({ band, locale })),
    );
    const seen = strata.map(() => arms.map(() => 0));
    // Fixed ids, so that this holds for ever or never.
    for (let n = 0; n < 10_000; n += 1) {
      const k = n % strata.length;
      const arm = armAt(arms, point(`person ${n}`, HASH, strata[k] ?? ''));
      const row = seen[k] as number[];
      const at = arms.indexOf(arm);
      row[at] = (row[at] ?? 0) + 1;
    }
    const total = arms.map((_arm, i) => seen.reduce((sum, row) => sum + (row[i] ?? 0), 0));
    expect(total.reduce((sum, n) => sum + n, 0)).toBe(10_000);
    // Three standard deviations of a binomial count with a share of about a third: 3 * 47.
    total.forEach((n, i) => {
      expect(Math.abs(n - (arms[i]?.share ?? 0) * 100)).toBeLessThan(142);
    });
    expect(isUneven(countsOf(total.map((assigned) => ({ assigned }))), arms)).toBe(false);
    for (const row of seen) {
      expect(isUneven(countsOf(row.map((assigned) => ({ assigned }))), arms)).toBe(false);
    }
  });

  it('is at each point the one whose share covers it', () => {
    const two = [
      { way: 'if-then-plan', version: 1, share: 30 },
      { way: 'feedback-only', version: 1, share: 70 },
    ] as const;
    expect([0, 0.299, 0.3, 0.999].map((at) => armAt([...two], at).way)).toEqual([
      'if-then-plan',
      'if-then-plan',
      'feedback-only',
      'feedback-only',
    ]);
  });
});
