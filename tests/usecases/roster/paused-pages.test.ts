import { afterEach, describe, expect, it } from 'vitest';
import * as question from '#app/[locale]/(visitor)/check/[n]/route.tsx';
import * as research from '#app/[locale]/(visitor)/check/research/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as group from '#app/[locale]/(visitor)/group/route.tsx';
import * as help from '#app/[locale]/(visitor)/help/route.tsx';
import * as message from '#app/[locale]/(visitor)/message/route.tsx';
import * as landing from '#app/[locale]/(visitor)/route.tsx';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { PARTS, type Part } from '#lib/domain/roster/pause.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import { translate } from '#lib/i18n/translate.ts';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from '../visitor/browser.ts';

const test = testDatabase();
wire(test.db);
const UNTIL = (Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000) as Instant;
const BEGIN = { device: 'private', age: 'adult', self: 'yes' };

async function pause(part: Part | 'help') {
  await test.owner.query(
    `INSERT INTO ops.pause (part, until, changed_by, changed_at) VALUES ($1, $2, gen_random_uuid(), now())`,
    [part, new Date(UNTIL)],
  );
}
afterEach(() => test.owner.query('DELETE FROM ops.pause'));

function titleOf(locale: Locale, part: Part): string {
  const { day, minute } = localTime(UNTIL, 'UTC');
  const until = dateTimeText(locale, day, minute);
  return translate(locale)(`closed.title.${part}`, { until });
}
const paragraphs = (html: string) => html.replace(/<[^>]*>/g, '\n').replaceAll('&#x27;', "'");

describe.each(LOCALES)('a part that is closed, in %s', (locale) => {
  it.each([
    ['check', start, '/check'],
    ['group', group, '/group'],
  ] as const)(
    '%s says so on its own page, with what stands in and the help lines',
    async (part, route, path) => {
      const b = browser(test.db, locale);
      const open = await b.get(route, path);
      expect(paragraphs(open.text)).not.toContain(titleOf(locale, part));
      await pause(part);
      const { status, text } = await b.get(route, path);
      expect(status).toBe(200);
      expect(paragraphs(text)).toContain(titleOf(locale, part));
      expect(text).toContain(`href="/${locale}/services"`);
      expect(text).toContain('href="tel:');
      expect(text).toContain(`href="/${locale}/help"`);
      expect(text).not.toContain('name="device"');
    },
  );

  it('is named on the first page, in place of the button', async () => {
    await pause('check');
    const { text } = await browser(test.db, locale).get(landing, '');
    const t = translate(locale);
    expect(text).not.toContain(`>${t('public.landing.start')}<`);
    const { day, minute } = localTime(UNTIL, 'UTC');
    const until = dateTimeText(locale, day, minute);
    expect(paragraphs(text)).toContain(t('closed.notice', { until }));
  });
});

describe('a pause of the check', () => {
  it('lets nobody begin, and throws nobody out', async () => {
    const inside = browser(test.db);
    expect((await inside.post(start, '/check', BEGIN)).to).toBe('/en/check/research');
    const early = browser(test.db);
    const shown = await early.get(start, '/check');
    await pause('check');
    const token = /name="_form" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    const sent = await early.send(
      start,
      '/check',
      new URLSearchParams({ ...BEGIN, _form: token }).toString(),
    );
    expect(sent.to).toBe('/en/check');
    expect((await early.get(question, '/check/1', '1')).to).toBe('/en/check/ended');
    expect((await inside.post(research, '/check/research', { research: 'no' })).to).toMatch(
      /\/check\//,
    );
    expect((await inside.post(question, '/check/1', { answer: '1' }, '1')).to).toBe('/en/check/2');
    expect((await inside.get(question, '/check/2', '2')).status).toBe(200);
    expect((await inside.get(start, '/check')).text).toContain('href="/en/check/1"');
  });

  it('does not close what is asked of who is too young', async () => {
    const b = browser(test.db);
    const shown = await b.get(start, '/check');
    await pause('check');
    const token = /name="_form" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    const fields = { device: 'private', age: 'younger', _form: token };
    const sent = await b.send(start, '/check', new URLSearchParams(fields).toString());
    expect(sent.to).toBe('/en/check/age');
  });
});

it('writing to a guide says that it is closed before it asks for a code', async () => {
  const b = browser(test.db);
  await b.post(start, '/check', BEGIN);
  expect((await b.get(message, '/message')).to).toBe('/en/plan/keep');
  await pause('guidance');
  expect(paragraphs((await b.get(message, '/message')).text)).toContain(titleOf('en', 'guidance'));
});

it('help knows no pause, whatever the table holds', async () => {
  for (const part of PARTS) await pause(part);
  await test.owner.query('ALTER TABLE ops.pause DROP CONSTRAINT pause_part');
  await pause('help');
  for (const locale of LOCALES) {
    const { status, text } = await browser(test.db, locale).get(help, '/help?part=help&until=2099');
    expect(status).toBe(200);
    expect(text).toContain('href="tel:');
    for (const part of PARTS) expect(paragraphs(text)).not.toContain(titleOf(locale, part));
  }
});
