import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { RELIABLE_POINTS } from '#lib/domain/screening/change.ts';
import { ButtonLink } from '../form/button.tsx';
import { DataTable } from '../layout/data-table.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { ChangeSince, type Since } from '../pathway/change-since.tsx';
import { FORMS, type FormName, type FormResult } from '../pathway/form-result.ts';

interface Props {
  readonly frame: Frame;
  /** The oldest first; fewer than two: there is nothing to compare yet. */
  readonly checks: readonly {
    readonly date: string;
    readonly forms: readonly Omit<FormResult, 'band'>[];
  }[];
  readonly since: readonly Since[];
  /** Where somebody can talk about it: a guide, else a place. */
  readonly talk: string;
  /** People to call, where the crisis floor asks for them. */
  readonly lines: readonly CrisisLine[];
}

/** What changed from check to check: words first, then a small table, and no aim to reach. */
export function OverTimePage({ frame, checks, since, talk, lines }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('place.overTime.title')} back={paths.mine}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <ChangeSince frame={frame} since={since} />
      {checks.length < 2 ? (
        <p>{t('place.overTime.one')}</p>
      ) : (
        <Totals frame={frame} checks={checks} />
      )}
      {Object.entries(RELIABLE_POINTS)
        .filter(([form]) => since.some(({ instrument }) => instrument === form))
        .map(([form, points]) => (
          <p key={form} className="note">
            {t('place.overTime.points', {
              what: t(`result.about.${form as keyof typeof RELIABLE_POINTS}`),
              points,
            })}
          </p>
        ))}
      <p>{t('result.details.behind')}</p>
      <p className="actions">
        <ButtonLink kind="clay" href={href(talk)}>
          {t('place.overTime.talk')}
        </ButtonLink>
        <a href={href(paths.mine)}>{t('mine.again.back')}</a>
      </p>
    </Document>
  );
}

function Totals({ frame: { t }, checks }: Pick<Props, 'frame' | 'checks'>) {
  const names = (Object.keys(FORMS) as FormName[]).filter((name) =>
    checks.some(({ forms }) => forms.some(({ instrument }) => instrument === name)),
  );
  return (
    <DataTable
      caption={t('place.overTime.table')}
      columns={[
        { key: 'date', label: t('place.overTime.date') },
        ...names.map((name) => ({
          key: name,
          label: t('place.overTime.form', { form: FORMS[name].name, max: FORMS[name].max }),
          number: true,
        })),
      ]}
      rows={checks.map(({ date, forms }) => ({
        key: date,
        cells: {
          date,
          ...Object.fromEntries(
            forms.map(({ instrument, total }) => [
              instrument,
              total ?? t('place.overTime.noTotal'),
            ]),
          ),
        },
      }))}
    />
  );
}
