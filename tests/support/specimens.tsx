import type { ReactElement } from 'react';
import { Button } from '#components/form/button.tsx';
import { CodeField } from '#components/form/code-field.tsx';
import { Details } from '#components/form/details.tsx';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { Form } from '#components/form/form.tsx';
import { RadioRows } from '#components/form/radio-rows.tsx';
import { TextArea } from '#components/form/text-area.tsx';
import { DataTable } from '#components/layout/data-table.tsx';
import { Document } from '#components/layout/document.tsx';
import type { Frame } from '#components/layout/frame.ts';
import { NextStepBlock } from '#components/layout/next-step-block.tsx';
import { PersonBlock } from '#components/layout/person-block.tsx';
import { Slip } from '#components/layout/slip.tsx';
import { Status } from '#components/layout/status.tsx';
import { SummaryList } from '#components/layout/summary-list.tsx';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { frameFor } from './frame.ts';

/** The building blocks that other pages are made of, on pages of the visitor's way. */
export function specimens(
  locale: Locale,
  more: Partial<Frame> = {},
): Readonly<Record<string, ReactElement>> {
  const frame = frameFor(locale, '/check/3', { journey: true, leaveTo: 'about:blank', ...more });
  return {
    question: <Question frame={frame} value="1" />,
    'question-failed': <Question frame={frame} error="shell.form.stale" />,
    blocks: <Blocks frame={{ ...frame, shared: true }} />,
    fields: <Fields frame={{ ...frame, shared: true }} />,
  };
}

interface QuestionProps {
  readonly frame: Frame;
  readonly value?: string;
  readonly error?: string;
}

function Question({ frame, value, error }: QuestionProps) {
  const { t } = frame;
  const wording = phq9Wording(frame.locale);
  const choices = wording.options.map((option) => ({ ...option, value: String(option.value) }));
  return (
    <Document
      frame={frame}
      title={t('shell.nextStep')}
      headingless
      back="/check/2"
      failed={!!error}
    >
      <ErrorSummary t={t} errors={error ? [{ field: 'answer', text: error }] : []} />
      <Form frame={frame} action="/check/3">
        <RadioRows
          t={t}
          locked
          heading="page"
          caption="3 / 10"
          stem={wording.stem}
          legend={wording.items[2]?.text ?? ''}
          name="answer"
          choices={choices}
          orElse={{ value: 'declined', label: t('shell.footer.private') }}
          value={value}
          error={error}
        />
        <Button>{t('shell.continue')}</Button>
      </Form>
    </Document>
  );
}

function Blocks({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  const heading = t('shell.nextStep');
  return (
    <Document frame={frame} title={t('public.landing.title')} back="/">
      <NextStepBlock heading={heading}>
        <p>{t('public.landing.lead', { n: 9 })}</p>
        <p className="actions">
          <Button>{t('shell.continue')}</Button>
          <a href="/">{t('shell.change')}</a>
        </p>
      </NextStepBlock>
      <p>
        <Status t={t} done={false} /> {t('public.landing.noScore')}
      </p>
      <p>
        <Status t={t} done />
      </p>
      <Slip
        t={t}
        heading={t('public.private.code.title')}
        groups={['4827', '1093', '6651', '2048', '7730']}
        copy
      >
        <p>{t('shell.ended.kept')}</p>
      </Slip>
      <PersonBlock heading={t('help.others')}>
        <p>{t('shell.notKnown')}</p>
      </PersonBlock>
    </Document>
  );
}

function Fields({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <Document frame={frame} title={t('public.keep.title')} back="/">
      <SummaryList
        pairs={[
          {
            term: t('public.services.how'),
            value: t('shell.footer.keep'),
            action: { href: '/', text: t('shell.change'), about: t('public.services.how') },
          },
          { term: t('public.services.cost'), value: t('shell.footer.about') },
        ]}
      />
      <Details summary={t('public.keep.list')} open>
        <p>{t('shell.storage')}</p>
      </Details>
      <DataTable
        caption={t('public.keep.caption')}
        columns={[
          { key: 'what', label: t('public.keep.columns.what') },
          { key: 'n', label: 'n', number: true },
        ]}
        rows={[
          { key: 'a', cells: { what: t('shell.footer.keep'), n: 1204 } },
          { key: 'b', cells: { what: t('shell.footer.about'), n: 312 } },
        ]}
      />
      <CodeField
        t={t}
        name="code"
        label={t('public.landing.return')}
        hint={t('shell.ended.kept')}
        kind="return"
      />
      <TextArea t={t} name="words" label={t('public.someone.title')} maxLength={1000} />
    </Document>
  );
}
