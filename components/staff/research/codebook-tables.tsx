import type { CodebookField } from '#lib/domain/evaluation/codebook.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly codebook: readonly CodebookField[];
}

/** Each field of each file in words, with its codes as they stand in the file. */
export function CodebookTables({ frame: { t }, codebook }: Props) {
  return (['pathways', 'transitions'] as const).map((file) => (
    <details className="max-w-none" key={file}>
      <summary>{t(`research.codebook.${file}`)}</summary>
      <DataTable
        caption={t(`research.codebook.${file}`)}
        columns={[
          { key: 'field', label: t('research.codebook.field') },
          { key: 'meaning', label: t('research.codebook.meaning') },
          { key: 'type', label: t('research.codebook.type') },
          { key: 'values', label: t('research.codebook.values') },
          { key: 'empty', label: t('research.codebook.empty') },
        ]}
        rows={codebook
          .filter((entry) => entry.file === file)
          .map(({ field, type, values, mayBeEmpty }) => ({
            key: field,
            cells: {
              field: <code>{field}</code>,
              meaning: t(`research.fields.${file}.${field}` as Parameters<Translate>[0]),
              type: t(`research.codebook.types.${type}`),
              values: <code className="whitespace-normal">{values}</code>,
              empty: t(mayBeEmpty ? 'research.codebook.yes' : 'research.codebook.no'),
            },
          }))}
        stacked
      />
    </details>
  ));
}
