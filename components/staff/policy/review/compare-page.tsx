import type { Policy } from '#lib/domain/routing/policy.ts';
import type { TierChange } from '#lib/domain/routing/review/compare.ts';
import { Button } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import type { FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { DiffSentences } from '../diff/diff-sentences.tsx';

interface Diff {
  readonly before: Policy;
  readonly after: Policy;
  readonly changes: readonly TierChange[];
}

interface Props {
  readonly frame: Frame;
  readonly mayEdit: boolean;
  readonly view: {
    readonly id: string;
    readonly name: string;
    readonly conflict: boolean;
    readonly live: { readonly hash: string; readonly name: string } | null;
    readonly theirs: Diff | null;
    readonly ours: Diff | null;
  };
  readonly errors: readonly FormError[];
}

/** Two people changed the same policy: what the other one did, and what this draft would now undo or add. */
export function ComparePage({ frame, mayEdit, view, ...props }: Props) {
  const { t } = frame;
  const { id, name, conflict, live, theirs, ours } = view;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('policy.compare.title', { name })}
      current="policy"
      failed={errors.length > 0}
      up={{ path: staffPaths.draft(id), text: t('policy.compare.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <p>{t(conflict ? 'policy.compare.conflict' : 'policy.compare.none')}</p>
      <h2>{t('policy.compare.theirs', { name: live?.name ?? '' })}</h2>
      <Side frame={frame} diff={theirs} />
      <h2>{t('policy.compare.ours')}</h2>
      <Side frame={frame} diff={ours} />
      {mayEdit && conflict ? (
        <Form frame={frame} action={`${staffPaths.draft(id)}/do/rebase`}>
          <input type="hidden" name="live" value={live?.hash ?? ''} />
          <p className="note">{t('policy.compare.effect')}</p>
          <div className="actions">
            <Button kind="dusk">{t('policy.compare.button')}</Button>
          </div>
        </Form>
      ) : null}
    </StaffPage>
  );
}

function Side({ frame, diff }: { readonly frame: Frame; readonly diff: Diff | null }) {
  return diff === null ? (
    <p>{frame.t('policy.every.none')}</p>
  ) : (
    <DiffSentences frame={frame} {...diff} />
  );
}
