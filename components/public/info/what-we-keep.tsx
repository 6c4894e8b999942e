import type { Kept } from '#lib/domain/access/retention.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  /** From the table that the eraser works from, so that this page cannot promise something else. */
  readonly rows: readonly { readonly key: Kept; readonly days: number }[];
  /** Names of the cookies a visitor may get. */
  readonly cookies: readonly string[];
  readonly build: { readonly id: string; readonly source: string | null };
}

/** How long the browser keeps the display cookie, in days. */
const DISPLAY_DAYS = 365;

/** What is shown of it, in this order. */
const SHOWN = [
  'answers',
  'transitions',
  'research',
  'pathway_key',
  'own_record',
  'contact',
  'answer_contact',
  'answer_contact_waiting',
  'thread',
  'report',
  'post',
  'ban',
  'visit_code',
  'visit_code_late',
] as const;
const SHOWN_LAST = ['audit', 'backup'] as const;

export function WhatWeKeepPage({ frame, rows, cookies, build }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('public.keep.title')}>
      <p className="lead">{t('shell.storage')}</p>
      <p className="actions">
        <ButtonLink href="#list">{t('public.keep.action')}</ButtonLink>
      </p>
      <h2>{t('public.keep.cannot.title')}</h2>
      <ul>
        <li>{t('shell.notKnown')}</li>
        <li>{t('public.keep.cannot.code')}</li>
        <li>{t('public.keep.cannot.history')}</li>
        <li>{t('public.keep.cannot.promise')}</li>
      </ul>
      <h2 id="list">{t('public.keep.list')}</h2>
      <KeptTable t={t} kept={rows} />
      <h2>{t('public.keep.cookies.title')}</h2>
      <p>{t('public.keep.cookies.body', { names: cookies.join(', ') })}</p>
      <h2>{t('public.keep.address.title')}</h2>
      <p>{t('public.keep.address.body')}</p>
      <h2>{t('public.keep.delete.title')}</h2>
      <p>
        {t('public.keep.delete.body')}
        {gap(frame.locale)}
        <a href={href(paths.return)}>{t('public.landing.return')}</a>
      </p>
      <h2>{t('public.keep.yourself.title')}</h2>
      <p>{t('public.keep.yourself.body')}</p>
      <p className="note">
        {t('public.keep.yourself.build', { id: build.id })}
        {gap(frame.locale)}
        {build.source === null ? null : (
          <a href={build.source} rel="noreferrer">
            {t('public.keep.yourself.source')}
          </a>
        )}
      </p>
    </Document>
  );
}

function KeptTable({ t, kept }: { readonly t: Translate; readonly kept: Props['rows'] }) {
  const columns = (['what', 'why', 'long', 'who'] as const).map((key) => ({
    key,
    label: t(`public.keep.columns.${key}`),
  }));
  const daysOf = (wanted: Kept) => kept.find(({ key }) => key === wanted)?.days ?? 0;
  const row = (key: RowKey, days: number) => ({
    key,
    cells: {
      what: t(`public.keep.rows.${key}.what`),
      why: t(`public.keep.rows.${key}.why`),
      long: t(`public.keep.rows.${key}.long`, { time: duration(t, days) }),
      who: t(`public.keep.rows.${key}.who`),
    },
  });
  const rows = [
    // Research reads the same rows as the steps, and for as long.
    ...SHOWN.map((key) => row(key, daysOf(key === 'research' ? 'transitions' : key))),
    row('display', DISPLAY_DAYS),
    row('staff', 0),
    ...SHOWN_LAST.map((key) => row(key, daysOf(key))),
  ];
  return <DataTable stacked caption={t('public.keep.caption')} columns={columns} rows={rows} />;
}

type RowKey = (typeof SHOWN)[number] | (typeof SHOWN_LAST)[number] | 'display' | 'staff';

function duration(t: Translate, days: number): string {
  if (days === 1) return t('public.keep.time.day');
  if (days === 365) return t('public.keep.time.year');
  if (days % 365 === 0) return t('public.keep.time.years', { years: days / 365 });
  return t('public.keep.time.days', { days });
}
