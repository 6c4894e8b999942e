import { everyCell } from '#lib/domain/routing/review/every-cell.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { type CandidateId, findCandidate } from '#lib/store/policy/candidate.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

const COLUMNS = [
  'form',
  'total',
  'question_9',
  'difficulty',
  'check',
  'step',
  'support_first',
  'rule',
];

/** Every answer that a policy can tell apart, with the step it leads to, as CSV; null where there is none. */
export async function listCells(
  ctx: StaffContext<'policy:read'>,
  id: CandidateId,
): Promise<string | null> {
  const found = await findCandidate(ctx.db, id);
  if (!found?.policy) return null;
  const rows = everyCell(found.policy).map(
    ({ instrument, total, item9, difficulty, recheck, placement }) => [
      instrument,
      total,
      item9,
      difficulty,
      recheck ? 'later' : 'first',
      placement.tier,
      placement.supportFirst ? 'yes' : 'no',
      placement.ruleId ?? placement.reason,
    ],
  );
  let csv = '';
  for await (const chunk of csvChunks(COLUMNS, rows)) csv += chunk;
  return csv;
}
