import { expect, test } from 'vitest';
import type { Step } from '#lib/domain/pathway/transition.ts';
import { hasUnreadAnswer } from '#lib/domain/pathway/unread.ts';

const after = (...steps: Step[]) => hasUnreadAnswer(steps.map((step) => ({ step })));

test('an answer is new until it was looked at, and so is the next one', () => {
  expect(after('guidance.requested')).toBe(false);
  expect(after('guidance.requested', 'guidance.answered')).toBe(true);
  expect(after('guidance.answered', 'guidance.read', 'tier.decided')).toBe(false);
  expect(after('guidance.answered', 'guidance.read', 'guidance.answered')).toBe(true);
});
