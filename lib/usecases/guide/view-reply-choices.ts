import type { StepChoices } from '#lib/domain/guidance/draft.ts';
import { signState } from '#lib/domain/guidance/saved-reply.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { listRepliesFor } from '#lib/store/guidance/saved-replies.ts';
import { listActive } from '#lib/store/staff/staff.ts';
import type { Thread } from '#lib/store/threads.ts';
import { listServicesFor, readStepChoices } from '#lib/usecases/answer-choices.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface ReplyChoices {
  readonly steps: StepChoices;
  readonly services: readonly Pick<Service, 'id' | 'name'>[];
  /** Signed, and not past their review. */
  readonly saved: readonly {
    readonly id: string;
    readonly title: string;
    readonly shortcut: string;
  }[];
  /** The other active guides. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** What there is to choose from while a thread is answered. */
export async function viewReplyChoices(
  ctx: StaffContext<'inbox:read'>,
  { locale, tier }: Pick<Thread, 'locale' | 'tier'>,
): Promise<ReplyChoices> {
  const [steps, services, saved, guides] = await Promise.all([
    readStepChoices(ctx.db, ctx, tier),
    listServicesFor(ctx.db, ctx, locale),
    listRepliesFor(ctx.db, { locale, tier }),
    listActive(ctx.db, 'guide'),
  ]);
  return {
    steps,
    services: services.map(({ id, name }) => ({ id, name })),
    saved: saved
      .filter(({ signedOn }) => signState(signedOn, ctx.today) === 'signed')
      .map(({ id, title, shortcut }) => ({ id, title, shortcut })),
    colleagues: guides
      .filter(({ id }) => id !== ctx.actor.id)
      .map(({ id, name }) => ({ id, name })),
  };
}
