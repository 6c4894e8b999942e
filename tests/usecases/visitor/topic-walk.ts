// What tests of the topics share: how a check begins, how it is answered, and what is on record of it.
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import type { testDatabase } from '../../support/database.ts';
import { browser } from './browser.ts';

/** Answers as the page with all questions sends them. */
export const some = (...values: readonly (number | string)[]): Record<string, string> =>
  Object.fromEntries(values.map((value, i) => [`q${i + 1}`, String(value)]));

interface Kept {
  readonly step: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export function topicWalk(test: ReturnType<typeof testDatabase>) {
  async function kept(): Promise<readonly Kept[]> {
    const { rows } = await test.owner.query(
      'SELECT step, payload FROM subject.transition ORDER BY pathway_id, seq',
    );
    return rows;
  }
  return {
    kept,
    async begin(topic: string, locale = 'en') {
      const b = browser(test.db, locale);
      await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes', topic });
      return b;
    },
    /** Form, total and answer to the safety question of every form on record. */
    forms: async () =>
      (await kept())
        .filter(({ step }) => step === 'screening.completed')
        .map(({ payload }) => [payload['instrument'], payload['total'], payload['item9']]),
    /** The latest. */
    offer: async () => (await kept()).findLast(({ step }) => step === 'tier.offered')?.payload,
    eraseAll: () => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway'),
  };
}
