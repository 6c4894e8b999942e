import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import { REPORT_REASONS } from '#lib/domain/community/codes.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { TextArea } from '../form/text-area.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly id: string;
  /** The post as it is shown; null where it is not, any more. */
  readonly post: { readonly name: string; readonly text: string; readonly locale: Locale } | null;
  readonly sent: boolean;
  readonly lines: readonly CrisisLine[];
}

/** Four reasons, words for who wants to add some, and no name of anybody. */
export function ReportPage({ frame, post, sent, lines, ...props }: Props) {
  const { t } = frame;
  const errors = toldErrors(t, props.errors);
  const [line] = lines;
  return (
    <FormPage frame={frame} title={t('group.report.title')} errors={errors} back={paths.group}>
      {sent ? (
        <Notice role="status">
          <p>{t('group.report.sent')}</p>
        </Notice>
      ) : null}
      {post === null ? (
        <p>{sent ? null : t('group.report.gone')}</p>
      ) : (
        <ReportForm {...props} frame={frame} post={post} errors={errors} />
      )}
      <h2>{t('group.harder')}</h2>
      <p>{t('group.report.hard')}</p>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </FormPage>
  );
}

interface FormProps extends Pick<Props, 'frame' | 'errors' | 'values' | 'id'> {
  readonly post: NonNullable<Props['post']>;
}

function ReportForm({ frame, errors, values, id, post }: FormProps) {
  const { t } = frame;
  return (
    <>
      <p>{t('group.report.lead')}</p>
      <section className="panel panel-ink">
        <h2>{post.name}</h2>
        <p className="whitespace-pre-wrap" lang={LANG[post.locale]}>
          {post.text}
        </p>
      </section>
      <Form frame={frame} action={paths.groupReport(id)}>
        <RadioRows
          t={t}
          name="reason"
          legend={t('group.report.legend')}
          choices={REPORT_REASONS.map((reason) => ({
            value: reason,
            label: t(`group.report.reason.${reason}`),
          }))}
          value={values['reason']}
          error={errorFor(errors, 'reason')}
        />
        <TextArea
          t={t}
          name="words"
          label={t('group.report.words')}
          hint={t('group.report.wordsHint')}
          rows={4}
          value={values['words']}
          error={errorFor(errors, 'words')}
        />
        <Button>{t('group.report.send')}</Button>
      </Form>
    </>
  );
}
