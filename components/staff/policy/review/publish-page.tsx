import type { DisclosedMoves } from '#lib/domain/evaluation/moves.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { Notice } from '../../../layout/notice.tsx';
import { staffPaths } from '../../../layout/paths.ts';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { ClosedNow } from '../closed-now.tsx';
import { DiffSentences } from '../diff/diff-sentences.tsx';
import { ExamplesOnly } from '../examples-only.tsx';
import { MovesTable } from '../try/moves-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: {
    readonly hash: string;
    readonly name: string;
    /** Hash and name of the version whose place it takes. */
    readonly live: string | null;
    readonly before: string | null;
    readonly moves: DisclosedMoves | null;
    readonly examplesOnly: boolean;
    readonly open: ReadonlySet<Tier>;
    /** What every score was offered, and what it will be; null where one of both cannot be read. */
    readonly effect: Omit<Parameters<typeof DiffSentences>[0], 'frame'> | null;
  };
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The last stop before visitors: what changes for how many, who keeps what, and how to go back. */
export function PublishPage({ frame, timeZone, view, ...props }: Props) {
  const { t } = frame;
  const { hash, name, live, before, moves } = view;
  const errors = staffErrors(t, props.errors);
  const field = (of: 'date' | 'time', type: 'date' | 'text') => (
    <TextField
      t={t}
      name={of}
      type={type}
      label={t(`policy.publish.${of}`)}
      hint={t(`policy.publish.${of}Hint`, { timeZone })}
      value={props.values[of]}
      error={errorFor(errors, of)}
      autoComplete="off"
      className="w-48"
      maxLength={10}
    />
  );
  return (
    <StaffPage
      frame={frame}
      title={t('policy.publish.title', { name })}
      current="policy"
      failed={errors.length > 0}
      up={{ path: staffPaths.version(hash), text: t('policy.publish.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      {before === null ? null : <p>{t('policy.publish.takes', { before })}</p>}
      {view.effect === null ? null : <DiffSentences frame={frame} {...view.effect} />}
      <ClosedNow frame={frame} open={view.open} />
      {moves === null ? (
        <p>{t('policy.try.tooFew')}</p>
      ) : (
        <MovesTable frame={frame} moves={moves} />
      )}
      {view.examplesOnly ? <ExamplesOnly frame={frame} /> : null}
      <Notice>
        <p>{t('policy.publish.keeps')}</p>
        <p>{t('policy.publish.back')}</p>
      </Notice>
      <Form frame={frame} action={`${staffPaths.version(hash)}/do/publish`}>
        <input type="hidden" name="live" value={live ?? ''} />
        {field('date', 'date')}
        {field('time', 'text')}
        <div className="actions">
          <Button kind="dusk">{t('policy.publish.button')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}
