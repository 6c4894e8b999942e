import { checkInOf } from '#lib/domain/pathway/check-in.ts';
import type { NewTransition, PayloadOf } from '#lib/domain/pathway/transition.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface CheckInAnswer extends Omit<PayloadOf<'checkin.answered'>, 'due'> {
  /** What the person says of a visit: that it is booked, or that they went. Never what a clinic says. */
  readonly visit: 'booked' | 'been' | null;
}

/** Records how a plan went, and what is said of a visit, as one answer. `refused` without a plan. */
export async function answerCheckIn(
  ctx: VisitorContext,
  { visit, ...answer }: CheckInAnswer,
): Promise<'kept' | 'refused' | 'gone'> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, target, ({ row, day }) => {
    const due = checkInOf(row, day);
    if (due === null) return [];
    const said = { origin: 'user', policyHash: null } as const;
    const steps: NewTransition[] = [
      { step: 'checkin.answered', ...said, payload: { ...answer, due } },
    ];
    if (visit === 'booked') {
      steps.push({ step: 'appointment.booked', ...said, payload: { waitDays: null } });
    }
    if (visit === 'been') {
      const payload = { attended: true, evidence: 'self_report', mode: null } as const;
      steps.push({ step: 'attendance.recorded', ...said, payload });
    }
    return steps;
  });
  if (kind === 'gone') return 'gone';
  return kind === 'refused' || kind === 'unchanged' ? 'refused' : 'kept';
}
