import { TOPICS } from '#lib/domain/screening/topics.ts';
import { Button } from '../form/button.tsx';
import { CheckboxRows } from '../form/checkbox-rows.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { cameBy, paths } from '../layout/paths.ts';
import { gap, join } from '../layout/shell/format.ts';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly minimumAge: number;
}

export function BeforeYouStart({ frame, errors, values, minimumAge }: Props) {
  const { t, href, from = null } = frame;
  const told = toldErrors(t, errors);
  const { topic, device, age, self } = values;
  return (
    <FormPage
      frame={frame}
      title={t('check.start.title')}
      errors={told}
      back={cameBy(paths.home, from)}
    >
      <Deal frame={frame} />
      <Form frame={frame} action={cameBy(paths.check, from)}>
        <RadioRows
          t={t}
          name="topic"
          legend={t('check.start.topic.legend')}
          choices={TOPICS.map((value) => ({
            value,
            label: t(`check.start.topic.${value}`),
            ...(value === 'both' ? { hint: t('check.start.topic.bothHint') } : {}),
          }))}
          hint={t('check.start.topic.hint')}
          value={topic}
          error={errorFor(told, 'topic')}
        />
        <RadioRows
          t={t}
          name="device"
          legend={t('check.start.device.legend')}
          choices={[
            { value: 'private', label: t('check.start.device.private') },
            {
              value: 'shared',
              label: t('check.start.device.shared'),
              hint: t('check.start.device.sharedHint'),
            },
          ]}
          value={device}
          error={errorFor(told, 'device')}
        />
        <RadioRows
          t={t}
          name="age"
          legend={t('check.start.age.legend')}
          choices={[
            { value: 'adult', label: t('check.start.age.adult', { n: minimumAge }) },
            { value: 'younger', label: t('check.start.age.younger', { n: minimumAge }) },
          ]}
          value={age}
          error={errorFor(told, 'age')}
        />
        <CheckboxRows
          t={t}
          name="self"
          legend={t('check.start.self.legend')}
          choices={[{ value: 'yes', label: t('check.start.self.label') }]}
          values={self === 'yes' ? ['yes'] : []}
          error={errorFor(told, 'self')}
        />
        <p>
          <a className="alone" href={href(paths.forSomeoneElse)}>
            {t('check.start.self.other')}
          </a>
        </p>
        <Button>{t('shell.continue')}</Button>
      </Form>
    </FormPage>
  );
}

/** What is kept, what we cannot do and what Leave does: known before the first question. */
function Deal({ frame }: Pick<Props, 'frame'>) {
  const { t, href, locale } = frame;
  return (
    <>
      <p>
        {join(locale, [t('shell.storage'), t('check.start.agree')])}
        {gap(locale)}
        <a href={href(paths.whatWeKeep)}>{t('check.start.whatWeKeep')}</a>
      </p>
      <p>
        {t('shell.notKnown')}
        {gap(locale)}
        {t.rich('check.start.danger', {
          help: (words) => <a href={href(paths.help)}>{words}</a>,
        })}
      </p>
      <p>
        {t('check.start.leave')}
        {gap(locale)}
        <a href={href(paths.stayPrivate)}>{t('check.start.stayPrivate')}</a>
      </p>
    </>
  );
}
