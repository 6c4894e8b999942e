import { WAY_IDS } from '#lib/domain/bridges/ways.ts';
import { COMPARED_BANDS } from '../trials/registration.ts';
import type { Coarsening, Column } from './column.ts';
import { BAND_GROUPS, code } from './make-column.ts';

const file = 'assignments' as const;
const SINCE = '2.0.0';

/** What can be known of somebody from elsewhere is made alike; the outcome itself is never hidden. */
const HIDDEN: Coarsening = { kind: 'hidden' };
const SAME: Coarsening = { kind: 'same' };

const yesOrNo = (given: Pick<Column, 'name' | 'step' | 'derivation'> & Partial<Column>): Column =>
  code('steps', {
    file,
    codes: ['yes', 'no'],
    codeTexts: 'yes_no',
    layer: 'output',
    disclosure: 'quasi',
    since: SINCE,
    controlled: [SAME, HIDDEN],
    ...given,
  });

const within = (what: string) =>
  `${what} from the day of the assignment up to the days of the main outcome in experiments.json`;

/**
 * One row an assignment, by a name that is in no other file, and without a day: joined with the steps, a person of the
 * population who has none would be known to have been kept out, which tells the answer to question 9.
 */
export const ASSIGNMENTS: readonly Column[] = [
  code('nothing of the person', {
    file,
    name: 'assignment',
    step: 'none',
    derivation:
      'HMAC-SHA-256 of a random id under the key of the study, for this file alone; its last 4 digits mark the recipient',
    layer: 'technical',
    disclosure: 'direct',
    since: SINCE,
  }),
  code('chance', {
    file,
    name: 'experiment',
    step: 'experiment.assigned',
    derivation: 'payload experiment; its registration is in experiments.json',
    layer: 'technical',
  }),
  code('chance', {
    file,
    name: 'arm',
    codes: WAY_IDS,
    codeTexts: 'arm',
    step: 'experiment.assigned',
    derivation: 'payload arm',
    layer: 'moderator',
  }),
  code('total', {
    file,
    name: 'stratum',
    codes: COMPARED_BANDS,
    codeTexts: 'band',
    ordered: true,
    missing: ['not_reached'],
    step: 'screening.completed',
    derivation: 'band of the latest finished form before the assignment',
    layer: 'input',
    disclosure: 'quasi',
    since: SINCE,
    controlled: [SAME, BAND_GROUPS, HIDDEN],
  }),
  yesOrNo({
    name: 'shown',
    step: 'bridge.shown',
    derivation: 'whether the page of the arm was shown after the assignment',
    // Stands in no other file.
    scope: 'chance',
    disclosure: 'none',
    controlled: [SAME],
  }),
  yesOrNo({ name: 'planned', step: 'plan.made', derivation: within('the first plan') }),
  yesOrNo({
    name: 'booked',
    step: 'appointment.booked',
    derivation: within('the first booking that the person told of'),
  }),
  yesOrNo({
    name: 'attended',
    step: 'attendance.recorded',
    derivation: within('the first visit by self-report that was not taken back'),
    controlled: [SAME],
  }),
];
