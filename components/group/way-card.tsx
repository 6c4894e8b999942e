import type { OnMyWay } from '#lib/domain/pathway/on-my-way.ts';
import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly way: OnMyWay;
}

/** Once a week: the group goes along on the way, and does not take its place. */
export function WayCard({ frame, way }: Props) {
  const { t } = frame;
  return (
    <section className="panel panel-clay" aria-labelledby="way">
      <h2 id="way">{t('group.way.title')}</h2>
      <p>{t('group.way.text')}</p>
      <Form frame={frame} action={paths.group}>
        <p className="actions">
          <Button kind="plain" name="act" value={way}>
            {t(`group.way.go.${way}`)}
          </Button>
          <Button kind="link" name="act" value="away">
            {t('group.way.away')}
          </Button>
        </p>
      </Form>
    </section>
  );
}
