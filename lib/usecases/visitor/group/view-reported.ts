import type { Locale } from '#lib/domain/basics/locale.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { sayAlias } from '#lib/domain/community/alias.ts';
import { visibleText } from '#lib/domain/community/post.ts';
import { openPost } from '#lib/gateways/group-keys.ts';
import { findPost } from '#lib/store/group/posts.ts';
import type { Context } from '#lib/usecases/context.ts';
import { readDoor } from '#lib/usecases/group-door.ts';

export interface ToReport {
  readonly name: string;
  readonly text: string;
  readonly locale: Locale;
}

/** The post that somebody is about to report, as everybody sees it; null where nobody does. */
export async function viewReported(ctx: Context, id: string): Promise<ToReport | null> {
  if (!isUuid(id)) return null;
  const [post, door] = await Promise.all([findPost(ctx.db, id), readDoor(ctx.db, ctx)]);
  const shown = post && visibleText({ ...post, text: post.sealed });
  if (!post || !shown || !door.reads) return null;
  const { words } = sayAlias(post.alias);
  return { name: words, text: openPost(ctx.secrets, id, shown), locale: post.locale };
}
