import type { Group, GroupArm, Subgroups } from '#lib/domain/evaluation/trials/subgroups.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';
import { sayCount } from './say-count.ts';
import type { TrialFigures, TrialView } from './trial-view.ts';

interface Props {
  readonly frame: Frame;
  readonly view: TrialView;
  readonly figures: TrialFigures;
}

/** The groups that were registered to be looked at apart, with what they do not show. */
export function SubgroupResults({ frame, view, figures }: Props) {
  const { t } = frame;
  if (figures.subgroups.length === 0) return null;
  return (
    <>
      <h3>{t('trials.subgroups.title')}</h3>
      <p>{t('trials.subgroups.lead')}</p>
      {figures.subgroups.map((one) => (
        <OneTable key={one.by} frame={frame} view={view} subgroups={one} />
      ))}
    </>
  );
}

interface TableProps extends Pick<Props, 'frame' | 'view'> {
  readonly subgroups: Subgroups;
}

function OneTable({ frame, view, subgroups: { by, groups, apart } }: TableProps) {
  const { t, lang } = frame;
  const { arms, primary } = view.trial.registration;
  const [first, second] = arms.map(({ way }) => t(`trials.way.${way}`));
  const names = new Intl.ListFormat(lang).format(
    (apart ?? []).map((one) => nameOf(frame, by, one)),
  );
  return (
    <>
      <DataTable
        caption={t('trials.subgroups.caption', {
          by: t(`trials.subgroup.${by}`),
          count: primary.days,
        })}
        columns={[
          { key: 'group', label: t('trials.subgroups.group') },
          { key: 'first', label: first ?? '', number: true },
          { key: 'second', label: second ?? '', number: true },
          { key: 'effect', label: t('trials.subgroups.difference') },
        ]}
        rows={groups.map(({ group, arms: [a, b], effect }) => ({
          key: group,
          cells: {
            group: nameOf(frame, by, group),
            first: wentOf(frame, a),
            second: wentOf(frame, b),
            effect: sayDifference(frame, effect),
          },
        }))}
        stacked
      />
      <p>
        {apart === null
          ? t('trials.subgroups.few')
          : t(apart.length === 0 ? 'trials.subgroups.same' : 'trials.subgroups.apart', { names })}
      </p>
    </>
  );
}

function nameOf({ t }: Frame, by: Subgroups['by'], group: string): string {
  return by === 'locale'
    ? LANGUAGE_NAMES[group as keyof typeof LANGUAGE_NAMES]
    : t(`trials.band.${group}` as Parameters<typeof t>[0]);
}

function wentOf(frame: Frame, { attended, followed }: GroupArm): string {
  if (attended.kind !== 'shown' && followed.kind !== 'shown') return sayCount(frame, attended);
  return frame.t('trials.subgroups.went', {
    x: sayCount(frame, attended),
    n: sayCount(frame, followed),
  });
}

function sayDifference({ t, lang }: Frame, effect: Group['effect']): string {
  const { diff = null, lo = null, hi = null } = effect ?? {};
  if (diff === null || lo === null || hi === null) return t('trials.subgroups.hidden');
  const points = new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'always' });
  const inPoints = (share: number) => points.format(share * 100);
  return t('trials.subgroups.points', { diff: inPoints(diff), lo: inPoints(lo), hi: inPoints(hi) });
}
