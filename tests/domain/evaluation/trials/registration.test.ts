import { describe, expect, it } from 'vitest';
import { leastDifference } from '#lib/domain/evaluation/trials/judge.ts';
import {
  plannedPerArm,
  registrationSchema,
  templates,
} from '#lib/domain/evaluation/trials/registration.ts';
import { trialSize } from '#lib/domain/evaluation/trials/size.ts';
import { TODAY } from './counts.ts';

const [template] = templates(TODAY);
if (!template) throw new Error('no template');
const whole = { ...template, ethics: 'EC 2026-17' };
const reads = (changed: object) => registrationSchema.safeParse({ ...whole, ...changed }).success;

describe('a registration', () => {
  it.each(templates(TODAY))('holds as the template $code ships it', (one) => {
    expect(registrationSchema.parse(one)).toEqual(one);
  });

  it('ships the default comparison: plan against page among intenders, feedback alone as control', () => {
    expect(template.population.intentionFrom).toBe(5);
    expect(template.primary).toEqual({ outcome: 'attended', days: 30 });
    expect(template.arms.map(({ way }) => way)).toEqual([
      'if-then-plan',
      'information-page',
      'feedback-only',
    ]);
  });

  it.each([
    ['a severe total', { population: { ...whole.population, bands: ['severe'] } }],
    ['an answer to question 9', { population: { ...whole.population, item9: [1] } }],
    ['which step is offered', { arms: [{ way: 'guidance', version: 1, share: 50 }] }],
    ['the help page', { arms: [{ way: 'safety.shown', version: 1, share: 50 }] }],
    ['a safety outcome of its own', { safety: 'none' }],
    ['nothing about ethics', { ethics: ' ' }],
    ['one arm', { arms: [{ way: 'if-then-plan', version: 1, share: 99 }] }],
    ['shares that are no whole', { arms: whole.arms.map((arm) => ({ ...arm, share: 20 })) }],
    ['one way twice', { arms: [whole.arms[0], { ...whole.arms[0], share: 66 }] }],
    ['a horizon off the grid', { primary: { outcome: 'attended', days: 31 } }],
    ['several looks of a single analysis', { analysis: 'fixed', looks: 4 }],
    ['a key that nobody knows', { note: 'x' }],
  ])('cannot say %s', (_what, changed) => {
    expect(reads({})).toBe(true);
    expect(reads(changed)).toBe(false);
  });
});

// R 4.2.2, power.prop.test: the figures of measurement.md E20.
describe('the calculator', () => {
  const size = (perArm: number, difference = 10) =>
    trialSize({
      control: '30',
      perArm: String(perArm),
      difference: String(difference),
      power: '80',
    });

  it.each([
    [100, 0.193],
    [250, 0.12],
    [500, 0.084],
    [1000, 0.059],
  ])('says for %i people in each arm that %f is the least to show', (n, least) => {
    expect(size(n)?.least).toBeCloseTo(least, 3);
  });

  it('says how many the effect of Sheeran et al. takes, and how many three points', () => {
    const shares = { perArm: '1', power: '80' };
    expect(trialSize({ ...shares, control: '63', difference: '12' })?.perArm).toBe(232);
    expect(trialSize({ ...shares, control: '10', difference: '3' })?.perArm).toBe(1774);
  });

  it('says nothing to what is no number', () => {
    expect(trialSize({ control: 'x', perArm: '1', difference: '1', power: '80' })).toBeNull();
    expect(trialSize({ control: '0', perArm: '1', difference: '1', power: '80' })).toBeNull();
    expect(size(100, 80)?.perArm).toBeNull();
  });

  it('is what a registration shows of its own number', () => {
    const arms = [
      { way: 'if-then-plan', version: 1, share: 50 },
      { way: 'feedback-only', version: 1, share: 50 },
    ] as const;
    const plan = { ...whole, arms: [...arms], planned: 500, analysis: 'fixed' as const };
    expect(plannedPerArm(plan)).toBe(250);
    // Of exact counts it would be 12.0 points.
    expect(leastDifference(plan)).toBeCloseTo(0.143, 3);
    // With many people rounding hardly matters.
    expect(leastDifference({ ...plan, planned: 50_000 })).toBeCloseTo(0.0118, 3);
  });

  it('is larger where it may be looked at any time, as both templates are: 15.8 points, not 9.5', () => {
    const least = templates(TODAY).map(leastDifference);
    expect(least[1]).toBeCloseTo(0.158, 3);
    expect(least[0]).toBeCloseTo(0.157, 3);
    expect(leastDifference({ ...(templates(TODAY)[1] ?? whole), analysis: 'fixed' })).toBeCloseTo(
      0.095,
      3,
    );
    const looks = { ...whole, analysis: 'group_sequential', looks: 4 } as const;
    // The last of four O'Brien-Fleming boundaries is 2.014 instead of 1.960.
    expect(leastDifference(looks)).toBeCloseTo(0.097, 3);
    expect(leastDifference({ ...whole, planned: 20 })).toBeNull();
  });
});
