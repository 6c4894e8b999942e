import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { RequestState } from '#lib/domain/evaluation/package/request.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { TodayNamed } from './today-named.tsx';
import { formatWhen } from './when.ts';

interface AskedPackage {
  readonly id: string;
  readonly study: string;
  readonly asked: LocalTime;
}

interface NamedTrial {
  readonly id: string;
  readonly title: string;
}

export interface ResearchToday {
  readonly packages: readonly AskedPackage[];
  readonly trials: readonly NamedTrial[];
  readonly looks: readonly NamedTrial[];
  readonly mine: readonly (AskedPackage & {
    readonly state: RequestState;
    readonly until: Day | null;
  })[];
}

interface Props {
  readonly frame: Frame;
  readonly research: ResearchToday;
}

/** Requests and comparisons that wait for this person's signature, and how their own requests stand. */
export function TodayResearch({ frame, research }: Props) {
  const { t, locale } = frame;
  const { packages, trials, looks, mine } = research;
  const asked = ({ id, study, asked: at }: AskedPackage) => ({
    path: staffPaths.package(id),
    name: t('export.open', { study, when: formatWhen(locale, at) }),
  });
  const trial = ({ id, title }: NamedTrial) => ({ path: staffPaths.trial(id), name: title });
  return (
    <>
      <TodayNamed
        frame={frame}
        title={t('staff.today.packages.title')}
        lead={t('staff.today.packages.text')}
        items={packages.map(asked)}
      />
      <TodayNamed
        frame={frame}
        title={t('staff.today.trials.title')}
        lead={t('staff.today.trials.text')}
        items={trials.map(trial)}
      />
      <TodayNamed
        frame={frame}
        title={t('staff.today.looks.title')}
        lead={t('staff.today.looks.text')}
        items={looks.map(trial)}
      />
      <TodayNamed
        frame={frame}
        title={t('staff.today.myPackages.title')}
        items={mine.map((one) => ({
          ...asked(one),
          state:
            one.until === null
              ? t(`export.states.${one.state}`)
              : t('staff.today.myPackages.until', {
                  date: formatDate(locale, isoDate(one.until)),
                }),
        }))}
      />
    </>
  );
}
