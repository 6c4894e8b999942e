// From what gets in the way to a kept plan, a visit code, a check-in and a plan for hard times.
import { expect } from '@playwright/test';
import { SAFETY_PARTS } from '#lib/domain/plan/safety-plan.ts';
import { PLAN_POSTS } from '../../../support/plan.ts';
import { DESK } from '../staff-walk.ts';
import type { Poster } from './posts.ts';

/** What the person writes in words of their own; each part of the plan for hard times by its name. */
export type OwnWords = Readonly<Record<'first' | 'answer' | (typeof SAFETY_PARTS)[number], string>>;

const WORDS: OwnWords = {
  first: 'walk to the corner',
  answer: 'one minute at a time',
  signs: 'no sleep',
  myself: 'a bath',
  places: 'the library',
  people: 'a neighbour',
  safer: 'a locked box',
};

/** The steps that this way records, in order. */
export const PLAN_RECORDED = [
  'barriers.reported',
  'bridge.shown',
  'bridge.used',
  'referral.opened',
  'referral.chosen',
  'referral.chosen',
  'plan.made',
  'safety.plan',
  'checkin.answered',
  'appointment.booked',
] as const;

/** Needs a chosen step and a return code whose end was typed back. Returns the visit code, 9 symbols. */
export async function planWithPosts(
  { client, post }: Pick<Poster, 'client' | 'post'>,
  words: OwnWords = WORDS,
): Promise<string> {
  await post('/en/next/obstacles', { obstacle: 'waiting' });
  await post('/en/next/idea/1');
  await post('/en/services/sample-square-talking-service', { mode: 'in_person', slot: '' });
  await post('/en/visit');
  await post('/en/services', { service: DESK });
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '/plan/first': { first: 'own', firstWords: words.first },
    '/plan/answer': { answer: 'own', answerWords: words.answer },
  };
  for (const [path, fields] of PLAN_POSTS) await post(`/en${path}`, own[path] ?? fields);
  const parts = Object.fromEntries(SAFETY_PARTS.map((part) => [part, words[part]]));
  await post('/en/mine/hard-times', { ...parts, places: '' });
  await post('/en/mine/hard-times', parts);
  const said = { went: 'tried', why: 'no_slots', visit: 'booked', sought: 'family' };
  await post('/en/mine/checkin', { ...said, needMet: '2', waitingNow: 'yes' });
  await post(`/en/services/${DESK}/wrong`, { kind: 'waits_longer' });
  return readVisitCode(client);
}

/** The visit code on its page. */
async function readVisitCode(client: Poster['client']): Promise<string> {
  const { body } = await client.get('/en/visit');
  const code = (/data-text="([\dA-Z ]+)"/.exec(body)?.[1] ?? '').replaceAll(' ', '');
  expect(code).toMatch(/^[\dA-Z]{9}$/);
  return code;
}
