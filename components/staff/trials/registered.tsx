import { wayOf } from '#lib/domain/bridges/ways.ts';
import type { Frame } from '../../layout/frame.ts';
import { formatDate, gap } from '../../layout/shell/format.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { sayDetectable } from './detectable.ts';
import type { TrialView } from './trial-view.ts';

interface Props {
  readonly frame: Frame;
  readonly view: TrialView;
}

/** The registration in words, and the hash that locks it. */
export function Registered({ frame, view }: Props) {
  const { t, lang, locale } = frame;
  const { registration: plan, hash, author } = view.trial;
  const { population, arms, primary, secondary } = plan;
  const list = (parts: readonly string[]) =>
    parts.length === 0 ? t('trials.nobody') : new Intl.ListFormat(lang).format(parts);
  const looking = view.people.filter(({ id }) => plan.mayLook.includes(id));
  const rows: readonly (readonly [string, string])[] = [
    [t('trials.field.question'), plan.question],
    [t('trials.author'), author.name],
    [t('trials.field.bands'), list(population.bands.map((one) => t(`trials.band.${one}`)))],
    [t('trials.field.tiers'), list(population.tiers.map((one) => t(`trials.tier.${one}`)))],
    [t('trials.field.locales'), list(population.locales.map((one) => LANGUAGE_NAMES[one]))],
    [t('trials.field.intentionFrom'), String(population.intentionFrom)],
    [
      t('trials.arms.title'),
      list(
        arms.map(({ way, version, share }) =>
          t(`trials.arms.${wayOf(way).reviewedOn === null ? 'draft' : 'one'}`, {
            way: t(`trials.way.${way}`),
            version,
            share,
          }),
        ),
      ),
    ],
    [t('trials.field.primary'), t('trials.primary', { count: primary.days })],
    [t('trials.field.secondary'), list(secondary.map((one) => t(`trials.stage.${one}`)))],
    [t('trials.field.safety'), t('trials.judging.safety')],
    [
      t('trials.field.planned'),
      sayDetectable(frame, { planned: plan.planned, ...plan.expected }, view.leastDifference),
    ],
    [t('trials.field.analysis'), t(`trials.analysis.${plan.analysis}`)],
    [t('trials.field.looks'), String(plan.looks)],
    [
      t('trials.field.margin'),
      plan.margin === null ? t('trials.noMargin') : t('trials.points', { count: plan.margin }),
    ],
    [t('trials.field.subgroups'), list(plan.subgroups.map((one) => t(`trials.subgroup.${one}`)))],
    [t('trials.field.mayLook'), list(looking.map(({ name }) => name))],
    [t('trials.field.ethics'), plan.ethics],
    [t('trials.field.opensOn'), formatDate(locale, plan.opensOn)],
    [t('trials.field.code'), plan.code],
  ];
  return (
    <section aria-labelledby="registration">
      <h2 id="registration">{t('trials.registration')}</h2>
      <SummaryList pairs={rows.map(([term, value]) => ({ term, value }))} />
      {hash === null ? null : (
        <p>
          {t('trials.hash')}
          {gap(locale)}
          <code className="break-all">{hash}</code>
        </p>
      )}
    </section>
  );
}
