import { describe, expect, it } from 'vitest';
import * as cases from '#app/[locale]/(visitor)/mine/cases/route.tsx';
import * as tellUsPage from '#app/[locale]/(visitor)/tell-us/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from '../visitor/browser.ts';

const test = testDatabase();
wire(test.db);
const WORDS = 'Nobody came, and I waited.';

describe('the page where something can be told', () => {
  it('takes a report without a name, and gives its number', async () => {
    const b = browser(test.db);
    const empty = await b.post(tellUsPage, '/tell-us', {});
    expect(empty.to).toBe('/en/tell-us');
    expect((await b.get(tellUsPage, '/tell-us')).text).toContain('Choose what it is about');
    const sent = await b.post(tellUsPage, '/tell-us', { kind: 'problem', words: WORDS });
    expect(sent.to).toMatch(/^\/en\/tell-us\?case=[2-9A-Z]{4}-[2-9A-Z]{4}&set=0$/);
    const { text } = await b.get(tellUsPage, String(sent.to).replace('/en', ''));
    expect(text).toContain(/case=([^&]+)/.exec(sent.to ?? '')?.[1]);
    expect(text).not.toContain('waited');
    expect((await b.get(tellUsPage, '/tell-us?case=%3Cb%3E&set=2')).text).not.toContain('<b>');
    expect((await b.get(cases, '/mine/cases')).to).toBe('/en/return');
  });

  it.each(['I want to kill myself.', '我不想活了。', '我唔想做人。'])(
    'shows people to call first after words such as %s, and takes them',
    async (words) => {
      const b = browser(test.db);
      const sent = await b.post(tellUsPage, '/tell-us', { kind: 'complaint', words });
      expect(sent.to).toMatch(/&set=2$/);
      const { text } = await b.get(tellUsPage, String(sent.to).replace('/en', ''));
      expect(text.indexOf('panel-ember')).toBeGreaterThan(0);
      expect(text.indexOf('panel-ember')).toBeLessThan(text.indexOf('Your case number'));
    },
  );

  it('takes no more than ten of one network in ten minutes', async () => {
    const b = browser(test.db);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const words = `${WORDS} ${n}`;
      statuses.push((await b.post(tellUsPage, '/tell-us', { kind: 'harm', words })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(303));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
