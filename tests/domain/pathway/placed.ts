// Pathways as an ordinary service records them, placed by a rule written a second time.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FoldedOffer } from '#lib/domain/pathway/recheck-placements.ts';
import type { Facts } from '#lib/domain/routing/facts.ts';
import { canonicalPolicy, type Policy } from '#lib/domain/routing/policy.ts';
import { route } from '#lib/domain/routing/route.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import { rulePolicies } from '../routing/generated-policies.ts';

type Step = Record<string, unknown> & { payload: Record<string, unknown> };

export interface Placed {
  readonly policy: Policy;
  readonly hash: string;
  readonly steps: readonly Step[];
  readonly folded: FoldedOffer;
}

export const hashOf = (policy: unknown) =>
  createHash('sha256').update(canonicalPolicy(policy)).digest('hex');

const form = fc.record({
  instrument: fc.constantFrom('phq-9', 'gad-7', 'phq-4'),
  total: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 }),
});
const visit = fc.record({
  forms: fc.uniqueArray(form, { minLength: 1, maxLength: 2, selector: (one) => one.instrument }),
  item9: fc.constantFrom<Score['item9'][]>(0, 0, 0, 0, 1, 3, 'declined'),
  difficulty: fc.constantFrom<Score['difficulty'][]>(0, 1, 2, 3, null),
  gap: fc.nat(40),
  /** 'no': nothing was decided; null: not today. */
  chosen: fc.constantFrom<(Tier | null | 'no')[]>(...TIERS, null, 'no'),
  placed: fc.constantFrom('policy', 'policy', 'policy', 'none'),
});

type Visit = typeof visit extends fc.Arbitrary<infer V> ? V : never;

/** What is remembered from one visit to the next. */
class Book {
  readonly steps: Step[] = [];
  readonly #totals = new Map<string, number | null>();
  #step: { readonly tier: Tier; readonly day: number } | null = null;
  #day = 1;
  folded: FoldedOffer = null;

  add(name: string, payload: Record<string, unknown>, more: object = {}): void {
    const origin = name === 'tier.offered' ? 'system' : 'user';
    // Other steps stand between these.
    const seq = 3 * this.steps.length + 2;
    this.steps.push({
      seq,
      day: this.#day,
      step: name,
      origin,
      policyHash: null,
      payload,
      ...more,
    });
  }

  /** The facts of a visit, whose checks are recorded on the way. */
  check(occasion: number, { forms, item9, difficulty, gap }: Visit): Facts {
    this.#day += gap;
    const change: Record<string, number> = {};
    for (const { instrument, total } of forms) {
      const last = this.#totals.get(instrument) ?? null;
      if (total !== null && last !== null) change[instrument] = total - last;
      this.#totals.set(instrument, total);
      const rest = { band: null, symptomClass: null, missing: 0 };
      this.add('screening.completed', { instrument, occasion, total, item9, difficulty, ...rest });
    }
    const rest = { band: null, subscales: {}, result: null, symptomClass: null, missing: 0 };
    const crisis = item9 !== 0;
    const scores = forms.map((one) => ({ ...one, ...rest, item9, difficulty, crisis }));
    const on = this.#step;
    const step = on && { tier: on.tier, days: Math.min(365, this.#day - on.day) };
    return { scores, recheck: occasion > 0, change, step, care: null, signs: null };
  }

  choose(tier: Tier | null): void {
    this.add('tier.decided', { tier, decision: 'accepted', askAgainDays: null });
    if (tier !== null) this.#step = { tier, day: this.#day };
  }
}

export const placedPathways: fc.Arbitrary<Placed> = fc
  .tuple(rulePolicies, fc.array(visit, { minLength: 1, maxLength: 4 }))
  .map(([policy, visits]) => {
    const hash = hashOf(policy);
    const book = new Book();
    for (const [occasion, one] of visits.entries()) {
      const facts = book.check(occasion, one);
      const placement = route(facts, one.placed === 'none' ? null : { policy, hash });
      const { tier, ruleId, reason, crisisFloor, alsoOpen, policyHash } = placement;
      const offer = { occasion, tier, ruleId, reason, crisisFloor, alsoOpen };
      book.add('tier.offered', offer, { policyHash });
      book.folded = { tierOffered: tier, crisisFloor, offeredPolicy: policyHash };
      if (one.chosen !== 'no') book.choose(one.chosen);
    }
    return { policy, hash, steps: book.steps, folded: book.folded };
  });
