import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import { scoreAnswers } from '#lib/domain/screening/score.ts';
import published from './phq-9-examples.json' with { type: 'json' };

const answer = z.literal([0, 1, 2, 3]);
const examples = z
  .array(
    z.object({
      id: z.string(),
      kind: z.string().optional(),
      answers: z.array(answer.nullable()),
      functional: answer.optional(),
      declaredTotal: z.number().optional(),
      expected: z.object({
        total: z.number().optional(),
        band: z.string().optional(),
        item9Positive: z.boolean().optional(),
        item9: z.literal('unknown').optional(),
        'complete-only': z.object({ total: z.null() }).optional(),
      }),
    }),
  )
  .parse(published.examples);

describe('published answer sets score as published', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_id, example) => {
    const difficulty = example.functional ?? null;
    const score = scoreAnswers(phq9, { items: example.answers, difficulty });
    const { expected } = example;
    expect(score.total).toBe(expected.total ?? null);
    expect(score.band).toBe(expected.band ?? null);
    expect(score.crisis).toBe(expected.item9Positive ?? true);
    expect(score.item9 === 'declined').toBe(expected.item9 === 'unknown');
    expect(score.difficulty).toBe(difficulty);
    if (example.declaredTotal !== undefined) expect(score.total).not.toBe(example.declaredTotal);
  });

  test('there are 17, four with items missing and one whose source declares a wrong total', () => {
    expect(examples).toHaveLength(17);
    expect(examples.filter(({ kind }) => kind === 'missing')).toHaveLength(4);
    expect(examples.filter(({ kind }) => kind === 'negative')).toHaveLength(1);
  });
});
