import { lastGroup, locatorOf, parseReturnCode, secretOf } from '#lib/domain/access/return-code.ts';
import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { codeKeys, isVerifier, locate } from '#lib/gateways/code-keys.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { listReturnCodes } from '#lib/store/return-codes.ts';
import type { Context, Support } from '#lib/usecases/context.ts';

export interface Returned {
  readonly pathwayId: PathwayId;
  readonly recordKey: string;
  readonly codeEnd: string;
  /** Due where a result that asks for it was never looked at. */
  readonly support: Support;
}
export type ReturnRefused = 'empty' | 'length' | 'check' | 'visit_code' | 'unknown' | 'busy';

/** A salt for the slow run that an unknown code costs as well, so that time tells nothing. */
const NO_RECORD = new Uint8Array(16);

/** Opens the pathway of a typed return code. Every well-formed code costs at least one slow run. */
export async function returnWithCode(
  ctx: Context,
  typed: string,
): Promise<Result<Returned, ReturnRefused>> {
  const parsed = parseReturnCode(typed);
  if (!parsed.ok) return err(parsed.error.kind);
  const code = parsed.value;
  const records = await listReturnCodes(ctx.db, locate(ctx.secrets, locatorOf(code)));
  const candidates = records.length > 0 ? records : [{ salt: NO_RECORD }];
  for (const record of candidates) {
    const keys = await codeKeys(ctx.secrets, secretOf(code), record.salt);
    if (keys === 'busy') return err('busy');
    if (!('verifier' in record) || !isVerifier(record.verifier, keys.verifier)) continue;
    const pathway = await readPathway(ctx.db, record.pathwayId, null);
    if (!pathway) continue;
    return ok({
      pathwayId: record.pathwayId,
      recordKey: keys.recordKey,
      codeEnd: lastGroup(code),
      support: supportOf(pathway.row),
    });
  }
  return err('unknown');
}

function supportOf({ crisisFloor, occasionStage }: PathwayRow): Support {
  return crisisFloor === true && occasionStage === 'offered' ? 'due' : 'no';
}
