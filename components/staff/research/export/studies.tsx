import { Button } from '../../../form/button.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import type { StudyRow } from './requested.ts';

interface Props {
  readonly frame: Frame;
  readonly studies: readonly StudyRow[];
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** Every study with the way to its end, and the form for a new one. */
export function Studies({ frame, studies, errors, values }: Props) {
  const { t } = frame;
  return (
    <section aria-labelledby="studies">
      <h2 id="studies">{t('export.studies')}</h2>
      {studies.map(({ id, name, about, ended }) => (
        <div className="panel" key={id}>
          <h3>{name}</h3>
          <p className="whitespace-pre-wrap wrap-anywhere">{about}</p>
          {ended ? (
            <p>{t('export.studyEnded')}</p>
          ) : (
            <p>
              <a className="alone" href={frame.href(staffPaths.endStudy(id))}>
                {t('export.endStudy', { name })}
              </a>
            </p>
          )}
        </div>
      ))}
      <h3>{t('export.newStudy')}</h3>
      <Form frame={frame} action="/staff/research/export/do/add-study">
        <TextField
          t={t}
          name="name"
          label={t('export.studyName')}
          hint={t('export.studyNameHint')}
          value={values['name']}
          error={errorFor(errors, 'name')}
          maxLength={40}
          spellCheck={false}
        />
        <TextArea
          t={t}
          name="about"
          label={t('export.studyAbout')}
          value={values['about']}
          error={errorFor(errors, 'about')}
          rows={3}
          maxLength={500}
        />
        <Button kind="plain">{t('export.addStudy')}</Button>
      </Form>
    </section>
  );
}
