// By which address somebody came goes from the first page into the check, and nothing else of the address does.
import { beforeAll, expect, it } from 'vitest';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as landing from '#app/[locale]/(visitor)/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
beforeAll(() => wire(test.db, { entryPoints: ['poster', 'partner-gp'] }));

const ANSWERS = { topic: 'mood', device: 'private', age: 'adult', self: 'yes' };
const WILD = 'wang-xiaoming-1987';

const kept = async () => {
  const { rows } = await test.owner.query<{ step: string; row: string }>(
    `SELECT t.payload->>'entryPoint' AS step, r.entry_point AS row
     FROM subject.transition t JOIN subject.pathway_row r USING (pathway_id)
     WHERE t.step = 'screening.started' ORDER BY r.entry_point`,
  );
  return rows;
};

it('a listed code is on every link into the check and in every language, and no cookie is set for it', async () => {
  const { text, headers } = await browser(test.db).get(landing, '?from=poster');
  for (const to of ['/en/check?from=poster', '/en/check?set=2&amp;from=poster']) {
    expect(text).toContain(`href="${to}"`);
  }
  for (const to of ['/zh-hans?from=poster', '/zh-hant?from=poster']) {
    expect(text).toContain(`href="${to}" hrefLang`);
  }
  expect(headers.getSetCookie()).toEqual([]);
  const { text: form } = await browser(test.db, 'zh-hant').get(start, '/check?from=poster');
  expect(form).toContain('action="/zh-hant/check?from=poster"');
  expect(form).toContain('href="/en/check?from=poster"');
  expect(await kept()).toEqual([]);
});

it('it is recorded as it is listed, also after a mistake; any other word is direct and stands nowhere', async () => {
  const one = browser(test.db);
  const again = await one.post(start, '/check?from=poster', { topic: 'mood' });
  expect(again.to).toBe('/en/check?from=poster');
  expect(await kept()).toEqual([]);
  expect((await one.post(start, '/check?from=poster', ANSWERS)).to).toBe('/en/check/research');

  const other = browser(test.db);
  expect((await other.get(landing, `?from=${WILD}`)).text).not.toContain(WILD);
  expect((await other.get(start, `/check?from=${WILD}`)).text).not.toContain(WILD);
  const mistaken = await other.post(start, `/check?from=${WILD}`, { topic: 'mood' });
  expect(mistaken.to).toBe('/en/check');
  await other.post(start, `/check?from=${WILD}`, ANSWERS);
  await browser(test.db).post(start, '/check', { ...ANSWERS, from: 'poster' });
  expect(await kept()).toEqual([
    { step: 'direct', row: 'direct' },
    { step: 'direct', row: 'direct' },
    { step: 'poster', row: 'poster' },
  ]);
});
