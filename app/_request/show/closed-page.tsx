import type { Frame } from '#components/layout/frame.ts';
import { paths } from '#components/layout/paths.ts';
import { ClosedPage } from '#components/public/state/closed.tsx';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import type { Context, VisitorSession } from '#lib/usecases/context.ts';
import { pausedUntil } from '#lib/usecases/paused-until.ts';
import { helpLines } from './help-lines.ts';
import { promiseText } from './promise-text.ts';

interface Asked {
  readonly frame: Frame;
  readonly context: Context;
  readonly session: VisitorSession | null;
}

/** The page of a part that staff closed for a while; null while it is open. Put it first in a `view`. */
export async function closedPage({ frame, context, session }: Asked, part: Part) {
  const until = await pausedUntil(context, part);
  if (until === null) return null;
  const open = await readOpenTiers(context.db, context);
  const inCheck = session?.check && !session.check.done;
  const goOn = part === 'check' && inCheck ? paths.question(1) : null;
  return { page: drawClosed(frame, { part, until, open, goOn }) };
}

interface Facts {
  readonly part: Part;
  readonly until: Instant;
  readonly open: ReadonlySet<Tier>;
  readonly goOn: string | null;
}

/** The same page for visitors and for staff who look at it before they close the part. */
export function drawClosed(frame: Frame, { until, ...facts }: Facts) {
  const text = promiseText(frame.locale, until) ?? '';
  return <ClosedPage frame={frame} help={helpLines(frame.country)} until={text} {...facts} />;
}
