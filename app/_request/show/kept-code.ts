import type { VisitorSession } from '#lib/usecases/context.ts';

/** The person has a return code and has typed its end back; until then its page must be found again. */
export function hasKeptCode({ recordKey, code }: VisitorSession): boolean {
  return recordKey !== null && code === null;
}
