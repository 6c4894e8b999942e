import { type DraftContent, writeDraft } from '#lib/domain/guidance/draft.ts';
import { sealDraft } from '#lib/gateways/thread-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { putDraft, removeDraft } from '#lib/store/guidance/drafts.ts';
import type { StaffContext } from './context.ts';
import type { StaffThread } from './staff-thread.ts';

export interface Written {
  readonly draft: DraftContent;
  /** How many messages were read when it was written. */
  readonly seen: number;
}

/** Keeps what a guide has written in a thread, for them alone; where nothing is written there is no draft. */
export async function keepDraft(
  tx: Tx,
  { actor, now }: Pick<StaffContext, 'actor' | 'now'>,
  { thread, key }: StaffThread,
  { draft, seen }: Written,
): Promise<void> {
  if (draft.text.trim() === '') {
    await removeDraft(tx, thread.id, actor.id);
    return;
  }
  const sealed = sealDraft(key, thread.id, actor.id, writeDraft(draft));
  await putDraft(tx, { threadId: thread.id, staffId: actor.id, sealed, seen, now });
}
