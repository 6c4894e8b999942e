import type { Params } from '#app/_request/base.ts';
import { displayCookie } from '#app/_request/cookie/display.ts';
import { isOurOwnPost } from '#app/_request/form/origin.ts';
import { readForm } from '#app/_request/form/read-form.ts';
import { guarded } from '#app/_request/guarded.ts';
import { openPage } from '#app/_request/page.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { COUNTRIES, DIRECTORY, helpLines } from '#app/_request/show/help-lines.ts';
import { HelpPage } from '#components/public/help.tsx';

export const dynamic = 'force-dynamic';

const isKnown = (country: string | null | undefined): country is string =>
  country != null && COUNTRIES.includes(country);

/** Ruling R15: cacheable, and drawn without the database. A link shows a country and keeps nothing. */
export const { GET } = openPage({
  kind: 'public',
  view({ frame, opened }) {
    const asked = opened.url.searchParams.get('country');
    const country = isKnown(asked) ? asked : frame.country;
    const page = (
      <HelpPage
        frame={frame}
        country={country}
        countries={COUNTRIES}
        fallback={DIRECTORY}
        {...helpLines(country)}
      />
    );
    return { page };
  },
});

/**
 * Keeps the country that was chosen by hand (ruling R5). Without a form token, which would make the page
 * another for everyone: that it comes from a page of ours is enough for a setting that shows at once.
 */
export function POST(request: Request, at: Params) {
  return guarded(request, at, async (opened) => {
    if (!isOurOwnPost(opened.context.config, request.headers)) return failurePage(request, 403);
    const form = await readForm(request);
    if (!form.ok) return failurePage(request, form.status);
    const { country } = form.values;
    if (!isKnown(country)) return seeOther(opened, { go: '/help' });
    const cookies = [displayCookie({ ...opened.display, country })];
    return seeOther(opened, { go: `/help?country=${country}`, cookies });
  });
}
