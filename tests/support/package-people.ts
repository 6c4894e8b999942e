// People with long ways through the service, for the research package: random, and the same for a seed.
import { randomUUID } from 'node:crypto';
import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { Tx } from '#lib/store/client.ts';
import { beginPathway, recordSteps } from '#lib/store/record-steps.ts';
import { completed, consent, newPathwayId, offered, started, viewed } from './screened.ts';

/** A generator of numbers in [0, 1) that a test can repeat (mulberry32, Tommy Ettinger 2017, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BANDS = ['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'] as const;
const step = <S extends NewTransition['step']>(
  name: S,
  payload: Extract<NewTransition, { step: S }>['payload'],
  origin = 'user',
) => ({ step: name, origin, policyHash: null, payload }) as unknown as NewTransition;

function intention(strength: number, phase: 'before_result' | 'after_step'): NewTransition {
  return step('intention.stated', { target: 'face_to_face', horizonDays: 30, strength, phase });
}

type Later = readonly (readonly [number, () => NewTransition])[];

/** What may follow a result, each with how likely it is. */
function laterSteps(random: () => number): Later {
  const tier = TIERS[Math.floor(random() * 3)] ?? 'guidance';
  const attended = (yes: boolean, evidence: 'self_report' | 'code') =>
    step(
      'attendance.recorded',
      { attended: yes, evidence, mode: null },
      evidence === 'code' ? 'staff' : 'user',
    );
  return [
    [0.6, () => step('tier.decided', { tier, decision: 'accepted', askAgainDays: null })],
    [0.2, () => intention(1 + Math.floor(random() * 7), 'after_step')],
    [0.3, () => step('guidance.requested', {})],
    [0.2, () => step('guidance.answered', { hours: '0-24' }, 'staff')],
    [0.4, () => step('referral.opened', { serviceId: 'x' })],
    [
      0.3,
      () =>
        step('plan.made', { tier, when: '4-7', hasWhere: true, ownWords: false, reminder: 'none' }),
    ],
    [0.2, () => step('appointment.booked', { waitDays: null })],
    [0.3, () => attended(true, 'self_report')],
    [0.1, () => attended(false, 'self_report')],
    [0.2, () => attended(true, 'self_report')],
    [0.2, () => attended(true, 'code')],
    [
      0.2,
      () =>
        step('checkin.answered', {
          due: 14,
          went: 'not_yet',
          why: null,
          sought: [],
          needMet: null,
          strength: 4,
          waitingNow: null,
        }),
    ],
    [0.1, () => step('tier.decided', { tier: null, decision: 'declined', askAgainDays: null })],
    [0.05, () => step('pathway.closed', { reason: 'withdrawn' })],
  ];
}

/** The same of people who say no, now or for good, come back or not, and withdraw. */
export function leavingSteps(random: () => number): Later {
  const notToday = () => {
    const askAgainDays = random() < 0.4 ? 14 : null;
    return step('tier.decided', { tier: null, decision: 'declined', askAgainDays });
  };
  return [
    [0.5, notToday],
    [0.2, () => step('referral.opened', { serviceId: 'x' })],
    [0.2, () => intention(1 + Math.floor(random() * 7), 'before_result')],
    [0.5, notToday],
    [0.2, () => step('appointment.booked', { waitDays: null })],
    [0.4, () => step('pathway.closed', { reason: 'withdrawn' })],
  ];
}

/** One person who began on `start`; what a guard refuses is left out. */
export async function walkOne(
  tx: Tx,
  start: Day,
  random: () => number,
  later = laterSteps,
): Promise<PathwayId> {
  const id = newPathwayId();
  let today = start;
  const record = (all: readonly NewTransition[]) =>
    recordSteps(tx, { id, key: randomUUID(), today }, () => all).catch(() => undefined);
  await beginPathway(tx, { id, key: randomUUID(), today }, [
    consent(['service', 'research']),
    started(),
  ]);
  if (random() < 0.1) return id;
  const withheld = random() < 0.1;
  const total = Math.floor(random() * 20);
  const band = BANDS[Math.min(4, Math.floor(total / 5))] ?? 'severe';
  await record([
    completed(withheld ? { total: null, band: null } : { total, band }),
    offered({ tier: 'face_to_face' }),
  ]);
  if (random() < 0.8) await record([intention(1 + Math.floor(random() * 7), 'before_result')]);
  await record([viewed]);
  for (const [likely, make] of later(random)) {
    if (random() >= likely) continue;
    today = (today + Math.floor(random() * 12)) as Day;
    await record([make()]);
  }
  return id;
}
