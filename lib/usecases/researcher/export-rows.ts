import { Readable, Transform } from 'node:stream';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { randomBytes, randomUuid } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { type RowLevelFile, streamRows } from '#lib/store/research/row-level.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

export type ExportRefused = 'no_purpose' | 'too_long';

const LONGEST_PURPOSE = 500;
const LINE_END = 0x0a;

export interface RowExport {
  readonly file: RowLevelFile;
  /** What the file is for; kept in the audit log. */
  readonly purpose: string;
}

/**
 * A row-level file of the people with research consent, as a stream. It leaves two audit rows: that
 * it was asked for, and how many rows left. Persons have new names in every file.
 */
export async function exportRows(
  ctx: StaffContext<'research:export'>,
  { file, purpose }: RowExport,
): Promise<Result<ReadableStream<Uint8Array>, ExportRefused>> {
  requireFresh(ctx);
  const why = purpose.trim();
  if (why === '') return err('no_purpose');
  if (why.length > LONGEST_PURPOSE) return err('too_long');
  const subject = randomUuid();
  const entry = {
    actor: `staff:${ctx.actor.id}`,
    action: 'research.rows_downloaded',
    subject,
  } as const;
  const audit = (tx: Tx, detail: Readonly<Record<string, unknown>>) =>
    appendAudit(tx, { ...entry, detail: { file, ...detail } });
  await ctx.db.$transaction((tx) => audit(tx, { what: 'asked', purpose: why }));
  const research = openResearch({ url: ctx.config.databaseUrlResearch, max: 1 });
  const rows = await streamRows(research, file, randomBytes(32)).catch(async (error: unknown) => {
    await closeResearch(research);
    throw error;
  });
  let lines = 0;
  let whole = false;
  const counted = rows.pipe(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        for (const byte of chunk) if (byte === LINE_END) lines += 1;
        done(null, chunk);
      },
      flush(done) {
        whole = true;
        done();
      },
    }),
  );
  rows.on('error', (error) => counted.destroy(error));
  counted.on('close', () => {
    rows.destroy();
    // The header is a line and no row; codes and numbers hold no line ends.
    // Whatever has become of the session since: these rows have left.
    void audit(ctx.db, { what: whole ? 'sent' : 'broken_off', rows: Math.max(0, lines - 1) })
      .catch(() => undefined)
      .then(() => closeResearch(research));
  });
  return ok(Readable.toWeb(counted) as ReadableStream<Uint8Array>);
}
