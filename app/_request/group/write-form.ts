import { z } from 'zod';
import type { Opened } from '#app/_request/base.ts';
import { flashCookie } from '#app/_request/cookie/flash.ts';
import type { Again, Failed, Go } from '#app/_request/page-types.ts';
import type { Previewed } from '#components/group/preview.tsx';
import { paths } from '#components/layout/paths.ts';
import type { Result } from '#lib/domain/basics/result.ts';
import { CONTENT_NOTES, type ContentNote } from '#lib/domain/community/codes.ts';
import { type Prepared, prepareText } from '#lib/usecases/group-text.ts';

/** What is written for the group: first looked at, then sent. `write` goes back to the field. */
export const WRITE_FIELDS = z.object({
  step: z.enum(['look', 'send', 'write']).catch('look'),
  text: z.string().default(''),
  note: z.enum(CONTENT_NOTES).nullable().catch(null),
});
export type WriteFields = z.output<typeof WRITE_FIELDS>;

const ERRORS = {
  empty: 'group.new.empty',
  too_long: 'group.new.tooLong',
  closed: 'group.new.closed',
  not_joined: 'group.new.notJoined',
  too_new: 'group.new.tooNew',
  banned: 'group.new.banned',
  settled: 'group.new.settled',
  many: 'group.new.many',
} as const;

/** Of one network in 10 minutes. */
export const MOST_POSTS = 30;

/** What was typed as it would be kept and shown; null while it is being written. */
export function previewOf(values: Readonly<Record<string, string>>): Previewed | null {
  if (values['step'] !== 'look') return null;
  const prepared = prepareText(values['text'] ?? '');
  if (!prepared.ok) return null;
  const { text, masked, risk } = prepared.value;
  const note = CONTENT_NOTES.find((one) => one === values['note']) ?? null;
  return { text, note, masked, risk: risk !== 'none' };
}

type Refused = keyof typeof ERRORS | 'no_code' | 'no_topic' | 'gone';

/** Looks at what was typed, or sends it; the same page shows it again where it was not sent. */
export async function lookOrSend(
  opened: Opened,
  { step, text, note }: WriteFields,
  send: (text: string, note: ContentNote | null) => Promise<Result<Prepared, Refused>>,
): Promise<Go | Again | Failed> {
  if (step !== 'send') {
    const prepared = prepareText(text);
    return { errors: prepared.ok || step === 'write' ? [] : [fault(prepared.error)] };
  }
  const sent = await send(text, note);
  if (sent.ok) return { go: `${paths.groupPosts}?sent`, cookies: careCookie(opened, sent.value) };
  switch (sent.error) {
    case 'no_code':
      return { go: paths.keep };
    case 'gone':
      return { go: paths.groupPosts };
    case 'no_topic':
      return { status: 404 };
    default:
      return { errors: [fault(sent.error)] };
  }
}

const fault = (error: keyof typeof ERRORS) => ({ field: 'text', text: ERRORS[error] });

/** Help comes first on the page after it; that it does stands in no address. */
function careCookie({ context }: Opened, { risk }: Prepared) {
  if (risk === 'none') return [];
  const flash = { path: paths.groupPosts, errors: [], values: { care: 'yes' } };
  return [flashCookie(context.secrets, context.now, flash)];
}
