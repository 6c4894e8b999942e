import { beforeAll, describe, expect, it } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { isEligible } from '#lib/domain/evaluation/trials/assign.ts';
import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';
import type { KeptOut } from '#lib/domain/evaluation/trials/counts.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import type { TRIAL_COLUMNS } from '#lib/domain/evaluation/trials/trial-rows.ts';
import { listAudit } from '#lib/store/audit.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { countKeptOut } from '#lib/store/trials.ts';
import { viewTrial, writeTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import {
  RESEARCH_CONSENT_TEXT,
  setResearchConsent,
} from '#lib/usecases/visitor/check/set-research-consent.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, NOW } from '../staff/people.ts';
import { type Visit, visit } from '../visitor/visit.ts';
import { assignMany } from './assigned.ts';
import { comparedOn } from './compared.ts';
import { type Asked, atThePlan, releaseAt, trialsOf } from './trials.ts';

const test = testDatabase();
const { get, move, running } = trialsOf(test.db);
const { two, whileRunning, given } = comparedOn(test);
const { today } = contextOf(test.db);
const DAY = 86_400_000;
/** Chance, and the text that speaks of it, is there. */
const agreed = (asked: Asked = {}) => atThePlan(test.db, asked);

describe('who could have been assigned and was not', () => {
  let registration: Registration;
  const kept: Visit[] = [];
  beforeAll(async () => {
    const id = await whileRunning('if-then-plan', async () => {
      await given('if-then-plan');
      kept.push(await agreed({ items: [2, 2, 2, 2, 1, 1, 1, 0, 1] }));
      kept.push(await agreed({ items: [3, 3, 3, 3, 3, 3, 3, 3, 0] }));
      kept.push(await agreed({ strength: 3 }));
      for (let n = 0; n < 2; n += 1) {
        const early = await visit(test.db);
        await setResearchConsent(early.post(), true, true);
        kept.push(early);
      }
      kept.push(await agreed());
      // Nobody of these agreed to it, agrees still, or was here then.
      await agreed({ consent: 'plain' });
      await agreed({ consent: 'none' });
      const withdrew = await agreed();
      await setResearchConsent(withdrew.post(), false, true);
      await agreed({ now: (NOW - 5 * DAY) as Instant });
      await agreed({ now: (NOW + 5 * DAY) as Instant });
    });
    ({ registration } = await get(id));
  });
  const counted = async (from = today, until = today, text: string = CHANCE_CONSENT_TEXT) => {
    const rows: readonly KeptOut[] = await countKeptOut(test.db, registration, {
      texts: [text],
      ...{ from, until },
    });
    return Object.fromEntries(rows.map(({ reason, people }) => [reason, people]));
  };

  it('is told apart by the first reason, of those who agree and were here while it ran', async () => {
    expect(await counted()).toEqual({ earlier: 2, safety: 2, outside: 1, other: 1 });
  });

  it('for no reason of these, is who belongs to it', async () => {
    const rows = await Promise.all(
      kept.map(async ({ session }) => (await readPathway(test.db, session.pathwayId, null))?.row),
    );
    const fits = rows.filter((row) => row && isEligible(registration, row, [CHANCE_CONSENT_TEXT]));
    expect([rows.length, fits.length]).toEqual([6, 1]);
  });

  it('is nobody under another text, or on another day', async () => {
    expect(await counted(today, today, RESEARCH_CONSENT_TEXT)).toEqual({ other: 1 });
    const before = (today - 20) as Day;
    expect(await counted(before, before)).toEqual({});
  });

  it('has come as far as on the last day: what came later says nothing about it', async () => {
    const days = (n: number) => (today + n) as Day;
    expect(await counted(days(-6), days(6))).toEqual({
      ...{ earlier: 2, safety: 2, outside: 1, other: 3 },
    });
  });
});

describe('on the page', () => {
  it('stands once results are open, as it was then', async () => {
    const [researcher, clinician] = await two();
    const later = trialsOf(test.db, (NOW + 60 * DAY) as Instant);
    const id = await running(researcher, clinician, { opensOn: '2026-12-23' });
    const { code } = (await get(id)).registration;
    const assign = (groups: Parameters<typeof assignMany>[2]['groups']) =>
      assignMany(test.owner, code, { today: '2026-11-23', groups });
    await assign([
      { arm: 'if-then-plan', people: 120, went: 50 },
      { arm: 'feedback-only', people: 110, went: 40 },
    ]);
    await move(researcher, id, 'closed');
    const flow = async () =>
      (await viewTrial(later.as(researcher, 'trials:read'), id))?.figures?.flow;
    const write = async () => writeTrial(later.as(researcher, 'trials:read'), id);
    expect(await flow()).toBeNull();
    expect(await write()).toBe('closed');
    expect((await later.move(researcher, id, 'opened')).ok).toBe(true);
    expect(await flow()).toBeNull();
    expect(await write()).toBe('closed');
    await releaseAt(test.worker, (NOW + 60 * DAY) as Instant);
    const opened = await flow();
    expect(opened?.arms.at(-1)?.counts.followed).toEqual({ kind: 'shown', value: 230 });
    // Those of the tests before, who are few.
    expect(opened?.keptOut.every(({ people }) => people.kind === 'suppressed')).toBe(true);
    await assign([{ arm: 'if-then-plan', people: 40, went: 30 }]);
    expect(await flow()).toEqual(opened);
    const file = await write();
    if (file === null || file === 'closed') throw new Error('no file');
    const figures = (await viewTrial(later.as(researcher, 'trials:read'), id))?.figures;
    const [head, ...rows] = file.csv.trimEnd().split('\n');
    const names = head?.split(',') ?? [];
    type Row = Readonly<Record<(typeof TRIAL_COLUMNS)[number], string>>;
    const read = rows.map((row): Row => {
      const cells = row.split(',').map((cell, i) => [names[i] ?? '', cell] as const);
      return Object.fromEntries(cells) as unknown as Row;
    });
    const find = (part: string, arm: string, stage: string) =>
      read.find((row) => row.part === part && row.arm === arm && row.stage === stage);
    const both = 'if-then-plan minus feedback-only';
    // 50 of 120 and 40 of 110 went: what the page prints, and the interval that it says.
    expect(find('arms', 'if-then-plan', 'attended')).toMatchObject({
      ...{ count: '50', out_of: 'followed', out_of_count: '120', comparison: code },
      ...{ counted_on: '2027-01-22', counted_until: '2027-01-21', dealing: 'no_sign' },
    });
    expect(find('outcome', both, 'attended')).toMatchObject({
      estimate: String(figures?.effect?.attended?.diff),
      lo: String(figures?.effect?.attended?.lo),
      interval: 'always_valid',
      verdict: 'inconclusive',
    });
    expect(find('flow', 'all', 'followed')?.count).toBe('230');
    expect(find('flow', 'none', 'safety')?.count).toBe('suppressed');
    const hidden = read.filter(({ group, count }) => group !== 'all' && count === 'suppressed');
    expect(hidden.length).toBeGreaterThan(0);
    const [entry] = await listAudit(test.db, { limit: 1 });
    expect(entry).toMatchObject({ action: 'research.figures_downloaded', subject: code });
  });
});
