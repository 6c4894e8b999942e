import { type AccessTier, PACKAGE_FILES } from '#lib/domain/evaluation/package/column.ts';
import { columnsOf, hasRows } from '#lib/domain/evaluation/package/columns.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import { Details } from '../../../form/details.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { colon } from '../../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  readonly request: { readonly tier: AccessTier; readonly without: readonly string[] };
  readonly people: number | 'few' | null;
  readonly terms: string | null;
}

/** What the package holds and under which terms: what a second person checks, and what whoever asked agrees to. */
export function Holds({ frame, request, people, terms }: Props) {
  const { t, locale } = frame;
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{t('export.holds')}</h2>
      {people === null ? null : (
        <p>
          {t('export.people')}
          {colon(locale)}
          <b>{people === 'few' ? t('export.few') : t('export.about', { count: people })}</b>
        </p>
      )}
      <Details summary={t('export.fieldList')}>
        <Fields frame={frame} request={request} />
      </Details>
      {terms === null ? null : (
        <Details summary={t('export.terms')}>
          <p className="whitespace-pre-wrap wrap-anywhere" lang="en">
            {terms}
          </p>
        </Details>
      )}
    </section>
  );
}

function Fields({ frame: { t, locale }, request }: Pick<Props, 'frame' | 'request'>) {
  const { tier, without } = request;
  return PACKAGE_FILES.filter((file) => hasRows(file, tier)).map((file) => (
    <section key={file} aria-labelledby={`fields-${file}`}>
      <h3 id={`fields-${file}`}>{t(`export.files.${file}`)}</h3>
      <ul>
        {columnsOf(file, { tier, without }).map(({ name }) => (
          <li key={name}>
            <code>{name}</code>
            {colon(locale)}
            {PACKAGE_LABELS.column(name, locale)}
          </li>
        ))}
      </ul>
    </section>
  ));
}
