import { BAN_REASONS } from '#lib/domain/community/codes.ts';
import { Button } from '../../form/button.tsx';
import { Details } from '../../form/details.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { OpenedItem } from './opened-item.ts';

interface Props {
  readonly frame: Frame;
  readonly item: OpenedItem;
  readonly errors: readonly FormError[];
}

/** What there is beside a decision: somebody else's, none, or the end of the writer's posting. */
export function ItemMore({ frame, item, errors }: Props) {
  const { t } = frame;
  const page = staffPaths.groupItem(item.id);
  const error = errorFor(errors, 'ban');
  return (
    <section>
      <h2>{t('moderate.item.more')}</h2>
      <Form frame={frame} action={staffDo(page, 'release')}>
        {item.canAsk ? <p>{t('moderate.item.secondText')}</p> : null}
        <div className="actions">
          {item.canAsk ? (
            <Button kind="plain" name="second" value="yes">
              {t('moderate.item.secondButton')}
            </Button>
          ) : null}
          <Button kind="plain" name="second" value="no">
            {t('moderate.item.release')}
          </Button>
        </div>
      </Form>
      <Details summary={t('moderate.item.ban')} open={error !== undefined}>
        <p>{t('moderate.item.banText')}</p>
        <Form frame={frame} action={staffDo(page, 'ban')}>
          <RadioRows
            t={t}
            name="ban"
            legend={t('moderate.item.banWhy')}
            choices={BAN_REASONS.map((reason) => ({
              value: reason,
              label: t(`moderate.banReason.${reason}`),
            }))}
            error={error}
          />
          <Button kind="plain">{t('moderate.item.banYes')}</Button>
        </Form>
      </Details>
    </section>
  );
}
