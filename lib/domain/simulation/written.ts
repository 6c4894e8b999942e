import type { Step } from '#lib/domain/pathway/transition.ts';

/** Where a step is written here; or that it is not, and why. */
type Written = { readonly by: string } | { readonly never: string };

const by = (file: string): Written => ({ by: file });

/** Every step of the product: a new one does not compile before somebody has decided here. */
export const WRITTEN: Readonly<Record<Step, Written>> = {
  'consent.set': by('result.ts'),
  'screening.started': by('check.ts'),
  'screening.completed': by('check.ts'),
  'safety.shown': by('check.ts'),
  'tier.offered': by('check.ts'),
  'result.viewed': by('result.ts'),
  'tier.decided': by('step.ts'),
  'intention.stated': by('result.ts'),
  'guidance.requested': by('company.ts'),
  'guidance.answered': by('company.ts'),
  'guidance.read': by('company.ts'),
  'guidance.step_taken': by('company.ts'),
  'community.joined': by('company.ts'),
  'community.posted': by('company.ts'),
  'community.left': by('company.ts'),
  'referral.chosen': by('step.ts'),
  'referral.opened': by('step.ts'),
  'barriers.reported': by('step.ts'),
  'bridge.shown': by('step.ts'),
  'bridge.used': by('step.ts'),
  'experiment.assigned': {
    never:
      'A database takes it only for a comparison that two people registered and that runs there: `World.compared`.',
  },
  'plan.made': by('step.ts'),
  'reminder.sent': by('remind.ts'),
  'reminder.acted': by('remind.ts'),
  'appointment.booked': by('visit.ts'),
  'appointment.cancelled': by('visit.ts'),
  'attendance.recorded': by('visit.ts'),
  'checkin.answered': by('told.ts'),
  'safety.plan': by('recheck.ts'),
  'pathway.closed': { never: 'No request writes it: who deletes everything leaves no row behind.' },
};
