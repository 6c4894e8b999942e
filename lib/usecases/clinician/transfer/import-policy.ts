import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type Draft, draftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { canonicalPolicy, type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { exportSchema, signedPart } from '#lib/domain/routing/review/export.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { isSignedBy } from '#lib/gateways/policy-signature.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findPublished } from '#lib/store/policies.ts';
import { insertDraft, listDrafts } from '#lib/store/policy/drafts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ImportRefused =
  /** No JSON, or neither a policy nor the file of one. */
  | 'unreadable'
  /** The file of a version whose text is not the one that its hash names, or that was signed. */
  | 'forged';

/** Reads a policy, or the file of a version, into a draft. It needs somebody else's approval like any other. */
export async function importPolicy(
  ctx: StaffContext<'policy:draft'>,
  text: string,
): Promise<Result<string, ImportRefused>> {
  const read = readFile(text);
  if (!read.ok) return read;
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const made = (await listDrafts(tx)).find(({ document }) =>
      draftSchema.parse(document).forms.includes(ctx.key),
    );
    if (made) return ok(made.id);
    const { latest: base } = await findPublished(tx);
    const kept = { revision: 1, base, forms: [ctx.key], asideOf: null, contributors: [] };
    const document: Draft = { ...kept, ...draftBody(read.value) };
    const authorId = ctx.actor.id;
    const id = await insertDraft(tx, { document, name: document.name, authorId, at: ctx.now });
    const hash = sha256Hex(canonicalPolicy(read.value));
    const entry = { action: 'policy.imported', subject: id, detail: { hash } } as const;
    await appendAudit(tx, { actor: `staff:${authorId}`, ...entry });
    return ok(id);
  });
}

function readFile(text: string): Result<Policy, ImportRefused> {
  const json = parse(text);
  const file = exportSchema.safeParse(json);
  if (file.success) {
    const { hash, document, key, signature } = file.data;
    const whole =
      sha256Hex(canonicalPolicy(document)) === hash &&
      isSignedBy(key, canonicalPolicy(signedPart(file.data)), signature);
    if (!whole) return err('forged');
  }
  const policy = policySchema.safeParse(file.success ? file.data.document : json);
  if (!policy.success) return err('unreadable');
  const { source } = policy.data;
  const longest = draftSchema.safeParse({
    revision: 1,
    base: null,
    forms: [],
    asideOf: null,
    contributors: [],
    ...draftBody({ ...policy.data, source }),
  });
  return longest.success ? ok(policy.data) : err('unreadable');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
