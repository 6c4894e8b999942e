import { LONGEST_SOURCE } from '#lib/domain/routing/draft/draft.ts';
import type { NamedCutoff } from '#lib/domain/routing/draft/sources.ts';
import { ROUTED_INSTRUMENTS } from '#lib/domain/routing/policy.ts';
import { Button } from '../../../form/button.tsx';
import { Form } from '../../../form/form.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { LockedRows } from '../locked-rows.tsx';
import { formName, sayUnused } from '../words/say.ts';
import {
  type Found,
  isToMend,
  type Mend,
  raiseNotes,
  rowNotes,
  tableProblems,
} from './draft-notes.ts';
import { Mends } from './mends.tsx';
import { EDITOR } from './propose-form.tsx';
import { RaiseEditor } from './raise-editor.tsx';
import { EditButton, Notes, StepCells } from './step-cells.tsx';
import { ThresholdTable } from './threshold-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly id: string;
  readonly found: Found;
  readonly mends: readonly Mend[];
  readonly unusedSources: readonly NamedCutoff[];
  /** Said above the editor: it is not said once more. */
  readonly checked: boolean;
}

/** The policy as a form that works without a script: each button saves what was typed. */
export function DraftEditor(props: Props) {
  const { frame, id, found, mends } = props;
  const { t } = frame;
  const { draft, problems } = found;
  const unused = sayUnused(frame, props.unusedSources);
  return (
    <>
      <Mends
        frame={frame}
        mends={mends}
        warned={problems.some(({ kind }) => kind === 'no_effect')}
        notes={unused}
        checked={props.checked}
      />
      {/* A form of its own width: the table is wider than a column of text. */}
      <div>
        <Form frame={frame} id={EDITOR} action={`${staffPaths.draft(id)}/do/save`}>
          {/* The Enter key presses the first button: it must not be one that takes a row away. */}
          <button
            className="unseen-always"
            type="submit"
            name="do"
            value="check"
            tabIndex={-1}
            aria-hidden="true"
          />
          <input type="hidden" name="revision" value={draft.revision} />
          <p className="prose">{t('policy.draft.how', { check: t('policy.draft.check') })}</p>
          <Names {...props} />
          <h2>{t('policy.draft.table')}</h2>
          <LockedRows frame={frame} />
          {draft.tables.map((table) => (
            <ThresholdTable
              key={table.instrument}
              frame={frame}
              table={table}
              notes={rowNotes(frame, found, table)}
              problems={tableProblems(frame, found, table)}
              open={table.instrument === 'phq-9' || isToMend(found, table)}
            />
          ))}
          <AddTable {...props} />
          <Otherwise {...props} />
          <RaiseEditor frame={frame} raises={draft.raises} notes={raiseNotes(frame, found)} />
          <div className="prose">
            <TextArea
              t={t}
              name="source"
              label={t('policy.draft.source')}
              hint={t('policy.draft.sourceHint')}
              value={draft.source}
              rows={6}
              maxLength={LONGEST_SOURCE}
            />
            <Notes id="note-source" problems={unused} sentence="" />
          </div>
          <div className="actions actions-kept">
            <Button kind="dusk" name="do" value="check">
              {t('policy.draft.check')}
            </Button>
          </div>
        </Form>
      </div>
    </>
  );
}

function Names({ frame: { t }, found: { draft }, mends }: Props) {
  const textOf = (field: string) => mends.find((mend) => mend.field === field)?.text;
  return (
    <div className="prose">
      <TextField
        t={t}
        name="name"
        label={t('policy.draft.name')}
        hint={t('policy.draft.nameHint')}
        value={draft.name}
        error={textOf('name')}
        maxLength={80}
        autoComplete="off"
      />
      <TextField
        t={t}
        name="recheck"
        label={t('policy.draft.recheck')}
        hint={t('policy.draft.recheckHint')}
        value={draft.recheck}
        error={textOf('recheck')}
        inputMode="numeric"
        autoComplete="off"
        className="w-28"
        maxLength={8}
      />
    </div>
  );
}

/** Forms that have no table yet. */
function AddTable({ frame: { t }, found: { draft } }: Props) {
  const named = new Set<string>(draft.tables.map(({ instrument }) => instrument));
  const free = ROUTED_INSTRUMENTS.filter((instrument) => !named.has(instrument));
  if (free.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <select
        className="input"
        id="add-table"
        name="add-table"
        aria-label={t('policy.draft.addTableOf')}
      >
        {free.map((instrument) => (
          <option key={instrument} value={instrument}>
            {formName(instrument)}
          </option>
        ))}
      </select>
      <EditButton value="add-table" text={t('policy.draft.addTable')} />
    </div>
  );
}

function Otherwise({ frame, found: { draft } }: Props) {
  const { t } = frame;
  const about = t('policy.otherwise.title');
  return (
    <section aria-labelledby="otherwise">
      <h3 id="otherwise">{about}</h3>
      <p className="prose">{t('policy.otherwise.what')}</p>
      <StepCells
        frame={frame}
        of="otherwise"
        about={about}
        step={draft.otherwise}
        label={t('policy.draft.step')}
      />
    </section>
  );
}
