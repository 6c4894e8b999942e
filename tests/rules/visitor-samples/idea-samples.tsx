import type { Frame } from '#components/layout/frame.ts';
import { IdeaPage } from '#components/pathway/idea.tsx';
import { Obstacles } from '#components/pathway/obstacles.tsx';
import { bundleFor } from '#lib/domain/bridges/bundle.ts';
import { factsOf } from '#lib/domain/bridges/facts.ts';
import { serviceOf } from '../../domain/referrals/services.ts';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const PLACE = serviceOf({ waitDays: 28, modes: ['in_person', 'phone'] });
const CODES = ['stigma-public', 'fear-label', 'waiting', 'privacy-fear'] as const;

export function ideaSamples(frame: Frame): readonly Sample[] {
  const ask = { frame, ...NONE, lines: [] };
  const four = { obstacle: 'stigma,cost,waiting,trust' };
  const everyone = bundleFor({ codes: CODES, intention: 3, population: 'general' });
  const staff = bundleFor({ codes: CODES, intention: 3, population: 'health_staff' });
  const common = {
    ...{ frame, errors: [], ideas: everyone, stale: false, forStaff: false, lines: [] },
    known: { facts: factsOf(PLACE, [PLACE]), steps: 12 },
  };
  const list = { facts: factsOf(null, [PLACE]), steps: 12 };
  return [
    { name: 'obstacles', page: <Obstacles {...ask} /> },
    { name: 'obstacles-urgent', page: <Obstacles {...ask} lines={HELP.lines.slice(0, 1)} /> },
    {
      name: 'obstacles-failed',
      page: (
        <Obstacles
          {...ask}
          values={four}
          errors={failed('obstacle', 'bridges.obstacles.error.tooMany')}
        />
      ),
      failing: ['obstacle'],
    },
    ...everyone.map((_idea, i) => ({
      name: `idea-${i + 1}`,
      page: <IdeaPage {...common} k={i + 1} />,
    })),
    ...staff.map((_idea, i) => ({
      name: `idea-staff-${i + 1}`,
      page: <IdeaPage {...common} ideas={staff} k={i + 1} known={list} forStaff />,
    })),
    { name: 'idea-stale', page: <IdeaPage {...common} k={1} stale forStaff={null} /> },
    {
      name: 'idea-urgent',
      page: <IdeaPage {...common} k={1} lines={HELP.lines.slice(0, 1)} />,
    },
  ];
}
