import { beforeEach, describe, expect, it } from 'vitest';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as idea from '#app/[locale]/(visitor)/next/idea/[n]/route.tsx';
import * as likely from '#app/[locale]/(visitor)/next/likely/route.tsx';
import * as obstacles from '#app/[locale]/(visitor)/next/obstacles/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { BRIDGES } from '#lib/domain/bridges/bridges.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf } from '../staff/people.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

const ANSWERS = Object.fromEntries(
  Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, i < 6 ? '2' : '0']),
);

beforeEach(() => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway'));

type Browser = ReturnType<typeof browser>;

/** Somebody who has seen a result, with a step or without one. */
async function seen(step: 'guidance' | 'face_to_face' | null, answers = ANSWERS): Promise<Browser> {
  const b = browser(test.db);
  await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  await b.post(all, '/check/all', answers);
  await b.get(next, '/next');
  if (step !== null) await b.post(next, '/next', { step });
  return b;
}

const say = (b: Browser, obstacle: string) => b.post(obstacles, '/next/obstacles', { obstacle });
const look = (b: Browser, n: number, more = '') => b.get(idea, `/next/idea/${n}${more}`, String(n));
const take = (b: Browser, n: number, more = '') =>
  b.post(idea, `/next/idea/${n}${more}`, {}, String(n));

interface Row {
  readonly step: string;
  readonly origin: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What is on record of obstacles and ideas, in order. */
async function recorded(): Promise<readonly Row[]> {
  const { rows } = await test.owner.query<Row>(
    `SELECT step, origin, payload FROM subject.transition
     WHERE step LIKE 'b%' ORDER BY pathway_id, seq`,
  );
  return rows;
}

/** The step of another page: the place was chosen. */
async function chooseService(serviceId: string) {
  const { rows } = await test.owner.query<{ id: PathwayId }>('SELECT id FROM subject.pathway');
  const [{ id } = { id: '' as PathwayId }] = rows;
  const payload = { serviceId, mode: 'in_person' } as const;
  await recordSteps(test.db, { id, key: null, today: contextOf(test.db).today }, () => [
    { step: 'referral.chosen', origin: 'user', policyHash: null, payload },
  ]);
}

const titleOf = (text: string) => /<h1>([^<]*)<\/h1>/.exec(text)?.[1];

describe('what might get in the way', () => {
  it('is asked after the question of how likely it is, and only once a step was chosen', async () => {
    const b = await seen('guidance');
    expect((await b.post(likely, '/next/likely', { strength: '' })).to).toBe('/en/next/obstacles');
    expect((await b.get(obstacles, '/next/obstacles')).status).toBe(200);
    const without = await seen(null);
    expect((await without.get(obstacles, '/next/obstacles')).to).toBe('/en/mine');
  });

  it('is recorded as codes alone, with what to begin with, and leads to an idea', async () => {
    const b = await seen('guidance');
    await b.post(likely, '/next/likely', { strength: '6' });
    expect((await say(b, 'stigma,cost')).to).toBe('/en/next/idea/1');
    const codes = ['stigma-public', 'fear-label', 'cost'];
    const payload = { answer: 'given', codes, top: 'structural' };
    expect(await recorded()).toEqual([{ step: 'barriers.reported', origin: 'user', payload }]);
    const { rows } = await test.owner.query('SELECT barriers_top FROM subject.pathway_row');
    expect(rows).toEqual([{ barriers_top: 'structural' }]);
  });

  it.each([
    ['none', 'guidance'],
    ['declined', 'face_to_face'],
  ] as const)(
    '"%s" after %s goes on to the plan, which knows what it needs',
    async (answer, step) => {
      const b = await seen(step);
      expect((await say(b, answer)).to).toBe('/en/plan');
      expect((await recorded()).map(({ payload }) => payload)).toEqual([
        { answer, codes: [], top: null },
      ]);
      expect((await look(b, 1)).to).toBe('/en/next/obstacles');
    },
  );

  it.each([
    ['', 'Choose up to 3, or choose'],
    ['stigma,fear,cost,waiting', 'Choose up to 3'],
    ['cost,none', 'alone'],
    ['cost,<b>', 'Choose from the answers shown'],
  ])('"%s" is shown again with what to fix and everything that was ticked', async (said, told) => {
    const b = await seen('guidance');
    expect((await say(b, said)).to).toBe('/en/next/obstacles');
    const { status, text } = await b.get(obstacles, '/next/obstacles');
    expect(status).toBe(422);
    expect(/id="obstacle-error">.*?<\/span>([^<]*)</.exec(text)?.[1]).toContain(told);
    const ticked = [...text.matchAll(/<input type="checkbox"[^>]*>/g)].flatMap(([input]) =>
      input.includes(' checked') ? (/ value="([^"]+)"/.exec(input)?.[1] ?? []) : [],
    );
    expect(ticked).toEqual(said.split(',').filter((one) => /^\w+$/.test(one)));
    expect(await recorded()).toEqual([]);
  });

  it('puts urgent help first where the crisis floor holds', async () => {
    const b = await seen('guidance');
    await say(b, 'cost');
    const main = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
    expect(main((await b.get(obstacles, '/next/obstacles')).text)).not.toContain('href="tel:');
    await test.owner.query('UPDATE subject.pathway_row SET crisis_floor = true');
    const { text } = await b.get(obstacles, '/next/obstacles');
    expect(main(text).indexOf('href="tel:')).toBeGreaterThan(0);
    expect(main(text).indexOf('href="tel:')).toBeLessThan(main(text).indexOf('name="obstacle"'));
  });
});

describe('an idea', () => {
  it('is recorded once when it is first looked at, by the system, and when it is gone on from', async () => {
    const b = await seen('guidance');
    await say(b, 'cost');
    await look(b, 1);
    await look(b, 1);
    await look(b, 2);
    expect((await take(b, 1)).to).toBe('/en/plan');
    const [, ...steps] = await recorded();
    expect(steps.map(({ step, origin }) => `${step} ${origin}`)).toEqual([
      'bridge.shown system',
      'bridge.shown system',
      'bridge.used user',
    ]);
    expect(steps[0]?.payload).toEqual({
      ...{ bridge: 'ask-for-the-price-first', version: 1 },
      ...{ dimension: 'structural', barrier: 'cost' },
    });
    expect(steps[2]?.payload).toEqual(steps[0]?.payload);
  });

  it('is recorded anew where obstacles were named again', async () => {
    const b = await seen('guidance');
    for (const obstacle of ['cost', 'cost']) {
      await say(b, obstacle);
      await look(b, 1);
    }
    expect((await recorded()).filter(({ step }) => step === 'bridge.shown')).toHaveLength(2);
  });

  it('leads from one to the next to the last, each once, and beyond it back to the question', async () => {
    const b = await seen('guidance');
    await say(b, 'family,waiting');
    const titles: (string | undefined)[] = [];
    let n = 1;
    for (; n < 10; n += 1) {
      const { text } = await look(b, n);
      titles.push(titleOf(text));
      if (!text.includes(`href="/en/next/idea/${n + 1}">This does not fit me`)) break;
    }
    expect(n).toBeGreaterThanOrEqual(4);
    expect(new Set(titles).size).toBe(titles.length);
    expect((await look(b, n + 1)).to).toBe('/en/next/obstacles');
    expect((await look(b, 0)).to).toBe('/en/next/obstacles');
    expect((await take(b, n)).to).toBe('/en/plan');
  });

  it('tells a fact of the chosen place, and one of the list where the place is listed no more', async () => {
    const b = await seen('face_to_face');
    await say(b, 'cost');
    expect((await look(b, 1)).text).toMatch(/\d places on our list are free\./);
    await chooseService('example-street-clinic');
    const { text } = await look(b, 1);
    expect(text).toContain('The cost at Example Street Clinic (fictitious): Free.');
    expect(text).toMatch(/Checked on \d/);
    await test.owner.query(`UPDATE ops.service SET paused = true,
      document = jsonb_set(document, '{paused}', 'true') WHERE id = 'example-street-clinic'`);
    expect((await look(b, 1)).text).toMatch(/\d places on our list are free\./);
  });

  it('for people who work in health care is shown by a link, and nothing of it is recorded', async () => {
    const b = await seen('guidance');
    await say(b, 'trust');
    const general = await look(b, 1);
    expect(general.text).toContain('href="/en/next/idea/1?set=2">I work in health or social care');
    const before = await recorded();
    const own = await look(b, 1, '?set=2');
    expect(titleOf(own.text)).toBe('What an employer can see');
    await look(b, 2, '?set=2');
    expect((await take(b, 1, '?set=2')).to).toBe('/en/plan');
    expect(await recorded()).toEqual(before);
    const { rows } = await test.owner.query<{ all: string }>(
      'SELECT jsonb_agg(t)::text AS all FROM subject.transition t',
    );
    for (const { id, population } of BRIDGES) {
      if (population === 'health_staff') expect(rows[0]?.all).not.toContain(id);
    }
  });

  it('has no such link for obstacles that hold for everybody alike', async () => {
    const b = await seen('guidance');
    await say(b, 'cost,waiting');
    expect((await look(b, 1)).text).not.toContain('I work in health');
  });

  it('ends the session where the pathway was erased meanwhile', async () => {
    const b = await seen('guidance');
    await say(b, 'cost');
    const { text } = await look(b, 1);
    const form = (await b.get(obstacles, '/next/obstacles')).text;
    await test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway');
    const body = (page: string, more: Record<string, string>) =>
      new URLSearchParams({
        ...more,
        _form: /name="_form" value="([^"]+)"/.exec(page)?.[1] ?? '',
      }).toString();
    const used = await b.send(idea, '/next/idea/1', body(text, {}), '1');
    expect(used.to).toBe('/en/next/obstacles');
    const sent = await b.send(obstacles, '/next/obstacles', body(form, { obstacle: 'cost' }));
    expect(sent.to).toBe('/en/check/ended');
    expect(sent.headers.getSetCookie().join()).toContain('__Host-s=;');
  });
});
