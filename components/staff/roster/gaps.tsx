import type { Day } from '#lib/domain/basics/ids.ts';
import { timeText, weekdayText } from '#lib/i18n/dates.ts';
import type { Frame } from '../../layout/frame.ts';
import { listOf } from '../../layout/shell/format.ts';
import type { RoleOnRoster } from './roster-facts.ts';

interface Props {
  readonly frame: Frame;
  readonly roles: readonly RoleOnRoster[];
  /** What is over is no gap any more. */
  readonly today: Day;
}

/** When nobody is there, in words, and whose names are missing from the week. */
export function Gaps({ frame, roles, today }: Props) {
  const { t } = frame;
  const sentences = roles.flatMap((role) => [
    ...gapsIn(frame, role, today),
    ...peopleIn(frame, role),
  ]);
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t('roster.gaps.title')}</h2>
      {sentences.length === 0 ? <p>{t('roster.gaps.none')}</p> : null}
      {sentences.length === 0 ? null : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A day off is no gap: it was meant. */
function gapsIn({ t, locale }: Frame, { role, week }: RoleOnRoster, today: Day): readonly string[] {
  const name = t(`roster.role.${role}`);
  const meant = week.filter(({ day, off }) => off === null && day >= today);
  const empty = meant.filter(({ staffed }) => !staffed).map(({ day }) => weekdayText(locale, day));
  const days = { role: name, days: listOf(locale, empty) };
  const spans = meant.flatMap(({ day, gaps }) =>
    gaps.map(({ from, to }) => ({ day: weekdayText(locale, day), from, to })),
  );
  return [
    ...(empty.length === 0 ? [] : [t('roster.gaps.days', days)]),
    ...spans.map(({ day, from, to }) =>
      t('roster.gaps.span', {
        ...{ role: name, day },
        from: timeText(locale, from),
        to: timeText(locale, to),
      }),
    ),
  ];
}

function peopleIn({ t, locale }: Frame, role: RoleOnRoster): readonly string[] {
  const name = t(`roster.role.${role.role}`);
  return (['without', 'notCounting'] as const).flatMap((which) => {
    const names = role[which];
    return names.length === 0
      ? []
      : [t(`roster.gaps.${which}`, { role: name, names: listOf(locale, names) })];
  });
}
