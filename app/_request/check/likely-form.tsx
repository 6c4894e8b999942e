import { z } from 'zod';
import type { Go, View } from '#app/_request/page-types.ts';
import { Likely } from '#components/screening/likely.tsx';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import {
  type IntentionPhase,
  stateIntention,
} from '#lib/usecases/visitor/check/state-intention.ts';

interface Place {
  readonly phase: IntentionPhase;
  readonly post: string;
  /** Where it leads, answered or left out. */
  readonly next: string;
}

/** Ruling R2: how likely a talk in person is, asked before the result and again once a step was chosen. */
export function likelyForm({ phase, post, next }: Place) {
  return {
    view({ frame, errors, values }: View<VisitorSession>) {
      const form = { frame, errors, values, phase, post, skip: next };
      return { page: <Likely {...form} /> };
    },
    fields: z.object({
      strength: z
        .string()
        .regex(/^[1-7]?$/, 'check.likely.error')
        .default(''),
    }),
    async act(ctx: VisitorContext, { strength }: { readonly strength: string }): Promise<Go> {
      if (strength !== '') await stateIntention(ctx, phase, Number(strength));
      return { go: next };
    },
  };
}
