import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  /** High, medium, low; null where the roles do not reach it. */
  readonly group: readonly [number, number, number] | null;
}

/** What waits in the group, for whoever decides there. */
export function TodayGroup({ frame, group }: Props) {
  const { t } = frame;
  if (group === null) return null;
  const [high, medium, low] = group;
  const nothing = high + medium + low === 0;
  return (
    <section>
      <h2>{t('staff.shell.places.moderate')}</h2>
      <p>{nothing ? t('moderate.empty') : t('moderate.counts', { high, medium, low })}</p>
      {nothing ? null : (
        <div className="actions">
          <ButtonLink kind="dusk" href={frame.href(staffPaths.moderate)}>
            {t('moderate.title')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
