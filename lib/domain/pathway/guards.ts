import type { PathwayRow } from './row.ts';
import { STEPS } from './steps.ts';
import type { NewTransition, Step } from './transition.ts';

/** True when the facts known so far allow this step next. Nothing follows a closed pathway. */
export function mayFollow(row: PathwayRow, step: Step): boolean {
  return row.closedDay === null && STEPS[step].allowedWhen(row);
}

/**
 * `mayFollow`, and the payload fits too: a step of a screening names the occasion under way, a new
 * screening the one after it, and an intention "after the step" comes after a step was chosen.
 */
export function mayAppend(row: PathwayRow, next: NewTransition): boolean {
  if (!mayFollow(row, next.step)) return false;
  switch (next.step) {
    case 'screening.started':
      return next.payload.occasion === (row.occasion ?? -1) + 1;
    case 'screening.completed':
      if (row.occasionStage === 'completed' && next.payload.instrument === row.instrument) {
        return false;
      }
      return next.payload.occasion === row.occasion;
    case 'tier.offered':
    case 'result.viewed':
      return next.payload.occasion === row.occasion;
    case 'intention.stated':
      return next.payload.phase === 'before_result' || row.choseDay !== null;
    case 'bridge.shown':
    case 'bridge.used':
      return next.payload.barrier === null || row.barriersDay !== null;
    case 'attendance.recorded': {
      const day = next.payload.evidence === 'code' ? row.attendedCodeDay : row.attendedSelfDay;
      return next.payload.attended || day !== null;
    }
    default:
      return true;
  }
}
