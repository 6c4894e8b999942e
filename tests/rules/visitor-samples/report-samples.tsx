import type { Frame } from '#components/layout/frame.ts';
import { MyReports } from '#components/public/report/my-reports.tsx';
import { TellUs } from '#components/public/report/tell-us.tsx';
import { ToldUs } from '#components/public/report/told-us.tsx';
import { ClosedPage } from '#components/public/state/closed.tsx';
import type { Day } from '#lib/domain/basics/ids.ts';
import { PARTS } from '#lib/domain/roster/pause.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const REPORT = {
  number: 'K7M2-9QXC',
  kind: 'harm',
  arrived: 20_780 as Day,
  words: 'It was late.\nNobody said why.',
} as const;

/** What somebody tells us, and parts that are closed for a while. */
export function reportSamples(frame: Frame): readonly Sample[] {
  const told = { frame, help: HELP, number: REPORT.number };
  const reports = [
    { ...REPORT, state: 'new', outcome: null, answer: null },
    { ...REPORT, number: 'K7M2-9QXD', state: 'closed', outcome: 'right', answer: 'It was late.' },
  ] as const;
  const closed = { help: HELP, until: 'Tuesday 6 August, 6pm', open: new Set(TIERS) };
  return [
    { name: 'tell-us', page: <TellUs frame={frame} {...NONE} mayRead /> },
    {
      name: 'tell-us-failed',
      page: (
        <TellUs
          frame={frame}
          values={{}}
          mayRead={false}
          errors={[
            ...failed('kind', 'report.error.kind'),
            ...failed('words', 'report.error.empty'),
          ]}
        />
      ),
      failing: ['kind', 'words'],
    },
    { name: 'told-us', page: <ToldUs {...told} answer risk={false} /> },
    { name: 'told-us-risk', page: <ToldUs {...told} answer={false} risk /> },
    { name: 'my-reports', page: <MyReports frame={frame} reports={reports} /> },
    { name: 'my-reports-none', page: <MyReports frame={frame} reports={[]} /> },
    ...PARTS.map((part) => ({
      name: `closed-${part}`,
      page: <ClosedPage frame={frame} {...closed} part={part} goOn={null} />,
    })),
  ];
}
