import { Button } from '../../../form/button.tsx';
import { Form } from '../../../form/form.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { LockedRows } from '../locked-rows.tsx';
import { type Found, type Mend, notesOf } from './draft-notes.ts';
import { ThresholdTable } from './threshold-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly id: string;
  readonly found: Found;
  readonly mends: readonly Mend[];
}

/** The table as a form that works without a script: each button saves what was typed. */
export function DraftEditor({ frame, id, found, mends }: Props) {
  const { t } = frame;
  const { draft, problems } = found;
  const textOf = (field: string) => mends.find((mend) => mend.field === field)?.text;
  return (
    <>
      <Mends frame={frame} mends={mends} warned={problems.length > 0} />
      {/* A form of its own width: the table is wider than a column of text. */}
      <div>
        <Form frame={frame} action={`${staffPaths.draft(id)}/do/save`}>
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
          <div className="prose">
            <TextField
              t={t}
              name="name"
              label={t('policy.draft.name')}
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
          <h2>{t('policy.draft.table')}</h2>
          <LockedRows frame={frame} />
          <ThresholdTable frame={frame} rows={draft.rows} notes={notesOf(frame, found)} />
          <p>
            <button className="button button-plain" id="add" type="submit" name="do" value="add">
              {t('policy.draft.add')}
            </button>
          </p>
          <div className="prose">
            <TextArea
              t={t}
              name="source"
              label={t('policy.draft.source')}
              hint={t('policy.draft.sourceHint')}
              value={draft.source}
              rows={4}
              maxLength={2000}
            />
          </div>
          <div className="actions">
            <Button kind="dusk" name="do" value="check">
              {t('policy.draft.check')}
            </Button>
          </div>
        </Form>
      </div>
    </>
  );
}

interface MendsProps {
  readonly frame: Frame;
  readonly mends: readonly Mend[];
  readonly warned: boolean;
}

function Mends({ frame: { t }, mends, warned }: MendsProps) {
  if (mends.length === 0) {
    return (
      <div className="notice" role="status">
        <p>
          <strong>{t('policy.draft.ok')}</strong>
        </p>
        {warned ? <p>{t('policy.draft.warnings')}</p> : null}
      </div>
    );
  }
  return (
    <div
      className="error-summary prose"
      role="alert"
      tabIndex={-1}
      data-focus
      aria-labelledby="mends"
    >
      <h2 id="mends">{t('policy.draft.blocked', { count: mends.length })}</h2>
      <ul className="plain">
        {mends.map(({ field, text }) => (
          <li key={text}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
