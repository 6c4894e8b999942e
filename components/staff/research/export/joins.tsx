import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import { columnsOf } from '#lib/domain/evaluation/package/columns.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { formatWhen } from '../../shell/when.ts';

interface Wanted {
  readonly tier: AccessTier;
  readonly without: readonly string[];
}

/** Another package of the study, whose rows name people alike. */
export interface Join {
  readonly id: string;
  readonly asker: { readonly name: string } | null;
  readonly without: readonly string[];
  readonly asked: LocalTime;
}

interface Props {
  readonly frame: Frame;
  readonly request: Wanted & { readonly study: { readonly name: string } };
  readonly joins: readonly Join[];
}

/** What somebody who has another package of the study could put beside these rows: a second person judges both. */
export function Joins({ frame, request, joins }: Props) {
  const { t, href, locale, lang } = frame;
  const { tier, study } = request;
  const own = new Set(namesOf(request));
  const list = (names: readonly string[]) =>
    names.length === 0
      ? t('export.joins.nothing')
      : new Intl.ListFormat(lang, { style: 'narrow' }).format(names);
  return (
    <section aria-labelledby="joins">
      <h2 id="joins">{t('export.joins.title')}</h2>
      <p>{t(joins.length > 0 ? 'export.joins.can' : `export.joins.none.${tier}`)}</p>
      {joins.length === 0 ? null : (
        <DataTable
          caption={t('export.joins.title')}
          columns={[
            { key: 'package', label: t('export.joins.package') },
            { key: 'who', label: t('export.who') },
            { key: 'without', label: t('export.joins.without') },
            { key: 'more', label: t('export.joins.more') },
          ]}
          rows={joins.map(({ id, asker, without, asked }) => ({
            key: id,
            cells: {
              package: (
                <a href={href(staffPaths.package(id))}>
                  {t('export.open', { study: study.name, when: formatWhen(locale, asked) })}
                </a>
              ),
              who: asker?.name ?? t('export.operator'),
              without: list(without),
              more: list(namesOf({ tier, without }).filter((name) => !own.has(name))),
            },
          }))}
          stacked
        />
      )}
    </section>
  );
}

/** What can be left out is of this file alone. */
const namesOf = (wanted: Wanted): readonly string[] =>
  columnsOf('pathways', wanted).map(({ name }) => name);
