import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Somebody came back by the link of a reminder: recorded once a post, where they have one that is sent. */
export async function noteReminded(
  { db, key, today }: Pick<Context, 'db' | 'today'> & { readonly key: string },
  id: PathwayId,
): Promise<void> {
  await recordSteps(db, { id, key, today }, ({ row: { reminder: channel } }) =>
    channel === 'email' || channel === 'push'
      ? [
          {
            step: 'reminder.acted',
            origin: 'user',
            policyHash: null,
            payload: { channel, outcome: 'opened' },
          },
        ]
      : [],
  );
}
