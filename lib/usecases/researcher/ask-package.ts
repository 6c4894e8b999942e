import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import {
  filterSchema,
  LONGEST_PURPOSE,
  leftOut,
  type PackageFilter,
} from '#lib/domain/evaluation/package/request.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findRequestOfForm, insertRequest } from '#lib/store/exports.ts';
import { findStudy } from '#lib/store/studies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { cutoffOf } from '#lib/usecases/package-cutoff.ts';
import { lookAtMerges } from '#lib/usecases/package-looks.ts';

export interface Ask {
  readonly study: string;
  readonly tier: AccessTier;
  readonly purpose: string;
  /** Empty: no bound. */
  readonly from: string;
  readonly to: string;
  readonly instrument: string;
  readonly without: readonly string[];
}

export type AskRefused =
  | { readonly why: 'no_study' | 'no_purpose' | 'too_long' | 'too_few' | 'open_filter' | 'order' }
  | { readonly why: 'bad_quarter'; readonly field: string }
  /** Somebody would stand out unless these columns go as well. */
  | { readonly why: 'small'; readonly drop: readonly string[] };

/**
 * Asks for a package. What the rule cannot let out is refused at once, with the columns to do without; what it can
 * waits for a second person.
 */
export async function askPackage(
  ctx: StaffContext<'research:export'>,
  ask: Ask,
): Promise<Result<string, AskRefused>> {
  requireFresh(ctx);
  const read = readAsk(ask);
  if (!read.ok) return read;
  const cutoff = await cutoffOf(ctx.db, ask.tier, ctx.today);
  const without = leftOut(ask.tier, ask.without);
  const question = { tier: ask.tier, without, filter: read.value.filter, cutoff };
  const merges = await lookAtMerges(ctx.config, question);
  if (merges.kind === 'too_few') return err({ why: 'too_few' });
  if (merges.kind === 'refused') return err({ why: 'small', drop: merges.drop });
  const asked = await ctx.db.$transaction(
    async (tx): Promise<Result<string, AskRefused> | null> => {
      await takeTurn(tx, 'exports');
      const earlier = await findRequestOfForm(tx, ctx.key);
      if (earlier) return ok(earlier);
      const study = isUuid(ask.study) ? await findStudy(tx, { id: ask.study }) : null;
      if (!study || study.ended) return err({ why: 'no_study' });
      // Another open one was asked for meanwhile, up to another day.
      if (cutoff !== (await cutoffOf(tx, ask.tier, ctx.today))) return null;
      const id = randomUuid();
      const { id: askedBy } = ctx.actor;
      const { purpose } = read.value;
      const request = { id, askedBy, purpose, merges, studyId: study.id, form: ctx.key };
      await insertRequest(tx, { ...question, ...request, state: 'asked', at: ctx.now });
      const detail = { study: study.name, tier: ask.tier, purpose, without };
      const entry = { action: 'research.package_asked', subject: id, detail } as const;
      await appendAudit(tx, { actor: `staff:${askedBy}`, ...entry });
      return ok(id);
    },
  );
  return asked ?? askPackage(ctx, ask);
}

interface Read {
  readonly purpose: string;
  readonly filter: PackageFilter;
}

function readAsk({ tier, purpose, from, to, instrument }: Ask): Result<Read, AskRefused> {
  const why = purpose.trim();
  if (why === '') return err({ why: 'no_purpose' });
  if (why.length > LONGEST_PURPOSE) return err({ why: 'too_long' });
  const filter = filterSchema.safeParse({
    from: from.trim() || null,
    to: to.trim() || null,
    instrument: instrument || null,
  });
  if (!filter.success) {
    const field = String(filter.error.issues[0]?.path[0]);
    return err(field === 'order' ? { why: field } : { why: 'bad_quarter', field });
  }
  // Of everybody: two with other bounds could be taken from each other.
  const isOfSome = Object.values(filter.data).some((bound) => bound !== null);
  return tier === 'open' && isOfSome
    ? err({ why: 'open_filter' })
    : ok({ purpose: why, filter: filter.data });
}
