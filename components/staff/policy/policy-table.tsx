import type { Policy, PolicyTable as Table } from '#lib/domain/routing/policy.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { LockedRows } from './locked-rows.tsx';
import { formName, sayOtherwise, sayRaise, sayScores, saySteps } from './words/say.ts';

interface Props {
  readonly frame: Frame;
  readonly policy: Policy;
}

/** A policy to read: the fixed rows first, then its tables, its default row and its rules. */
export function PolicyTable({ frame, policy }: Props) {
  const { t } = frame;
  return (
    <>
      <LockedRows frame={frame} />
      {policy.tables.map((table) => (
        <OneTable key={table.instrument} frame={frame} table={table} />
      ))}
      <p>{sayOtherwise(frame, policy.otherwise)}</p>
      {policy.raises.length === 0 ? null : (
        <>
          <h3>{t('policy.raise.title')}</h3>
          <ol>
            {policy.raises.map((raise) => (
              <li key={raise.id}>{sayRaise(frame, raise)}</li>
            ))}
          </ol>
        </>
      )}
      <p>{t('policy.rule.recheck', { days: policy.recheckAfterDays })}</p>
    </>
  );
}

function OneTable({ frame, table }: { readonly frame: Frame; readonly table: Table }) {
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
          scores: sayScores(t, row.from, row.to),
          step: t(`policy.tier.${row.tier}`),
          also: saySteps(frame, row.alsoOpen),
        },
      }))}
      stacked
    />
  );
}
