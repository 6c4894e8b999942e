import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { tierSchema } from '#lib/domain/evaluation/package/request.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import { type AskRefused, askPackage } from '#lib/usecases/researcher/ask-package.ts';

const text = z.string().default('');
const FIELD_OF: Readonly<Record<Exclude<AskRefused['why'], 'bad_quarter'>, string>> = {
  no_study: 'study',
  no_purpose: 'purpose',
  too_long: 'purpose',
  too_few: 'tier',
  open_filter: 'tier',
  order: 'to',
  small: 'without',
};

export const POST = staffPost({
  permission: 'research:export',
  fresh: true,
  fields: z.object({
    study: text,
    tier: tierSchema.default('open'),
    purpose: text.transform(cleanTyped),
    from: text,
    to: text,
    instrument: text,
    without: text,
  }),
  page: () => staffPaths.packages,
  async act(ctx, { without, ...ask }) {
    const asked = await askPackage(ctx, { ...ask, without: without.split(',') });
    if (asked.ok) return { go: staffPaths.package(asked.value) };
    const { error } = asked;
    const names = error.why === 'small' ? error.drop : [];
    const drop = names.map((name) => PACKAGE_LABELS.column(name, ctx.locale)).join(' · ');
    const field = error.why === 'bad_quarter' ? error.field : FIELD_OF[error.why];
    const errors = [{ field, text: `export.error.${error.why}` }];
    return { back: staffPaths.packages, errors, facts: { drop } };
  },
});
