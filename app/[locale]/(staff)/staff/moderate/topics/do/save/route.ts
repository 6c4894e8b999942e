import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { saveTopic, type TypedTopic } from '#lib/usecases/moderator/save-topic.ts';

/** The fields carry the id of their topic, since the page holds a form for each. */
const fields = z
  .object({ id: z.string().max(40).default('') })
  .catchall(z.string())
  .transform(({ id, ...typed }) => ({
    id,
    typed: { ...typed } as Readonly<Record<string, string>>,
  }));

export const POST = staffPost({
  permission: 'group:moderate',
  fields,
  page: () => staffPaths.topics,
  async act(ctx, { id, typed }, opened) {
    const place = Number(typed[`place-${id}`] ?? '1');
    if (!Number.isInteger(place) || place < 1 || place > 99) {
      return fault(`place-${id}`, 'place');
    }
    const closed = typed[`closed-${id}`] === 'yes';
    const texts = textsOf(typed, id);
    const saved = await saveTopic(ctx, { id: id === '' ? null : id, texts, closed, place });
    if (!saved.ok) return fault(`title-${saved.error.locale}-${id}`, saved.error.problem);
    return {
      go: staffPaths.topics,
      cookies: [tellOn(opened, staffPaths.topics, { news: 'saved' })],
    };
  },
});

function textsOf(typed: Readonly<Record<string, string>>, id: string): TypedTopic['texts'] {
  const of = (locale: Locale) => ({
    title: typed[`title-${locale}-${id}`] ?? '',
    opening: typed[`opening-${locale}-${id}`] ?? '',
  });
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as TypedTopic['texts'];
}

function fault(field: string, problem: string) {
  const errors = [{ field, text: `moderate.topics.error.${problem}` }];
  return { back: staffPaths.topics, errors };
}
