import type { Policy, PolicyTable as Table } from '#lib/domain/routing/policy.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { join } from '../../layout/shell/format.ts';
import { LockedRows } from './locked-rows.tsx';
import { Mark } from './mark.tsx';
import { formName, sayFloor, sayOtherwise, sayRaise, sayScores, stepsCell } from './words/say.ts';

interface Props {
  readonly frame: Frame;
  readonly policy: Policy;
  /** Id of the row or rule that decided for a made-up person, `otherwise`, or a floor: it is marked. */
  readonly fired?: string;
}

/** A policy to read: the fixed rows first, then its tables, its default row and its rules. */
export function PolicyTable({ frame, policy, fired }: Props) {
  const { t } = frame;
  return (
    <>
      <LockedRows frame={frame} fired={fired} />
      {policy.tables.map((table) => (
        <details className="max-w-none" key={table.instrument} open={isOpen(table, fired)}>
          <summary>{formName(table.instrument)}</summary>
          <OneTable frame={frame} table={table} fired={fired} />
        </details>
      ))}
      <p>
        {sayOtherwise(frame, policy.otherwise)} {fired === 'otherwise' ? <Mark t={t} /> : null}
      </p>
      {policy.raises.length === 0 ? null : (
        <>
          <h3>{t('policy.raise.title')}</h3>
          <ol>
            {policy.raises.map((raise) => (
              <li key={raise.id}>
                {sayRaise(frame, raise)} {raise.id === fired ? <Mark t={t} /> : null}
              </li>
            ))}
          </ol>
        </>
      )}
      <p>{t('policy.rule.recheck', { days: policy.recheckAfterDays })}</p>
    </>
  );
}

/** The form that most people fill in, and the one that decided; the others are folded up. */
function isOpen({ instrument, rows }: Table, fired: string | undefined): boolean {
  return instrument === 'phq-9' || rows.some(({ id }) => id === fired);
}

interface OneProps {
  readonly frame: Frame;
  readonly table: Table;
  readonly fired: string | undefined;
}

function OneTable({ frame, table, fired }: OneProps) {
  const { t } = frame;
  return (
    <DataTable
      caption={t('policy.draft.tableOf', { form: formName(table.instrument) })}
      columns={[
        { key: 'scores', label: t('policy.columns.scores') },
        { key: 'step', label: t('policy.columns.step') },
        { key: 'also', label: t('policy.columns.also') },
      ]}
      rows={table.rows.map((row) => ({
        key: row.id,
        cells: {
          scores: (
            <>
              {sayScores(t, row.from, row.to)} {row.id === fired ? <Mark t={t} /> : null}
            </>
          ),
          step: join(frame.locale, [
            t(`policy.tier.${row.tier}`),
            ...sayFloor(frame, table.instrument, row).map((said) => `(${said})`),
          ]),
          also: stepsCell(frame, row.alsoOpen),
        },
      }))}
      stacked
    />
  );
}
