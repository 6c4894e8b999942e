import type { Bridge } from '#lib/domain/bridges/bridges.ts';
import { FINDINGS } from '#lib/domain/bridges/evidence.ts';
import { TECHNIQUES } from '#lib/domain/bridges/techniques.ts';
import type { Frame } from '../../layout/frame.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { SummaryList } from '../../layout/summary-list.tsx';

interface Props {
  readonly frame: Frame;
  readonly bridge: Bridge;
}

/** One idea: its words, its tags, what it rests on, and whether anybody has reviewed it. */
export function BridgeEntry({ frame, bridge }: Props) {
  const { t, locale } = frame;
  const { id, version, barriers, target, techniques, population, format, fact } = bridge;
  const { evidence, reviewedOn } = bridge;
  const { citation, finding } = FINDINGS[evidence.finding];
  return (
    <article className="entry">
      <h3>{t(`bridges.item.${id}.title`)}</h3>
      <p>{t(`bridges.item.${id}.body`)}</p>
      <p>{t(`bridges.item.${id}.say`)}</p>
      <SummaryList
        pairs={[
          {
            term: t('staff.bridges.review'),
            value:
              reviewedOn === null
                ? t('staff.bridges.awaits')
                : t('staff.bridges.reviewed', { date: formatDate(locale, reviewedOn) }),
          },
          { term: t('staff.bridges.version'), value: <code>{`${id} ${version}`}</code> },
          { term: t('staff.bridges.barriers'), value: <code>{barriers.join(', ')}</code> },
          { term: t('staff.bridges.target'), value: t(`staff.bridges.targets.${target}`) },
          {
            term: t('staff.bridges.techniques'),
            value: <span lang="en">{techniques.map(nameOf).join('; ')}</span>,
          },
          {
            term: t('staff.bridges.population'),
            value: t(`staff.bridges.populations.${population}`),
          },
          { term: t('staff.bridges.format'), value: t(`staff.bridges.formats.${format}`) },
          { term: t('staff.bridges.fact'), value: t(`staff.bridges.facts.${fact}`) },
          { term: t('staff.bridges.evidence'), value: t(`staff.bridges.grades.${evidence.grade}`) },
          {
            term: t('staff.bridges.finding'),
            value: (
              <span lang="en">
                {citation}. {finding}
              </span>
            ),
          },
        ]}
      />
    </article>
  );
}

function nameOf(code: keyof typeof TECHNIQUES): string {
  return `${code} ${TECHNIQUES[code]}`;
}
