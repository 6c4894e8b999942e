import type { Locale } from '#lib/domain/basics/locale.ts';
import { type Found, LEAST_ALIKE } from '#lib/domain/evaluation/package/find-levels.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import type { Frame } from '../../../layout/frame.ts';
import { colon, gap } from '../../../layout/shell/format.ts';
import { about } from './about.ts';
import type { RequestRow } from './requested.ts';

interface Props {
  readonly frame: Frame;
  readonly request: RequestRow;
}

/** What the rule takes away from a request, in words. */
export function Merges({ frame, request: { tier, without, merges } }: Props) {
  const { t, locale } = frame;
  return (
    <section aria-labelledby="removed">
      <h2 id="removed">{t('export.removed')}</h2>
      <p>
        {t('export.rule', { least: LEAST_ALIKE[tier] })}
        {tier === 'open' ? `${gap(locale)}${t('export.ruleOpen')}` : ''}
      </p>
      {without.length === 0 ? null : (
        <Columns locale={locale} lead={t('export.without')} names={without} />
      )}
      {merges === null ? null : <Result frame={frame} found={merges} />}
    </section>
  );
}

interface ColumnsProps {
  readonly locale: Locale;
  readonly lead: string;
  readonly names: readonly string[];
}

/** One below the other: the meaning of a column may hold commas. */
function Columns({ locale, lead, names }: ColumnsProps) {
  return (
    <>
      <p>
        {lead}
        {colon(locale)}
      </p>
      <ul>
        {names.map((name) => (
          <li key={name}>{PACKAGE_LABELS.column(name, locale)}</li>
        ))}
      </ul>
    </>
  );
}

/** What else goes with it, which a reader of the list would not expect. */
const isTold = (name: string): name is 'entry' | 'band' => name === 'entry' || name === 'band';

function Result({ frame, found }: { readonly frame: Frame; readonly found: Found }) {
  const { t, locale } = frame;
  if (found.kind === 'too_few') return <p>{t('export.tooFew')}</p>;
  if (found.kind === 'refused') {
    return (
      <>
        <p>{t('export.refused')}</p>
        <Columns locale={locale} lead={t('export.drop')} names={found.drop} />
      </>
    );
  }
  const coarser = Object.entries(found.levels).filter(([, level]) => level > 0);
  return (
    <>
      {coarser.length === 0 ? (
        <p>{t('export.fine')}</p>
      ) : (
        <ul>
          {coarser.map(([name, level]) => (
            <li key={name}>
              {t('export.merged', { name: PACKAGE_LABELS.column(name, locale), level })}
              {isTold(name) ? (
                <>
                  <br />
                  {t(`export.lost.${name}`)}
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p>{t('export.smallest', { size: about(frame, found.after.smallest) })}</p>
    </>
  );
}
