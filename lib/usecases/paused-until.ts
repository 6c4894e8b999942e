import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { readPauses } from '#lib/store/roster.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Until when staff closed a part; null where it is open. A pause ends by itself. */
export async function pausedUntil(
  { db, now }: Pick<Context, 'db' | 'now'>,
  part: Part,
): Promise<Instant | null> {
  return (await readPauses(db, now)).get(part) ?? null;
}
