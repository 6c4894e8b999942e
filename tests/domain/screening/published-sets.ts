import { z } from 'zod';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import published from './published-examples.json' with { type: 'json' };

const answer = z.union([z.number(), z.enum(['yes', 'no'])]).nullable();
const number = z.number().nullable().optional();
const WORDS = { yes: 1, no: 0 } as const;

/** Every published set of answers, with `yes` and `no` as numbers. */
export const publishedSets = z
  .array(
    z.object({
      id: z.string(),
      instrument: z.string(),
      kind: z.string().optional(),
      answers: z.array(
        answer.transform((given): ItemAnswer | null =>
          typeof given === 'string' ? WORDS[given] : given,
        ),
      ),
      functional: z.literal([0, 1, 2, 3]).optional(),
      declaredTotal: z.number().optional(),
      expected: z.object({
        total: number,
        mean: number,
        band: z.string().optional(),
        result: z.string().optional(),
        item9Positive: z.boolean().optional(),
        item9: z.literal('unknown').optional(),
        subscales: z.record(z.string(), z.number()).optional(),
        positive: z.record(z.string(), z.boolean()).optional(),
        'complete-only': z.object({ total: z.null() }).optional(),
      }),
    }),
  )
  .parse(published.examples);
