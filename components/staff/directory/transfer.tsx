import { LOCALES } from '#lib/domain/basics/locale.ts';
import { Button } from '../../form/button.tsx';
import { Details } from '../../form/details.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { FileField } from '../../form/file-field.tsx';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { FileProblems, type ToldProblems } from './file-problems.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly problems: ToldProblems | null;
}

/** The directory in the published form, in and out. */
export function Transfer({ frame, errors, problems }: Props) {
  const { t, locale } = frame;
  const error = errorFor(errors, 'file');
  return (
    <>
      <Details summary={t('directory.import.title')} open={error !== undefined}>
        {problems === null ? null : <FileProblems frame={frame} problems={problems} />}
        <p>{t('directory.import.lead')}</p>
        <Form frame={frame} action={staffDo(staffPaths.services, 'import')} upload>
          <FileField
            t={t}
            name="file"
            label={t('directory.import.file')}
            hint={t('directory.import.hint')}
            error={error}
            accept=".json,.zip,application/json,application/zip"
          />
          <Select
            t={t}
            name="language"
            label={t('directory.import.language')}
            value={locale}
            options={LOCALES.map((one) => ({
              value: one,
              text: t(`directory.language.${one}`),
            }))}
          />
          <Button kind="dusk">{t('directory.import.button')}</Button>
        </Form>
      </Details>
      <Details summary={t('directory.export.title')}>
        <p>{t('directory.export.lead')}</p>
        <Form frame={frame} action={staffDo(staffPaths.services, 'export')}>
          <div className="actions">
            <Button kind="plain" name="format" value="json">
              {t('directory.export.json')}
            </Button>
            <Button kind="plain" name="format" value="tables">
              {t('directory.export.tables')}
            </Button>
          </div>
        </Form>
      </Details>
    </>
  );
}
