import { frameOf, type Params } from '#app/_request/base.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { drawClosed } from '#app/_request/show/closed-page.tsx';
import { failurePage } from '#app/_request/show/failure.tsx';
import { pageHeaders } from '#app/_request/show/headers.ts';
import { html } from '#app/_request/show/html.ts';
import { paths, staffPaths } from '#components/layout/paths.ts';
import { can } from '#lib/domain/access/permission.ts';
import { isPart, type Part, readUntil } from '#lib/domain/roster/pause.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { getActor } from './staff.ts';
import { usualEnd } from './usual-end.ts';

const PAGES: Readonly<Record<Part, string>> = {
  check: paths.check,
  guidance: paths.message,
  group: paths.group,
};
const TIER: Readonly<Partial<Record<Part, Tier>>> = { guidance: 'guidance', group: 'community' };

/** What a pause that is planned would show: the very page, drawn for somebody without a session. */
export function closedPreview(request: Request, at: Params): Promise<Response> {
  return guarded(request, at, async (opened) => {
    const { context, params, url } = opened;
    const signedIn = await getActor(request.headers.get('cookie'), context.now);
    if (!signedIn) return seeOther(opened, { go: staffPaths.signIn });
    const part = String(params['part'] ?? '');
    if (!can(signedIn.actor.roles, 'parts:pause') || !isPart(part))
      return failurePage(request, 404);
    const usual = usualEnd(context.now, context.config.timeZone);
    const typed = (name: 'day' | 'time') => url.searchParams.get(name) ?? usual[name];
    const asked = readUntil(typed('day'), typed('time'));
    if (!asked.ok) return failurePage(request, 404);
    const open = new Set(await readOpenTiers(context.db, context));
    const closed = TIER[part];
    if (closed !== undefined) open.delete(closed);
    const visitor = { ...opened, session: null, browser: null, path: PAGES[part] };
    const until = instantOf(asked.value, context.config.timeZone);
    const frame = frameOf(visitor, true);
    // Below the addresses of staff a script needs a nonce; the page does without its own.
    const drawn = { ...frame, assets: { ...frame.assets, script: null } };
    const page = drawClosed(drawn, { part, until, open, goOn: null });
    const headers = pageHeaders(context.config, 'personal');
    headers.delete('content-security-policy');
    return new Response(await html(page), { headers });
  });
}
