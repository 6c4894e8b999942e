import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { type TopicTexts, topicWords } from '#lib/domain/community/topic.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { Details } from '../../form/details.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';

export interface Topic {
  readonly id: string;
  readonly texts: TopicTexts;
  readonly closed: boolean;
  readonly place: number;
}

interface Props {
  readonly frame: Frame;
  readonly topics: readonly Topic[];
  readonly errors: readonly FormError[];
  /** What was typed, with the id of the topic whose form it was: empty for a new one. */
  readonly values: Readonly<Record<string, string>>;
  readonly saved: boolean;
}

/** The topics, each with its form. The names of fields carry the topic, so that an error is beside its field. */
export function TopicsPage({ frame, topics, errors, values, saved }: Props) {
  const { t, locale } = frame;
  const told = staffErrors(t, errors);
  const form = { frame, errors: told, values };
  return (
    <StaffPage
      frame={frame}
      title={t('moderate.topics.title')}
      current="moderate"
      failed={told.length > 0}
      up={{ path: staffPaths.moderate, text: t('moderate.links.queue') }}
    >
      <ErrorSummary t={t} errors={told} />
      {saved ? (
        <Notice role="status">
          <p>{t('moderate.news.saved')}</p>
        </Notice>
      ) : null}
      <p>{t('moderate.topics.lead')}</p>
      {topics.length === 0 ? <p>{t('moderate.topics.none')}</p> : null}
      {topics.map((topic) => (
        <Details
          key={topic.id}
          summary={t('moderate.topics.change', { title: topicWords(topic.texts, locale).title })}
          open={values['id'] === topic.id && told.length > 0}
        >
          <TopicForm {...form} topic={topic} />
        </Details>
      ))}
      <h2>{t('moderate.topics.add')}</h2>
      <TopicForm {...form} topic={null} />
    </StaffPage>
  );
}

interface FormProps extends Pick<Props, 'frame' | 'errors' | 'values'> {
  readonly topic: Topic | null;
}

function TopicForm({ frame, errors, values, topic }: FormProps) {
  const { t } = frame;
  const id = topic?.id ?? '';
  // What was typed belongs to one of the forms on the page.
  const typed = values['id'] === id ? values : {};
  const fault = (name: string) =>
    values['id'] === id ? errorFor(errors, `${name}-${id}`) : undefined;
  return (
    <Form frame={frame} action={staffDo(staffPaths.topics, 'save')}>
      <input type="hidden" name="id" value={id} />
      {LOCALES.map((language) => (
        <Texts
          key={language}
          {...{ frame, language, id }}
          title={typed[`title-${language}-${id}`] ?? topic?.texts[language]?.title}
          opening={typed[`opening-${language}-${id}`] ?? topic?.texts[language]?.opening}
          error={fault(`title-${language}`)}
        />
      ))}
      <TextField
        t={t}
        name={`place-${id}`}
        label={t('moderate.topics.place')}
        inputMode="numeric"
        value={typed[`place-${id}`] ?? String(topic?.place ?? 1)}
        error={fault('place')}
      />
      <CheckboxRows
        t={t}
        name={`closed-${id}`}
        legend={t('moderate.topics.closedLegend')}
        choices={[{ value: 'yes', label: t('moderate.topics.closed') }]}
        values={topic?.closed ? ['yes'] : []}
      />
      <Button kind={topic === null ? 'dusk' : 'plain'}>{t('moderate.topics.save')}</Button>
    </Form>
  );
}

interface TextsProps {
  readonly frame: Frame;
  readonly language: Locale;
  readonly id: string;
  readonly title: string | undefined;
  readonly opening: string | undefined;
  readonly error: string | undefined;
}

function Texts({ frame, language, id, title, opening, error }: TextsProps) {
  const { t } = frame;
  const named = { language: t(`moderate.topics.language.${language}`) };
  return (
    <>
      <TextField
        t={t}
        name={`title-${language}-${id}`}
        label={t('moderate.topics.titleIn', named)}
        value={title}
        error={error}
      />
      <TextArea
        t={t}
        name={`opening-${language}-${id}`}
        label={t('moderate.topics.openingIn', named)}
        value={opening}
        rows={3}
      />
    </>
  );
}
