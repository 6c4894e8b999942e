import type { KnownRoom } from '#lib/domain/evaluation/room.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  /** Path of the post. */
  readonly action: string;
  readonly room: KnownRoom;
  readonly errors: readonly FormError[];
  /** As typed, where it was not kept. */
  readonly values: Readonly<Record<string, string>>;
}

/** How many new people a week each open step can take; one that is closed takes nobody. */
export function RoomForm({ frame, action, room, errors, values }: Props) {
  const { t } = frame;
  const open = TIERS.filter((tier) => room.open.has(tier));
  if (open.length === 0) return null;
  return (
    <div className="prose">
      <Form frame={frame} action={action}>
        <p>{t('policy.try.roomLead')}</p>
        {open.map((tier) => {
          const name = `room-${tier}`;
          return (
            <TextField
              key={tier}
              t={t}
              name={name}
              label={t('policy.try.roomOf', { step: t(`policy.tier.${tier}`) })}
              value={values[name] ?? String(room.weekly.get(tier) ?? '')}
              error={errorFor(errors, name)}
              inputMode="numeric"
              autoComplete="off"
              className="w-28"
              maxLength={9}
            />
          );
        })}
        <div className="actions">
          <Button kind="plain">{t('policy.try.compare')}</Button>
        </div>
      </Form>
    </div>
  );
}
