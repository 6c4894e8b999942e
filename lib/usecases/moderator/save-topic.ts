import type { Locale } from '#lib/domain/basics/locale.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { readTopic } from '#lib/domain/community/topic.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { saveTopic as save } from '#lib/store/group/topics.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface TypedTopic {
  /** Null: a new one. */
  readonly id: string | null;
  readonly texts: Readonly<Record<Locale, { readonly title: string; readonly opening: string }>>;
  readonly closed: boolean;
  readonly place: number;
}

type Problem = { readonly locale: Locale; readonly problem: 'half' | 'long' | 'none' | 'gone' };

/** Writes a topic, or changes one: what staff say in the group is shown at once, and on record. */
export async function saveTopic(
  ctx: StaffContext<'group:moderate'>,
  { id, texts, closed, place }: TypedTopic,
): Promise<Result<null, Problem>> {
  const read = readTopic(texts);
  if (!read.ok) return err(read.error);
  if (id !== null && !isUuid(id)) return err({ locale: 'en', problem: 'gone' });
  const { id: by } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    const topic = { id, texts: read.value, closed, place, by, at: ctx.now };
    const saved = await save(tx, topic);
    if (saved === null) return err({ locale: 'en', problem: 'gone' } as const);
    const detail = { languages: Object.keys(read.value).join(' '), closed };
    const entry = { actor: `staff:${by}`, action: 'group.topic_saved', subject: saved } as const;
    await appendAudit(tx, { ...entry, detail });
    return ok(null);
  });
}
