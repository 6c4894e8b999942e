import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import type { FormError } from '../../../form/errors.ts';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { formatWhen } from '../../shell/when.ts';
import { AskForm } from './ask-form.tsx';
import type { RequestRow, StudyRow } from './requested.ts';
import { Studies } from './studies.tsx';

interface Props {
  readonly frame: Frame;
  readonly studies: readonly StudyRow[];
  readonly requests: readonly (RequestRow & { readonly asked: LocalTime })[];
  readonly mayAsk: boolean;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** Studies, what was asked for them, and the form to ask. */
export function PackagesPage(props: Props) {
  const { frame, requests, mayAsk, values } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors, { drop: values['drop'] ?? '' });
  return (
    <StaffPage
      frame={frame}
      title={t('export.title')}
      current="packages"
      failed={errors.length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      <p>{t('export.intro')}</p>
      <p>{t('export.never')}</p>
      <p>
        <a className="alone" href={frame.href(staffPaths.dictionary)}>
          {t('export.dictionary')}
        </a>
      </p>
      <Requests frame={frame} requests={requests} />
      {mayAsk ? <AskForm {...props} errors={errors} /> : null}
      {mayAsk ? <Studies {...props} errors={errors} /> : null}
    </StaffPage>
  );
}

function Requests({ frame, requests }: Pick<Props, 'frame' | 'requests'>) {
  const { t, locale } = frame;
  if (requests.length === 0) return <p>{t('export.none')}</p>;
  return (
    <DataTable
      caption={t('export.requests')}
      columns={[
        { key: 'open', label: t('export.request') },
        { key: 'tier', label: t('export.tier') },
        { key: 'who', label: t('export.who') },
        { key: 'state', label: t('export.state') },
      ]}
      rows={requests.map(({ id, study, tier, asker, state, asked }) => ({
        key: id,
        cells: {
          open: (
            <a href={frame.href(staffPaths.package(id))}>
              {t('export.open', { study: study.name, when: formatWhen(locale, asked) })}
            </a>
          ),
          tier: t(`export.tierNames.${tier}`),
          who: asker?.name ?? t('export.operator'),
          state: t(`export.states.${state}`),
        },
      }))}
      stacked
    />
  );
}
