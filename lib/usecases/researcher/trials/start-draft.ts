import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { translate } from '#lib/i18n/translate.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findTrial, insertTrial, listTrialCodes } from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * Begins a draft from a template by its code, in the language of the page that it was chosen on, or from another
 * registration by its id. A repeated post makes one.
 */
export async function startTrialDraft(
  ctx: StaffContext<'research:trials'>,
  from: string,
): Promise<Result<string, 'unknown'>> {
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    const start = isUuid(from) ? (await findTrial(tx, from))?.registration : templateOf(ctx, from);
    if (!start) return err('unknown');
    const code = freeCode(start.code, await listTrialCodes(tx));
    const registration = { ...start, code };
    const authorId = ctx.actor.id;
    const made = await insertTrial(tx, { registration, authorId, form: ctx.key, at: ctx.now });
    if (!made) return err('unknown');
    const entry = { actor: `staff:${authorId}`, action: 'trial.drafted' } as const;
    if (made.isNew) await appendAudit(tx, { ...entry, subject: code, detail: { from } });
    return ok(made.id);
  });
}

function templateOf(
  { locale, today }: Pick<StaffContext, 'locale' | 'today'>,
  from: string,
): Registration | undefined {
  const template = templates(today).find(({ code }) => code === from);
  if (!template) return undefined;
  const t = translate(locale);
  const words = (key: 'title' | 'question') =>
    t(`trials.new.presets.${from}.${key}` as 'trials.new.presets.plan-or-page.title');
  return { ...template, title: words('title'), question: words('question') };
}

const LONGEST_CODE = 40;

function freeCode(code: string, taken: ReadonlySet<string>): string {
  const bare = code.replace(/-\d+$/, '').slice(0, LONGEST_CODE - 5);
  let free = bare;
  for (let n = 2; taken.has(free); n += 1) free = `${bare}-${n}`;
  return free;
}
