import { ACKNOWLEDGE_DAYS, ANSWER_DAYS } from '#lib/domain/reports/deadlines.ts';
import { LONGEST_WORDS, TOLD_KINDS } from '#lib/domain/reports/report.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';
import { FormPage } from '../../screening/form-page.tsx';
import { toldErrors } from '../../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** They came with a return code, and can read an answer. */
  readonly mayRead: boolean;
}

/** A complaint, a problem or a harm, without a name. Who reads it and by when stands before the field. */
export function TellUs({ frame, errors, values, mayRead }: Props) {
  const { t, href, locale } = frame;
  const told = toldErrors(t, errors);
  return (
    <FormPage frame={frame} title={t('report.title')} errors={told} back={paths.about}>
      <p>{t('report.lead')}</p>
      <p>
        {t('report.who')}
        {gap(locale)}
        {t('report.when', { taken: ACKNOWLEDGE_DAYS, answered: ANSWER_DAYS })}
      </p>
      <p>
        {t.rich('report.notUrgent', {
          help: (words) => <a href={href(paths.help)}>{words}</a>,
        })}
      </p>
      {mayRead ? null : (
        <p>
          {t('report.noAnswer')}
          {gap(locale)}
          <a href={href(paths.return)}>{t('report.return')}</a>
        </p>
      )}
      <Form frame={frame} action={paths.tellUs}>
        <RadioRows
          t={t}
          name="kind"
          legend={t('report.kind.legend')}
          choices={TOLD_KINDS.map((value) => ({
            value,
            label: t(`report.kind.${value}`),
            hint: t(`report.kind.${value}Hint`),
          }))}
          value={values['kind']}
          error={errorFor(told, 'kind')}
        />
        <TextArea
          t={t}
          name="words"
          label={t('report.words')}
          hint={t('report.wordsHint')}
          value={values['words']}
          error={errorFor(told, 'words')}
          maxLength={LONGEST_WORDS * 2}
        />
        {mayRead ? (
          <CheckboxRows
            t={t}
            name="answer"
            legend={t('report.answer.legend')}
            hint={t('report.answer.hint')}
            choices={[{ value: 'yes', label: t('report.answer.check') }]}
            values={values['answer'] === 'yes' ? ['yes'] : []}
          />
        ) : null}
        <Button>{t('report.send')}</Button>
      </Form>
    </FormPage>
  );
}
