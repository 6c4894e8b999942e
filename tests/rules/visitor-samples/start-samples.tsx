import type { Frame } from '#components/layout/frame.ts';
import { BeforeYouStart } from '#components/screening/before-you-start.tsx';
import { FollowUp } from '#components/screening/follow-up.tsx';
import { FollowUpDone } from '#components/screening/follow-up-done.tsx';
import { Likely } from '#components/screening/likely.tsx';
import { ResearchChoice } from '#components/screening/research-choice.tsx';
import { Support } from '#components/screening/support.tsx';
import { wordingOf } from '#lib/i18n/instruments.ts';
import { failed, HELP, NONE, type Sample } from './sample.ts';

/** There is no published wording in Chinese: the page is not shown there. */
const asqIn = (frame: Frame) => wordingOf('asq', frame.locale);

export function startSamples(frame: Frame): readonly Sample[] {
  const likely = { frame, ...NONE, post: '/check/likely', skip: '/next' } as const;
  const support = { frame, back: '/check/9', canAskMore: false } as const;
  const toFix = [
    ...failed('device', 'check.start.deviceError'),
    ...failed('self', 'check.start.selfError'),
  ];
  return [
    { name: 'start', page: <BeforeYouStart frame={frame} {...NONE} minimumAge={18} /> },
    {
      name: 'start-failed',
      page: (
        <BeforeYouStart frame={frame} values={{ age: 'adult' }} minimumAge={18} errors={toFix} />
      ),
      failing: ['device', 'self'],
    },
    { name: 'research', page: <ResearchChoice frame={frame} {...NONE} /> },
    { name: 'research-chance', page: <ResearchChoice frame={frame} {...NONE} chance /> },
    { name: 'support', page: <Support {...support} told="answered" {...HELP} go="/check/10" /> },
    { name: 'support-last', page: <Support {...support} told="answered" {...HELP} go={null} /> },
    {
      name: 'support-declined',
      page: <Support {...support} told={9} emergency={null} lines={[]} go="/check/10" />,
    },
    {
      name: 'support-left-one',
      page: <Support {...support} told={null} emergency={null} lines={[]} go="/check/10" />,
    },
    {
      name: 'support-more',
      page: (
        <Support {...support} told="answered" {...HELP} go="/check/10" {...{ canAskMore: true }} />
      ),
    },
    ...[asqIn(frame)]
      .filter((one) => one !== null)
      .map(({ items, options }) => ({
        name: 'follow-up',
        page: <FollowUp {...{ frame, ...NONE, items, options }} />,
      })),
    ...(['now', 'soon', 'none'] as const).map((outcome) => ({
      name: `follow-up-${outcome}`,
      page: <FollowUpDone {...{ frame, outcome, ...HELP }} />,
    })),
    { name: 'likely', page: <Likely {...likely} phase="before_result" /> },
    { name: 'likely-after', page: <Likely {...likely} phase="after_step" /> },
    {
      name: 'likely-failed',
      page: (
        <Likely {...likely} phase="after_step" errors={failed('strength', 'check.likely.error')} />
      ),
      failing: ['strength'],
    },
  ];
}
