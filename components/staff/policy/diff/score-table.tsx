import type { TierChange } from '#lib/domain/routing/review/compare.ts';
import { tierRank } from '#lib/domain/routing/tier.ts';
import { Details } from '../../../form/details.tsx';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { formName } from '../words/say.ts';

interface Props {
  readonly frame: Frame;
  readonly changes: readonly TierChange[];
  /** Beside a draft the older policy is the one that is live now. */
  readonly of: 'draft' | 'version';
}

/** For every score of every form the old and the new step; what changes is said in words. */
export function ScoreTable({ frame, changes, of }: Props) {
  const { t } = frame;
  const byForm = [...Map.groupBy(changes, ({ instrument }) => instrument)];
  return (
    <>
      {byForm.map(([instrument, own]) => (
        <Details key={instrument} summary={summaryOf(frame, instrument, own)}>
          <FormTable frame={frame} changes={own} of={of} />
        </Details>
      ))}
      <p className="note">{t('policy.every.floor')}</p>
    </>
  );
}

function summaryOf({ t }: Frame, instrument: string, own: readonly TierChange[]): string {
  const count = own.filter(({ before, after }) => before !== after).length;
  return t('policy.every.summary', { form: formName(instrument), count });
}

function FormTable({ frame: { t }, changes, of }: Props) {
  const rows = changes.map(({ total, before, after }) => {
    const more = tierRank(after) > tierRank(before);
    const change = before === after ? 'same' : more ? 'more' : 'less';
    return {
      key: String(total),
      cells: {
        score: total,
        before: t(`policy.tier.${before}`),
        after: t(`policy.tier.${after}`),
        change: change === 'same' ? t('policy.every.same') : <b>{t(`policy.every.${change}`)}</b>,
      },
    };
  });
  return (
    <DataTable
      caption={t(`policy.every.${of}`)}
      columns={[
        { key: 'score', label: t('policy.every.score') },
        { key: 'before', label: t(of === 'draft' ? 'policy.every.now' : 'policy.every.before') },
        { key: 'after', label: t('policy.every.after') },
        { key: 'change', label: t('policy.every.change') },
      ]}
      rows={rows}
    />
  );
}
