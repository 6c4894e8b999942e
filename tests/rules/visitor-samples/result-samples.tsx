import type { Frame } from '#components/layout/frame.ts';
import { OtherSteps } from '#components/pathway/other-steps.tsx';
import { Result } from '#components/pathway/result.tsx';
import { Score } from '#components/pathway/score.tsx';
import type { Band } from '#lib/domain/screening/band.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { COMMUNITY, FACE, failed, GUIDANCE, HELP, type Sample, STEPS } from './sample.ts';

const RESULTS = [
  ['minimal', 3, FACE],
  ['mild', 7, COMMUNITY],
  ['moderate', 12, GUIDANCE],
  ['moderately_severe', 17, FACE],
  ['severe', 24, FACE],
] as const satisfies readonly (readonly [Band, number, (typeof STEPS)[number]])[];

export function resultSamples(frame: Frame): readonly Sample[] {
  const { options } = phq9Wording(frame.locale);
  const often = options[3]?.label ?? '';
  const common = {
    ...{ frame, options: STEPS, ...HELP, canChange: true, standsIn: false, closed: false },
    strongest: [
      { n: 3, answerLabel: often },
      { n: 4, answerLabel: often },
      { n: 5, answerLabel: options[2]?.label ?? '' },
    ],
  };
  const none = { band: null, crisis: false, step: null, policyName: null, score: null } as const;
  return [
    ...RESULTS.map(([band, total, step]) => ({
      name: `result-${band}`,
      page: (
        <Result
          {...common}
          band={band}
          crisis={band === 'minimal'}
          step={step}
          reason={band === 'severe' ? 'severe_floor' : 'policy'}
          policyName="review-default"
          score={{ total, max: 27 }}
        />
      ),
    })),
    {
      name: 'result-closed',
      page: (
        <Result
          {...{ ...common, ...none, score: { total: 12, max: 27 } }}
          {...{ band: 'moderate', step: FACE, closed: true, reason: 'policy' }}
        />
      ),
    },
    { name: 'result-none', page: <Result {...common} {...none} reason="no_total" /> },
  ];
}

export function afterResultSamples(frame: Frame): readonly Sample[] {
  const { items, options, functionalItem } = phq9Wording(frame.locale);
  const score = {
    ...{ frame, policyName: 'review-default', date: '23 November 2026' },
    difficultyLabel: functionalItem?.options[1]?.label ?? null,
  };
  const answers = items.map(({ text }, i) => ({ item: text, label: options[i % 4]?.label ?? '' }));
  return [
    { name: 'score', page: <Score {...score} total={12} band="moderate" answers={answers} /> },
    { name: 'score-forgotten', page: <Score {...score} total={null} band={null} answers={null} /> },
    { name: 'other', page: <OtherSteps frame={frame} errors={[]} options={STEPS} /> },
    {
      name: 'other-failed',
      page: (
        <OtherSteps frame={frame} errors={failed('step', 'result.other.error')} options={STEPS} />
      ),
      failing: ['step'],
    },
    {
      name: 'other-none-open',
      page: (
        <OtherSteps
          frame={frame}
          errors={[]}
          options={STEPS.map((step) => ({ ...step, closed: true }))}
        />
      ),
    },
  ];
}
