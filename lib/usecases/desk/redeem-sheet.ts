import { maySendBack, parseVisitCode } from '#lib/domain/access/visit-code.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isSheetDay, type VisitMode } from '#lib/domain/referrals/visit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { redeem, type VisitRefused } from '#lib/usecases/redemption.ts';

/** Two sheets of 30 lines. */
const MOST_LINES = 60;
/** Of a code with everything that may stand between its symbols. */
const LONGEST_SHOWN = 24;

export interface LeftLine {
  /** Empty where it may not be shown again. */
  readonly typed: string;
  readonly why: VisitRefused['kind'];
}

export interface SheetDone {
  readonly recorded: number;
  /** What is still to be looked at, in the order of the sheet. */
  readonly left: readonly LeftLine[];
}

/**
 * Records what was kept on paper while the page could not be reached, line by line, as if each were typed at the
 * desk on the day of the sheet. A line written twice counts once; a line that is refused stops no other.
 */
export async function redeemSheet(
  ctx: StaffContext<'visits:redeem'>,
  sheet: { readonly lines: string; readonly mode: VisitMode; readonly day: Day },
): Promise<Result<SheetDone, 'empty' | 'long' | 'day'>> {
  const { service } = ctx.actor;
  const { lines, mode, day } = sheet;
  const typed = linesOf(lines);
  if (typed.length === 0) return err('empty');
  if (typed.length > MOST_LINES) return err('long');
  if (service === null || !isSheetDay(day, ctx.today)) return err('day');
  let recorded = 0;
  const left: LeftLine[] = [];
  for (const line of typed) {
    const visit = { typed: line, mode, day, late: false, sheet: true };
    const done = await redeem(ctx, service, visit);
    if (done.ok) recorded += 1;
    else left.push({ typed: shown(line), why: done.error.kind });
  }
  return ok({ recorded, left });
}

function linesOf(text: string): readonly string[] {
  const seen = new Set<string>();
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => {
      const parsed = parseVisitCode(line);
      const name = parsed.ok ? parsed.value : line;
      return line !== '' && !seen.has(name) && seen.add(name);
    });
}

function shown(line: string): string {
  return maySendBack(line) ? line.slice(0, LONGEST_SHOWN) : '';
}
