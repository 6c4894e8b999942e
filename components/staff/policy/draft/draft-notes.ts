import {
  type Draft,
  type DraftFault,
  type DraftRow,
  readDraft,
} from '#lib/domain/routing/draft.ts';
import type { PolicyProblem } from '#lib/domain/routing/problems.ts';
import type { Frame } from '../../../layout/frame.ts';
import { placeOf, sayFault, sayProblem, sayRule } from '../words.ts';

export interface Found {
  readonly draft: Draft;
  readonly faults: readonly DraftFault[];
  readonly problems: readonly PolicyProblem[];
}

export interface Mend {
  /** Id of the control to go to. */
  readonly field: string;
  readonly text: string;
}

/** Everything that keeps the draft from being proposed, each with where to mend it. */
export function listMends({ t }: Pick<Frame, 't'>, found: Found): readonly Mend[] {
  const { draft, faults, problems } = found;
  const cells = faults.map((fault) => ({
    field: fault.kind === 'number' ? `${fault.field}-${fault.row}` : fault.kind,
    text: sayFault(t, fault),
  }));
  const rows = problems
    .filter(({ kind }) => kind !== 'tier_closed')
    .map((problem) => ({
      field: fieldOf(placeOf(problem, draft.rows)),
      text: sayProblem(t, problem, draft.rows),
    }));
  return [...cells, ...rows];
}

const fieldOf = (row: number) => (row === 0 ? 'add' : `from-${row - 1}`);

/** Beside each row: what is wrong with it, and what it says as a sentence. */
export function notesOf(frame: Pick<Frame, 't' | 'lang'>, { draft, faults, problems }: Found) {
  const { t } = frame;
  return draft.rows.map((row, place) => ({
    problems: [
      ...faults
        .filter((fault) => fault.kind === 'number' && fault.row === place)
        .map((fault) => sayFault(t, fault)),
      ...problems
        .filter((problem) => placeOf(problem, draft.rows) === place + 1)
        .map((problem) => sayProblem(t, problem, draft.rows)),
    ],
    sentence: sentenceOf(frame, row),
  }));
}

/** Each row is read by itself, so that one without a number does not silence the others. */
function sentenceOf(frame: Pick<Frame, 't' | 'lang'>, row: DraftRow): string {
  const read = readDraft({ name: 'row', recheck: '1', source: '', rows: [row] });
  const [rule] = read.ok ? read.value.rules : [];
  return rule === undefined ? frame.t('policy.rule.noNumbers') : sayRule(frame, rule);
}
