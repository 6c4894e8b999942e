import { z } from 'zod';
import { staffPaths } from '#components/layout/paths.ts';
import type { ThreadNews } from '#components/staff/inbox/thread-view.ts';
import { DRAFT } from '#lib/domain/guidance/draft.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import type { Opened } from '../base.ts';
import { drawAgain } from './draw-again.tsx';
import { type StaffOutcome, staffPost, tellOn } from './staff-post.ts';
import { threadView } from './thread-view.tsx';

/** What every form about a text sends: the text, the step that was chosen, and how many messages were read. */
const DRAFT_FIELDS = z.object({
  draft: DRAFT,
  seen: z.coerce.number().int().min(0).catch(0),
  override: z.literal('yes').optional(),
  saved: z.string().catch(''),
  to: z.string().catch(''),
  /** Sent by the page itself, a moment ago: nothing is told of it. */
  quiet: z.string().optional(),
});

export const draftFields = z
  .record(z.string(), z.string())
  .transform((typed) => DRAFT_FIELDS.parse({ ...typed, draft: typed }));

type Ctx = StaffContext<'inbox:reply'>;

/** A post of the page of a thread. Texts that are too long for the cookie are shown again at once. */
export function threadPost<Fields>(
  fields: z.ZodType<Fields>,
  act: (ctx: Ctx, id: string, fields: Fields, opened: Opened) => Promise<StaffOutcome>,
) {
  return staffPost({
    permission: 'inbox:reply',
    fields,
    page: ({ params }) => staffPaths.thread(String(params['id'])),
    draw: (opened, flash) =>
      drawAgain('inbox:read', opened, flash, (view) =>
        threadView(view, String(opened.params['id'])),
      ),
    act: (ctx, typed, opened) => act(ctx, String(opened.params['id']), typed, opened),
  });
}

/** The person deleted it meanwhile. */
export function goneFrom(opened: Opened): StaffOutcome {
  const { inbox } = staffPaths;
  return { go: inbox, cookies: [tellOn(opened, inbox, { news: 'gone' })] };
}

/** `at` names the part of the page that comes into sight. */
export function backTo(opened: Opened, id: string, news: ThreadNews, at = ''): StaffOutcome {
  const path = staffPaths.thread(id);
  return { go: `${path}${at}`, cookies: [tellOn(opened, path, { news })] };
}

export function refusedOn(id: string, field: string, problem: string): StaffOutcome {
  return {
    back: staffPaths.thread(id),
    errors: [{ field, text: `inbox.thread.error.${problem}` }],
  };
}
