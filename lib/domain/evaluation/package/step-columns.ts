import { CHECK_INS, RECORDED } from '#lib/domain/pathway/payloads.ts';
import { STEP_NAMES } from '#lib/domain/pathway/transition.ts';
import type { Column, PackageFile } from './column.ts';
import {
  band,
  code,
  dayColumn,
  decision,
  instrument,
  intention,
  person,
  tier,
  total,
  whole,
} from './make-column.ts';

/**
 * Never in a file: what follows from an answer that is not in it, what a clinic or the system did, and
 * what a new step will be until somebody has thought about it (the view names each step; a test compares).
 */
const WITHHELD: readonly string[] = [
  'safety.shown',
  'safety.plan',
  'reminder.sent',
  'experiment.assigned',
];
export const EXPORTED_STEPS = STEP_NAMES.filter((step) => !WITHHELD.includes(step));

const seq = (file: PackageFile): Column =>
  whole('steps', {
    file,
    name: 'seq',
    unit: 'count',
    range: [1, 100_000],
    step: 'all',
    derivation:
      'order of the steps of one person, numbered anew so that those left out leave no gap',
    layer: 'technical',
  });
const day = (file: PackageFile, step: string): Column =>
  dayColumn({
    file,
    name: 'day',
    step,
    derivation: 'day of the step',
    missing: [],
    layer: 'technical',
  });
const occasion = (file: PackageFile, missing: Column['missing'] = []): Column =>
  whole('steps', {
    file,
    name: 'occasion',
    unit: 'count',
    range: [0, 9999],
    missing,
    step: 'screening.completed',
    derivation: 'payload occasion: number of the check, 0 is the first',
    layer: 'input',
  });

const t = 'transitions' as const;
const absent = ['not_applicable'] as const;

/** One row a step. */
export const TRANSITIONS: readonly Column[] = [
  person(t),
  seq(t),
  day(t, 'all'),
  code('steps', {
    file: t,
    name: 'step',
    codes: EXPORTED_STEPS,
    codeTexts: 'step',
    step: 'all',
    derivation: 'what happened',
    layer: 'technical',
  }),
  code('steps', {
    file: t,
    name: 'origin',
    codes: ['user', 'staff', 'system'],
    codeTexts: 'origin',
    step: 'all',
    derivation: 'who caused it',
    layer: 'technical',
  }),
  occasion(t, absent),
  instrument({
    file: t,
    name: 'instrument',
    step: 'screening.*',
    derivation: 'payload instrument',
    missing: absent,
  }),
  total({
    file: t,
    name: 'total',
    step: 'screening.completed',
    derivation: 'payload total',
    missing: ['not_applicable', 'skipped'],
  }),
  band({
    file: t,
    name: 'band',
    step: 'screening.completed',
    derivation: 'payload band',
    missing: ['not_applicable', 'skipped'],
  }),
  tier({
    file: t,
    name: 'tier',
    step: 'tier.decided',
    derivation: 'payload tier',
    missing: absent,
  }),
  decision({
    file: t,
    name: 'decision',
    step: 'tier.decided',
    derivation: 'payload decision, without its direction',
    missing: absent,
  }),
  intention({
    file: t,
    name: 'strength',
    step: 'intention.stated, checkin.answered',
    derivation: 'payload strength',
    missing: ['not_applicable', 'skipped'],
  }),
  code('intention', {
    file: t,
    name: 'phase',
    codes: RECORDED['intention.stated'].payload.shape.phase.options,
    codeTexts: 'phase',
    missing: absent,
    step: 'intention.stated',
    derivation: 'payload phase',
    layer: 'attitude',
  }),
  code('steps', {
    file: t,
    name: 'attended',
    codes: ['yes', 'no'],
    codeTexts: 'yes_no',
    missing: absent,
    universe: 'attendance.recorded by the person',
    step: 'attendance.recorded',
    derivation: 'payload attended; no takes back what was said before',
    layer: 'output',
  }),
];

const s = 'screenings' as const;
/** One row a finished form. */
const SCREENINGS: readonly Column[] = [
  person(s),
  seq(s),
  day(s, 'screening.completed'),
  occasion(s),
  instrument({
    file: s,
    name: 'instrument',
    step: 'screening.completed',
    derivation: 'payload instrument',
    missing: [],
  }),
  total({
    file: s,
    name: 'total',
    step: 'screening.completed',
    derivation: 'payload total',
    missing: ['skipped'],
  }),
  band({
    file: s,
    name: 'band',
    step: 'screening.completed',
    derivation: 'payload band',
    missing: ['skipped'],
  }),
];

const c = 'checkins' as const;
/** One row an answered check-in. What was answered beyond the likelihood stands in no consent text. */
const CHECKINS: readonly Column[] = [
  person(c),
  seq(c),
  day(c, 'checkin.answered'),
  whole('steps', {
    file: c,
    name: 'due',
    unit: 'day',
    range: [CHECK_INS[0], 90],
    step: 'checkin.answered',
    derivation: 'payload due: days after the plan on which it was asked',
    layer: 'technical',
  }),
  intention({
    file: c,
    name: 'strength',
    step: 'checkin.answered',
    derivation: 'payload strength',
    missing: ['skipped'],
  }),
];

export const STEP_FILES: readonly Column[] = [...TRANSITIONS, ...SCREENINGS, ...CHECKINS];
