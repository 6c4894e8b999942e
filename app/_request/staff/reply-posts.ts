import { z } from 'zod';
import { staffPaths } from '#components/layout/paths.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { SHORTCUT, TITLE_MAX } from '#lib/domain/guidance/saved-reply.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { saveReply } from '#lib/usecases/staff/replies/save-reply.ts';
import { drawAgain } from './draw-again.tsx';
import { replyEdit } from './reply-edit.tsx';
import { staffPost, tellOn } from './staff-post.ts';

type At = Readonly<Record<string, string | string[] | undefined>>;

const problem = (name: string) => `replies.error.${name}`;

const fields = z.object({
  locale: z.enum(LOCALES, problem('title')),
  tier: z.enum(TIERS).nullable().catch(null),
  title: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().min(1, problem('title')).max(TITLE_MAX, problem('title'))),
  shortcut: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').trim().replace(/^::/, ''))
    .pipe(z.string().regex(SHORTCUT, problem('shortcut'))),
  text: z
    .string()
    .default('')
    .refine((text) => readMessage(text).ok, problem('text'))
    .transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  seen: z.coerce.number().int().min(0).catch(0),
});

/** The post of the form that changes a reply, or adds one where `idOf` gives null. */
export function replyPost(idOf: (at: At) => string | null) {
  const pageOf = (at: At) => {
    const id = idOf(at);
    return id === null ? staffPaths.addReply : staffPaths.savedReply(id);
  };
  return staffPost({
    permission: 'replies:edit',
    fields,
    page: ({ params }) => pageOf(params),
    draw: (opened, flash) =>
      drawAgain('replies:edit', opened, flash, (view) => replyEdit(view, idOf(opened.params))),
    async act(ctx, { seen, ...reply }, opened) {
      const saved = await saveReply(ctx, { id: idOf(opened.params), seen, fields: reply });
      if (saved.ok) {
        const go = staffPaths.savedReply(saved.value);
        return { go, cookies: [tellOn(opened, go, { news: 'saved' })] };
      }
      if (saved.error === 'unknown') return { status: 404 };
      const field = saved.error === 'taken' ? 'shortcut' : 'main';
      return { back: pageOf(opened.params), errors: [{ field, text: problem(saved.error) }] };
    },
  });
}
