import type { Frame } from '#components/layout/frame.ts';
import type { Since } from '#components/pathway/change-since.tsx';
import { OtherSteps } from '#components/pathway/other-steps.tsx';
import { Result } from '#components/pathway/result.tsx';
import { Score } from '#components/pathway/score.tsx';
import type { Move } from '#components/pathway/step-move.tsx';
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

const phq9 = (total: number | null, band: Band | null) =>
  ({ instrument: 'phq-9', total, band }) as const;
const BOTH = [{ instrument: 'gad-7', total: 16, band: 'severe' }, phq9(6, 'mild')] as const;

const MOVES = [
  { to: 'up', had: 'guidance', betterTwice: false },
  { to: 'down', had: 'face_to_face', betterTwice: false },
  { to: 'down', had: 'face_to_face', betterTwice: true },
] as const satisfies readonly Move[];

export const SINCE = [
  { instrument: 'phq-9', date: '6 August 2026', change: 'worse' },
  { instrument: 'gad-7', date: '6 August 2026', change: 'better' },
  { instrument: 'phq-4', date: '6 August 2026', change: null },
] as const satisfies readonly Since[];

export function resultSamples(frame: Frame): readonly Sample[] {
  const { options } = phq9Wording(frame.locale);
  const often = options[3]?.label ?? '';
  const common = {
    ...{ frame, options: STEPS, ...HELP, canChange: true, standsIn: false, closed: false },
    ...{ care: null, signs: null, since: [], move: null },
    strongest: [
      { question: { form: 'phq-9', item: 3 }, answerLabel: often },
      { question: { form: 'phq-9', item: 4 }, answerLabel: often },
      { question: { form: 'gad-7', item: 5 }, answerLabel: options[2]?.label ?? '' },
    ],
  } as const;
  const none = { forms: [phq9(null, null)], crisis: false, step: null, policyName: null } as const;
  return [
    ...RESULTS.map(([band, total, step]) => ({
      name: `result-${band}`,
      page: (
        <Result
          {...common}
          forms={[phq9(total, band)]}
          crisis={band === 'minimal'}
          step={step}
          reason={band === 'severe' ? 'severe_floor' : 'policy'}
          policyName="review-default"
        />
      ),
    })),
    {
      name: 'result-closed',
      page: (
        <Result
          {...{ ...common, ...none, forms: [phq9(12, 'moderate')] }}
          {...{ step: FACE, closed: true, reason: 'policy' }}
        />
      ),
    },
    {
      name: 'result-both',
      page: (
        <Result
          {...{ ...common, ...none, forms: BOTH, care: 'in_care', signs: 'some' }}
          {...{ step: FACE, crisis: true, reason: 'crisis_floor' }}
        />
      ),
    },
    {
      name: 'result-short',
      page: (
        <Result
          {...{ ...common, ...none, forms: [{ instrument: 'phq-4', total: 0, band: 'normal' }] }}
          {...{ step: GUIDANCE, reason: 'policy', strongest: [] }}
        />
      ),
    },
    ...MOVES.map((move, place) => ({
      name: `result-later-${place}`,
      page: (
        <Result
          {...{ ...common, ...none, forms: [phq9(12, 'moderate')], reason: 'policy' }}
          {...{ step: move.to === 'up' ? FACE : GUIDANCE, move, since: SINCE }}
        />
      ),
    })),
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
    { name: 'score', page: <Score {...score} forms={[phq9(12, 'moderate')]} answers={answers} /> },
    {
      name: 'score-forgotten',
      page: <Score {...score} forms={[phq9(null, null)]} answers={null} />,
    },
    { name: 'score-both', page: <Score {...score} forms={BOTH} answers={answers} /> },
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
