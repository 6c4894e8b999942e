import type { Policy, PolicyRule } from './policy.ts';

/** A policy to start from, with where each cut-off comes from and whom it was measured in. */
export interface Preset {
  readonly id: string;
  readonly policy: Policy;
  readonly cutoffs: readonly Cutoff[];
}

interface Cutoff {
  readonly from: number;
  readonly citation: string;
  readonly population: string;
}

const KROENKE =
  'Kroenke, Spitzer, Williams 2001, J Gen Intern Med 16:606-613, DOI 10.1046/j.1525-1497.2001.016009606.x';
const LEVIS = 'Levis, Benedetti, Thombs 2019, BMJ 365:l1476, DOI 10.1136/bmj.l1476';
const NICE =
  'NICE guideline NG222 (June 2022), "less" and "more severe" depression split at PHQ-9 16, https://www.nice.org.uk/guidance/ng222';
const REVIEW =
  'Order of steps: Chen, Yang 2026, DOI 10.2196/35057, section 3.5, which names no score; the cut-offs are ours.';

const UNITED_STATES =
  'Adults in primary and obstetric-gynaecological care, United States, 6,000 people; not measured in Chinese samples.';
const META_ANALYSIS =
  'Adults, 29 studies with semi-structured interviews, 6,725 people: sensitivity 0.88, specificity 0.85 at 10.';
const ENGLAND =
  'Adults, guideline for the National Health Service in England; not a measured cut-off.';
const LOWER_IN_CHINA =
  'Chosen low on purpose: optima below 10, down to 7, are reported for Chinese general-population samples (Wang et al. 2014, Gen Hosp Psychiatry 36:539-544; not re-read by us).';

const rule = (
  id: string,
  from: number,
  to: number,
): Pick<PolicyRule, 'id' | 'instrument' | 'from' | 'to'> => ({
  id,
  instrument: 'phq-9',
  from,
  to,
});

/** Proposals only: a clinician chooses, changes and signs before real use. */
export const PRESETS: readonly Preset[] = [
  {
    // Decision D10.
    id: 'review-default',
    policy: {
      schema: 1,
      name: 'review-default',
      recheckAfterDays: 14,
      rules: [
        { ...rule('guidance-0-4', 0, 4), tier: 'guidance', alsoOpen: [] },
        { ...rule('group-5-9', 5, 9), tier: 'community', alsoOpen: ['guidance'] },
        {
          ...rule('meet-10-27', 10, 27),
          tier: 'face_to_face',
          alsoOpen: ['guidance', 'community'],
        },
      ],
      source: `${REVIEW} 5: ${KROENKE}. 10: ${LEVIS}.`,
    },
    cutoffs: [
      { from: 5, citation: KROENKE, population: UNITED_STATES },
      { from: 10, citation: LEVIS, population: META_ANALYSIS },
    ],
  },
  {
    id: 'nice-ng222-like',
    policy: {
      schema: 1,
      name: 'nice-ng222-like',
      recheckAfterDays: 14,
      rules: [
        { ...rule('guidance-0-4', 0, 4), tier: 'guidance', alsoOpen: [] },
        { ...rule('group-5-15', 5, 15), tier: 'community', alsoOpen: ['guidance'] },
        {
          ...rule('meet-16-27', 16, 27),
          tier: 'face_to_face',
          alsoOpen: ['guidance', 'community'],
        },
      ],
      source: `5: ${KROENKE}. 16: ${NICE}; it cuts through the band 15-19. Not endorsed by NICE.`,
    },
    cutoffs: [
      { from: 5, citation: KROENKE, population: UNITED_STATES },
      { from: 16, citation: NICE, population: ENGLAND },
    ],
  },
  {
    id: 'conservative',
    policy: {
      schema: 1,
      name: 'conservative',
      recheckAfterDays: 14,
      rules: [
        { ...rule('guidance-0-4', 0, 4), tier: 'guidance', alsoOpen: ['community'] },
        { ...rule('meet-5-27', 5, 27), tier: 'face_to_face', alsoOpen: ['guidance', 'community'] },
      ],
      source: `Face-to-face from the lowest published band edge. 5: ${KROENKE}.`,
    },
    cutoffs: [{ from: 5, citation: KROENKE, population: LOWER_IN_CHINA }],
  },
];

/** The policy a new deployment starts with. */
export const DEFAULT_PRESET_ID = 'review-default';
