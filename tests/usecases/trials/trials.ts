import { randomUUID } from 'node:crypto';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Database } from '#lib/store/client.ts';
import { findTrial } from '#lib/store/trials.ts';
import { decideTrial, type TrialDecision } from '#lib/usecases/clinician/trials/decide-trial.ts';
import { type Move, moveTrial } from '#lib/usecases/researcher/trials/move-trial.ts';
import { proposeTrial } from '#lib/usecases/researcher/trials/propose-trial.ts';
import { saveTrial } from '#lib/usecases/researcher/trials/save-trial.ts';
import { startTrialDraft } from '#lib/usecases/researcher/trials/start-draft.ts';
import { pauseTrial } from '#lib/usecases/staff/pause-trial.ts';
import { releaseTrials } from '#lib/usecases/system/release-trials.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { stateIntention } from '#lib/usecases/visitor/check/state-intention.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { contextOf, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';
import { answered, type Visit, visit } from '../visitor/visit.ts';

/** What researchers and clinicians do with comparisons, in few words. */
export function trialsOf(db: Database, now: Instant = NOW) {
  const as = <P extends Permission>(person: TestPerson, permission: P) =>
    staffContextOf(db, person, permission, now);
  const draft = async (author: TestPerson, from = 'plan-or-feedback') => {
    const made = await startTrialDraft(as(author, 'research:trials'), from);
    if (!made.ok) throw new Error(made.error);
    return made.value;
  };
  const get = async (id: string) => {
    const trial = await findTrial(db, id);
    if (!trial) throw new Error('no trial');
    return trial;
  };
  const change = async (author: TestPerson, id: string, changed: Partial<Registration>) => {
    const { registration, revision } = await get(id);
    const { code: _code, format: _format, ...typed } = { ...registration, ...changed };
    return saveTrial(as(author, 'research:trials'), { id, revision, typed });
  };
  const propose = async (author: TestPerson, id: string) => {
    const { revision } = await get(id);
    return proposeTrial(as(author, 'research:trials'), { id, revision, note: 'For a test.' });
  };
  const decide = (person: TestPerson, id: string, decision: TrialDecision) =>
    decideTrial(as(person, 'trials:approve'), { id, decision, note: 'Read it all.' });
  const move = (person: TestPerson, id: string, to: Move) =>
    moveTrial(as(person, 'research:trials'), { id, move: to, note: 'For a test.' });
  const pause = (person: TestPerson, id: string) =>
    pauseTrial(as(person, 'trials:read'), { id, note: 'For a test.' });
  /** Registered by two people, and begun. */
  const running = async (
    author: TestPerson,
    clinician: TestPerson,
    { from = 'plan-or-feedback', ...changed }: Partial<Registration> & { readonly from?: string },
  ) => {
    const id = await draft(author, from);
    const done = [
      await change(author, id, { ethics: 'EC 2026-17', ...changed }),
      await propose(author, id),
      await decide(clinician, id, 'registered'),
      await move(author, id, 'started'),
    ];
    if (done.some(({ ok }) => !ok)) throw new Error(JSON.stringify(done));
    return id;
  };
  return { as, draft, get, change, propose, decide, move, pause, running };
}

/** What the worker of a test does within a minute: the figures that are due. */
export const releaseAt = (worker: Database, now: Instant = NOW) =>
  releaseTrials({ ...contextOf(worker, now), db: worker });

const MODERATE: readonly ItemAnswer[] = [2, 2, 2, 2, 1, 1, 1, 1, 0];

export interface Asked {
  readonly items?: readonly ItemAnswer[];
  readonly strength?: number;
  /** `chance`: to the text that says that chance may choose. */
  readonly consent?: 'chance' | 'plain' | 'none';
  readonly now?: Instant;
}

/** A visitor who saw the result and chose a first visit: a plan comes next. */
export async function atThePlan(db: Database, asked: Asked = {}): Promise<Visit> {
  const { items = MODERATE, strength = 6, consent = 'chance', now = NOW } = asked;
  const visitor = await visit(db, now);
  if (consent !== 'none') await setResearchConsent(visitor.post(), true, consent === 'chance');
  await submitScreening(visitor.post(), answered(visitor, items));
  await stateIntention(visitor.post(), 'before_result', strength);
  await viewNextStep(visitor.post());
  await chooseStep(visitor.post(), 'face_to_face');
  return visitor;
}

/** The same person, so many days later. */
export function daysLater(visitor: Visit, days: number) {
  const ctx = visitor.post(randomUUID());
  return { ...ctx, today: (ctx.today + days) as Day };
}
