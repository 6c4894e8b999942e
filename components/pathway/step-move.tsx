import type { Tier } from '#lib/domain/routing/tier.ts';
import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

/** A later check offers another step than the one somebody has. */
export interface Move {
  readonly to: 'up' | 'down';
  /** It is still open. */
  readonly had: Tier;
  /** Better answers twice; a step down after one check alone could rest on one good day. */
  readonly betterTwice: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly step: Tier;
  /** Null: there is nothing to move from. */
  readonly move: Move | null;
}

/** Takes the step; where it lies above or below what somebody has, that can be kept just as well. */
export function ChooseStep({ frame, step, move }: Props) {
  const { t } = frame;
  const take = { tier: step, text: t('result.choose') };
  if (move === null) return <Choice frame={frame} {...take} />;
  const had = t(`result.step.${move.had}.title`);
  const keep = { tier: move.had, text: t('place.move.keep', { had }) };
  const isEarly = move.to === 'down' && !move.betterTwice;
  const choices = isEarly ? [keep, take] : [take, keep];
  return (
    <>
      <p>{t(`place.move.${isEarly ? 'downOnce' : move.to}`, { had })}</p>
      <p>{t('place.move.freely')}</p>
      <div className="actions">
        {choices.map((choice, place) => (
          <Choice key={choice.tier} frame={frame} {...choice} second={place > 0} />
        ))}
      </div>
    </>
  );
}

function Choice({
  frame,
  tier,
  text,
  second,
}: {
  readonly frame: Frame;
  readonly tier: Tier;
  readonly text: string;
  readonly second?: boolean;
}) {
  return (
    <Form frame={frame} action={paths.next}>
      <input type="hidden" name="step" value={tier} />
      <Button kind={second ? 'plain' : 'pine'}>{text}</Button>
    </Form>
  );
}
