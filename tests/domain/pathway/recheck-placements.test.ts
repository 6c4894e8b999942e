import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsAt } from '#lib/domain/pathway/facts-at.ts';
import { type FindVersion, recheckPlacements } from '#lib/domain/pathway/recheck-placements.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { route } from '#lib/domain/routing/route.ts';
import { hashOf, type Placed, placedPathways } from './placed.ts';

const findIn =
  ({ hash, policy }: Pick<Placed, 'hash' | 'policy'>): FindVersion =>
  (asked) =>
    asked === hash ? { hash, policy } : 'lost';

const kindsOf = (placed: Placed, steps: readonly unknown[] = placed.steps) =>
  recheckPlacements({ ...placed, steps }, findIn(placed)).faults.map(({ kind }) => kind);

describe('the tripwire', () => {
  it('raises nothing on 1,000 ordinary pathways', () => {
    const ordinary = fc.sample(placedPathways, { numRuns: 1000, seed: 3 });
    let offers = 0;
    for (const placed of ordinary) {
      const checked = recheckPlacements(placed, findIn(placed));
      expect(checked.faults).toEqual([]);
      offers += checked.offers;
    }
    expect(offers).toBeGreaterThan(2000);
    // They ask of every fact: some are placed by a rule, some by the floor, some by nothing.
    const reasons = new Set(
      ordinary.flatMap(({ steps }) => steps.map(({ payload }) => payload['reason'])),
    );
    expect(reasons.size).toBeGreaterThan(4);
  });

  it.each([
    ['tier', (was: unknown) => (was === 'guidance' ? 'community' : 'guidance')],
    ['ruleId', (was: unknown) => `${was}x`],
    ['reason', (was: unknown) => (was === 'no_policy' ? 'policy' : 'no_policy')],
    ['crisisFloor', (was: unknown) => !was],
    ['alsoOpen', (was: unknown) => ((was as unknown[]).length > 0 ? [] : ['guidance'])],
  ] as const)('finds every offer whose %s was changed', (field, change) => {
    fc.assert(
      fc.property(placedPathways, fc.nat(), (placed, pick) => {
        const offers = placed.steps.filter(({ step }) => step === 'tier.offered');
        const victim = offers[pick % offers.length];
        const steps = placed.steps.map((one) =>
          one === victim
            ? { ...one, payload: { ...one.payload, [field]: change(one.payload[field]) } }
            : one,
        );
        return kindsOf(placed, steps).includes('offer');
      }),
      { numRuns: 300 },
    );
  });

  const [preset] = PRESETS;
  if (!preset) throw new Error('no preset');
  const hash = hashOf(preset.policy);
  const kept = { instrument: 'phq-9', occasion: 0, band: null, symptomClass: null, missing: 0 };
  const offer = { tier: 'community', ruleId: 'group-5-9', reason: 'policy', crisisFloor: false };
  const low: Placed = {
    policy: preset.policy,
    hash,
    steps: [
      {
        seq: 3,
        day: 1,
        step: 'screening.completed',
        origin: 'user',
        policyHash: null,
        payload: { ...kept, total: 7, item9: 0, difficulty: 1 },
      },
      {
        seq: 4,
        day: 1,
        step: 'tier.offered',
        origin: 'system',
        policyHash: hash,
        payload: { ...offer, occasion: 0, alsoOpen: ['guidance'] },
      },
    ],
    folded: { tierOffered: 'community', crisisFloor: false, offeredPolicy: hash },
  };
  const [completed, offered] = low.steps as [Placed['steps'][0], Placed['steps'][0]];
  const answering = (change: object) => [
    { ...completed, payload: { ...completed.payload, ...change } },
    offered,
  ];

  it('computes a check as a clinician would read it', () => {
    expect(kindsOf(low)).toEqual([]);
  });

  it('finds an answer that was changed so that the offer no longer follows', () => {
    expect(kindsOf(low, answering({ total: 12 }))).toEqual(['offer']);
    expect(kindsOf(low, answering({ item9: 1 }))).toEqual(['offer']);
    expect(kindsOf(low, answering({ item9: 'declined' }))).toEqual(['offer']);
    expect(kindsOf(low, answering({ total: null }))).toEqual(['offer']);
    expect(kindsOf(low, answering({ instrument: 'gad-7' }))).toEqual(['offer']);
    expect(kindsOf(low, answering({ occasion: 1 }))).toEqual(['offer']);
    expect(kindsOf(low, [offered])).toEqual(['offer']);
  });

  it('finds an offer that names another version, and leaves one whose version is lost', () => {
    const other = { ...low.policy, name: 'other', tables: PRESETS[2]?.policy.tables ?? [] };
    const find: FindVersion = (asked) => ({ hash: asked, policy: other });
    expect(recheckPlacements(low, find).faults.map(({ kind }) => kind)).toEqual(['offer']);
    expect(recheckPlacements(low, () => 'lost')).toEqual({ offers: 1, faults: [] });
    const none = { ...offered, policyHash: null };
    expect(kindsOf(low, [completed, none])).toEqual(['offer', 'row']);
  });

  it('says what each fault is about: all that the offer follows from, or what a page shows', () => {
    const wrong = answering({ total: 12 });
    const later = { ...completed, seq: 9, payload: { ...completed.payload, occasion: 1 } };
    const { faults } = recheckPlacements({ ...low, steps: [...wrong, later] }, findIn(low));
    expect(faults).toEqual([{ kind: 'offer', about: wrong }]);
    const folded = { ...low.folded, crisisFloor: true } as Placed['folded'];
    expect(recheckPlacements({ ...low, folded }, findIn(low)).faults).toEqual([
      { kind: 'row', about: [offered, folded] },
    ]);
  });

  it('reads what came before an offer, and nothing that came after', () => {
    const late = { ...completed.payload, instrument: 'gad-7', total: 21 };
    expect(kindsOf(low, [...low.steps, { ...completed, seq: 9, payload: late }])).toEqual([]);
    expect(kindsOf(low, [{ ...completed, payload: late }, ...low.steps])).toEqual(['offer']);
  });

  it('finds an offer without a check, also where it says what no check would say', () => {
    const said = route(
      factsAt([], { occasion: 0, day: 1, scores: [] }),
      findIn(low)(hash) as never,
    );
    const { tier, ruleId, reason, crisisFloor, alsoOpen } = said;
    const payload = { occasion: 0, tier, ruleId, reason, crisisFloor, alsoOpen };
    expect(kindsOf(low, [{ ...offered, payload }])).toContain('offer');
  });

  it('finds an offer that names a version nobody could be placed by', () => {
    const find: FindVersion = (asked) => ({ hash: asked, policy: { broken: true } });
    const safe = { tier: 'face_to_face', ruleId: null, reason: 'no_policy', crisisFloor: false };
    const payload = { ...safe, occasion: 0, alsoOpen: ['guidance', 'community'] };
    const steps = [completed, { ...offered, payload }];
    const folded = {
      tierOffered: 'face_to_face',
      crisisFloor: false,
      offeredPolicy: hash,
    } as const;
    expect(recheckPlacements({ steps, folded }, find).faults.map(({ kind }) => kind)).toEqual([
      'offer',
    ]);
  });

  it('finds a step that cannot be read', () => {
    expect(kindsOf(low, answering({ total: '7' }))).toEqual(['unreadable']);
    expect(kindsOf(low, [...low.steps, null])).toEqual(['unreadable']);
    expect(kindsOf(low, answering({ extra: true }))).toEqual(['unreadable']);
  });

  it('finds a page that shows another offer than the one on record', () => {
    for (const folded of [
      null,
      { ...low.folded, tierOffered: 'guidance' },
      { ...low.folded, crisisFloor: true },
      { ...low.folded, offeredPolicy: null },
    ]) {
      const stored = { ...low, folded: folded as Placed['folded'] };
      expect(recheckPlacements(stored, findIn(low)).faults.map(({ kind }) => kind)).toEqual([
        'row',
      ]);
    }
    expect(recheckPlacements({ steps: [], folded: null }, findIn(low))).toEqual({
      offers: 0,
      faults: [],
    });
  });

  it('tells the same fault by what it is about, whatever is recorded after it', () => {
    const wrong = answering({ total: 12 });
    const later = {
      ...completed,
      seq: 9,
      step: 'tier.decided',
      payload: { tier: 'guidance', decision: 'stepped_down', askAgainDays: null },
    };
    const about = (steps: readonly unknown[]) =>
      recheckPlacements({ ...low, steps }, findIn(low)).faults;
    expect(about([...wrong, later])).toEqual(about(wrong));
    expect(about(wrong)).not.toEqual(about(answering({ total: 13 })));
  });
});
