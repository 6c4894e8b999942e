import { RECORDED } from '#lib/domain/pathway/payloads.ts';
import { STAGES } from '#lib/domain/pathway/stages.ts';
import { STEP_NAMES } from '#lib/domain/pathway/transition.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { BANDS } from '#lib/domain/screening/band.ts';
import { FORMS_OF_TOPICS } from '#lib/domain/screening/topics.ts';

/** A column of a row-level file. What it means, in words, is a text under the same name. */
export interface CodebookField {
  readonly file: 'pathways' | 'transitions';
  readonly field: string;
  /** Place of the column in its file, from 1. */
  readonly position: number;
  readonly type: 'id' | 'code' | 'number' | 'day' | 'week';
  /** Codes, or the range of a number. */
  readonly values: string;
  /** Whether a cell may be empty. */
  readonly mayBeEmpty: boolean;
}

const list = (codes: readonly (string | number)[]) => codes.join(' | ');
const tiers = list(TIERS);
/** No direction: relative to the offer, it would tell what was offered. */
const decisions = list(['chosen', 'declined']);
/** The PHQ-4 calls its lowest range normal. */
const bands = list(['normal', ...BANDS]);
const DAY = '1 to 36600';

const field = (
  name: string,
  type: CodebookField['type'],
  values: string,
  mayBeEmpty = true,
): Omit<CodebookField, 'file' | 'position'> => ({ field: name, type, values, mayBeEmpty });

const PATHWAYS = [
  field('person', 'id', '24 hexadecimal digits', false),
  field('start_week', 'week', 'YYYY-Www', false),
  field('consent_text', 'code', 'version of the consent text'),
  field('occasion', 'number', '0 to 9999'),
  field('instrument', 'code', list(FORMS_OF_TOPICS)),
  field('total', 'number', '0 to 27'),
  field('band', 'code', bands),
  field('tier_decided', 'code', tiers),
  field('decision', 'code', decisions),
  field('furthest', 'code', list(STAGES.map(({ stage }) => stage))),
  field('intention_before', 'number', '1 to 7'),
  field('intention_after', 'number', '1 to 7'),
  field('started', 'day', DAY),
  field('completed_day', 'day', DAY),
  field('viewed_day', 'day', DAY),
  field('engaged_day', 'day', DAY),
  field('t0_day', 'day', DAY),
  field('chose_day', 'day', DAY),
  field('requested_day', 'day', DAY),
  field('answered_day', 'day', DAY),
  field('read_day', 'day', DAY),
  field('referral_day', 'day', DAY),
  field('closed_day', 'day', DAY),
];

const TRANSITIONS = [
  field('person', 'id', '24 hexadecimal digits', false),
  field('seq', 'number', '1 to 100000', false),
  field('day', 'day', DAY, false),
  // Left out of the file: what follows from an answer that is not in it.
  field('step', 'code', list(STEP_NAMES.filter((step) => !step.startsWith('safety.'))), false),
  field('origin', 'code', list(['user', 'staff', 'system']), false),
  field('occasion', 'number', '0 to 9999'),
  field('instrument', 'code', list(FORMS_OF_TOPICS)),
  field('total', 'number', '0 to 27'),
  field('band', 'code', bands),
  field('tier', 'code', tiers),
  field('decision', 'code', decisions),
  field('strength', 'number', '1 to 7'),
  field('phase', 'code', list(RECORDED['intention.stated'].payload.shape.phase.options)),
];

/** Every column of both files, in their order. */
export const CODEBOOK: readonly CodebookField[] = [
  ...PATHWAYS.map((entry, place) => ({ file: 'pathways' as const, position: place + 1, ...entry })),
  ...TRANSITIONS.map((entry, place) => ({
    file: 'transitions' as const,
    position: place + 1,
    ...entry,
  })),
];
