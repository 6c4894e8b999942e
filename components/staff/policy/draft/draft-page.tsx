import type { NamedCutoff } from '#lib/domain/routing/draft/sources.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import type { TierChange } from '#lib/domain/routing/review/compare.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import type { FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { Notice } from '../../../layout/notice.tsx';
import { staffPaths } from '../../../layout/paths.ts';
import { moment } from '../../inbox/moment.ts';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { ClosedNow } from '../closed-now.tsx';
import { DiffSentences } from '../diff/diff-sentences.tsx';
import { ScoreTable } from '../diff/score-table.tsx';
import { ExamplesOnly } from '../examples-only.tsx';
import { PolicyTable } from '../policy-table.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { type Found, listMends } from './draft-notes.ts';
import { ProposeForm } from './propose-form.tsx';

export interface DraftView extends Found {
  readonly id: string;
  readonly author: { readonly name: string };
  readonly updatedAt: number;
  readonly blocked: boolean;
  /** Typed and sent, but not saved: the session or the form was too old. */
  readonly unsaved: boolean;
  readonly before: Policy | null;
  readonly after: Policy | null;
  readonly changes: readonly TierChange[] | null;
  readonly moved: boolean;
  readonly lessCare: boolean;
  readonly unusedSources: readonly NamedCutoff[];
  readonly examplesOnly: boolean;
  readonly open: ReadonlySet<Tier>;
}

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: DraftView;
  readonly mayEdit: boolean;
  readonly errors: readonly FormError[];
  /** It was checked a moment ago. */
  readonly checked: boolean;
  readonly reason: string | undefined;
  readonly lower: string | undefined;
}

/** A draft: the table to change, what is wrong with it, and what it would change for every score. */
export function DraftPage(props: Props) {
  const { frame, timeZone, view, mayEdit } = props;
  const { t } = frame;
  const { id, draft } = view;
  const errors = staffErrors(t, props.errors);
  const checked = props.checked && !view.blocked && errors.length === 0;
  const name = draft.name.trim();
  return (
    <StaffPage
      frame={frame}
      title={name === '' ? t('policy.draft.titleNone') : t('policy.draft.title', { name })}
      current="policy"
      failed={errors.length > 0 || view.blocked}
      up={{ path: staffPaths.policy, text: t('policy.draft.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      {checked ? <Checked t={t} /> : null}
      <DraftNotices frame={frame} view={view} />
      <p className="note">
        {view.unsaved
          ? t('policy.draft.unsaved')
          : t('policy.draft.saved', { when: moment(frame, timeZone, view.updatedAt) })}
      </p>
      {mayEdit ? (
        <DraftEditor
          frame={frame}
          id={id}
          found={view}
          mends={listMends(frame, view)}
          unusedSources={view.unusedSources}
          checked={checked}
        />
      ) : (
        <ReadOnly frame={frame} view={view} />
      )}
      <Effect frame={frame} view={view} />
      <p>
        <a href={frame.href(staffPaths.tryDraft(id))}>{t('policy.try.link')}</a>
      </p>
      {mayEdit ? (
        <>
          <ProposeForm
            frame={frame}
            id={id}
            instead={view.unsaved ? 'unsaved' : view.blocked ? 'blocked' : null}
            errors={errors}
            reason={props.reason}
            lower={props.lower}
            askLower={view.lessCare}
          />
          <Form frame={frame} action={`${staffPaths.draft(id)}/do/discard`}>
            <p className="note">{t('policy.draft.discardMore')}</p>
            <div className="actions">
              <Button kind="plain">{t('policy.draft.discard')}</Button>
            </div>
          </Form>
        </>
      ) : null}
    </StaffPage>
  );
}

interface Part {
  readonly frame: Frame;
  readonly view: DraftView;
}

/** A good check ends far above what it leads to. */
function Checked({ t }: Pick<Frame, 't'>) {
  return (
    <Notice role="status">
      <p>{t('policy.draft.checked')}</p>
      <p>
        <a href="#changes">{t('policy.diff.title')}</a>
        {' · '}
        <a href="#propose">{t('policy.propose.title')}</a>
      </p>
    </Notice>
  );
}

function DraftNotices({ frame, view }: Part) {
  const { t } = frame;
  const { asideOf } = view.draft;
  return (
    <>
      {view.moved ? (
        <Notice>
          <p>{t('policy.draft.moved')}</p>
          <p>
            <a href={frame.href(staffPaths.compareDraft(view.id))}>{t('policy.draft.movedLink')}</a>
          </p>
        </Notice>
      ) : null}
      <ClosedNow frame={frame} open={view.open} />
      {view.examplesOnly ? <ExamplesOnly frame={frame} /> : null}
      {asideOf === null ? null : (
        <Notice>
          <p>{t('policy.draft.aside')}</p>
          <p>
            <a href={frame.href(staffPaths.draft(asideOf))}>{t('policy.draft.asideLink')}</a>
          </p>
        </Notice>
      )}
    </>
  );
}

function ReadOnly({ frame, view }: Part) {
  const { t } = frame;
  return (
    <>
      <p>{t('policy.draft.readOnly', { author: view.author.name })}</p>
      {view.after === null ? (
        <p>{t('policy.propose.blocked')}</p>
      ) : (
        <PolicyTable frame={frame} policy={view.after} />
      )}
    </>
  );
}

function Effect({ frame, view }: Part) {
  const { t } = frame;
  const { before, after, changes } = view;
  return (
    <>
      <h2 id="changes">{t('policy.diff.title')}</h2>
      {before && after && changes ? (
        <>
          <DiffSentences frame={frame} before={before} after={after} changes={changes} />
          <h2>{t('policy.every.title')}</h2>
          <ScoreTable frame={frame} changes={changes} of="draft" />
        </>
      ) : (
        <p>{t(view.blocked ? 'policy.every.later' : 'policy.every.none')}</p>
      )}
    </>
  );
}
