import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { QUADRANTS, quadrantsOf } from '#lib/domain/evaluation/quadrants.ts';
import type { Frame } from '../../layout/frame.ts';
import { gap } from '../../layout/shell/format.ts';
import { percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
}

/** How far people did as they intended, and how closely the two go together. */
export function QuadrantSentences({ frame: { t, lang, locale }, figure }: Props) {
  const found = quadrantsOf(figure);
  if (found === null) return <p>{t('research.figures.notEnough')}</p>;
  const { asked, shares, phi, abstainers } = found;
  const say = (share: number) => percent(lang, share);
  const number = new Intl.NumberFormat(lang, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  });
  return (
    <>
      <p>{t('research.figures.quadrants.of', { asked })}</p>
      <ul>
        {QUADRANTS.map((name) => (
          <li key={name}>
            {t(`research.figures.quadrants.shares.${name}`, { rate: say(shares[name]) })}
          </li>
        ))}
      </ul>
      <p>
        {t('research.figures.quadrants.phi', {
          phi: number.format(phi.est),
          lo: number.format(phi.lo),
          hi: number.format(phi.hi),
        })}
        {phi.lo <= 0 && phi.hi >= 0
          ? `${gap(locale)}${t('research.figures.gap.inconclusive')}`
          : ''}
      </p>
      {abstainers === null ? null : (
        <p>
          {t('research.figures.quadrants.abstainers', {
            outOf: abstainers.outOf,
            rate: say(abstainers.rate),
            lo: say(abstainers.lo),
            hi: say(abstainers.hi),
          })}
        </p>
      )}
    </>
  );
}
