import { displayCookie } from '#app/_request/cookie/display.ts';
import { openPage } from '#app/_request/page.ts';
import { COUNTRIES, DIRECTORY, helpLines } from '#app/_request/show/help-lines.ts';
import { HelpPage } from '#components/public/help.tsx';

export const dynamic = 'force-dynamic';

/** Ruling R15: cacheable, and drawn without the database. The country is chosen by hand (R5). */
export const { GET, POST } = openPage({
  kind: 'public',
  view({ frame, opened }) {
    const asked = opened.url.searchParams.get('country');
    const known = asked !== null && COUNTRIES.includes(asked);
    const country = known ? asked : frame.country;
    const page = (
      <HelpPage
        frame={frame}
        country={country}
        countries={COUNTRIES}
        fallback={DIRECTORY}
        {...helpLines(country)}
      />
    );
    if (!known) return { page };
    return { page, cookies: [displayCookie({ ...opened.display, country })] };
  },
});
