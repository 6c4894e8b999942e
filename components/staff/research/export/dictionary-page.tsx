import {
  ACCESS_TIERS,
  type Column,
  PACKAGE_FILES,
  type PackageFile,
  SCHEMA_VERSION,
} from '#lib/domain/evaluation/package/column.ts';
import { COLUMNS, hasRows, levelsOf } from '#lib/domain/evaluation/package/columns.ts';
import { madeOf, PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import { Button } from '../../../form/button.tsx';
import { Details } from '../../../form/details.tsx';
import { Form } from '../../../form/form.tsx';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { colon, listOf } from '../../../layout/shell/format.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { FigureCodes } from './figure-codes.tsx';

interface Props {
  readonly frame: Frame;
  /** Whether this person may take the codebook out. */
  readonly mayExport: boolean;
}

/** Every field of every file: meaning, codes, reasons for no value, how it is made, since when. */
export function DictionaryPage({ frame, mayExport }: Props) {
  const { t } = frame;
  return (
    <StaffPage
      frame={frame}
      title={t('export.dictionaryTitle')}
      current="packages"
      up={{ path: staffPaths.packages, text: t('export.up') }}
    >
      <p>{t('export.dictionaryIntro', { version: SCHEMA_VERSION })}</p>
      {mayExport ? (
        <Form frame={frame} action="/staff/research/do/codebook">
          <Button kind="plain">{t('export.copy')}</Button>
        </Form>
      ) : null}
      {PACKAGE_FILES.map((file, i) => (
        <Details key={file} summary={t(`export.files.${file}`)} open={i === 0}>
          <Fields frame={frame} file={file} />
        </Details>
      ))}
      <FigureCodes frame={frame} />
    </StaffPage>
  );
}

function Fields({ frame, file }: { readonly frame: Frame; readonly file: PackageFile }) {
  const { t, locale } = frame;
  const keys = ['name', 'meaning', 'codes', 'missing', 'made', 'tiers'] as const;
  return (
    <DataTable
      caption={t(`export.files.${file}`)}
      columns={keys.map((key) => ({ key, label: t(`export.columns.${key}`) }))}
      rows={COLUMNS.filter((column) => column.file === file).map((column) => ({
        key: column.name,
        cells: {
          name: <code>{column.name}</code>,
          meaning: (
            <span className="block min-w-36">{PACKAGE_LABELS.column(column.name, locale)}</span>
          ),
          codes: <Codes frame={frame} column={column} />,
          missing: listOf(
            locale,
            column.missing.map((reason) => PACKAGE_LABELS.missing(reason, locale)),
          ),
          made: `${column.step}${colon(locale)}${madeOf(column, locale)}`,
          tiers: (
            <>
              {tiersOf(frame, column)}
              <span className="note block">{t('export.since', { version: column.since })}</span>
            </>
          ),
        },
      }))}
      stacked
    />
  );
}

function tiersOf({ t, locale }: Frame, column: Column): string {
  const tiers = ACCESS_TIERS.filter((tier) => levelsOf(column, tier) && hasRows(column.file, tier));
  return listOf(
    locale,
    tiers.map((tier) => t(`export.tierNames.${tier}`)),
  );
}

function Codes({ frame, column }: { readonly frame: Frame; readonly column: Column }) {
  const { type, range } = column;
  if (column.codes === null) {
    return `${frame.t(`export.types.${type}`)} ${range?.join(' – ') ?? ''}`;
  }
  return (
    <ul>
      {column.codes.map((code) => (
        <li key={code}>
          <code>{code}</code> {PACKAGE_LABELS.code(column.codeTexts, code, frame.locale)}
        </li>
      ))}
    </ul>
  );
}
