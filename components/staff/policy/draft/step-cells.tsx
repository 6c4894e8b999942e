import type { DraftRow } from '#lib/domain/routing/draft/draft.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { Frame } from '../../../layout/frame.ts';
import { colon } from '../../../layout/shell/format.ts';
import type { Note } from './draft-notes.ts';

interface Props {
  readonly frame: Frame;
  /** Ends the names of the controls: `tier-phq-9-0`. */
  readonly of: string;
  /** What the controls belong to, for those who hear them. */
  readonly about: string;
  readonly step: Pick<DraftRow, 'tier' | 'alsoOpen'>;
}

export function StepChoice({ frame: { t, locale }, of, about, step }: Props) {
  return (
    <select
      className="input"
      id={`tier-${of}`}
      name={`tier-${of}`}
      defaultValue={step.tier}
      aria-label={`${about}${colon(locale)}${t('policy.draft.step')}`}
    >
      {TIERS.map((tier) => (
        <option key={tier} value={tier}>
          {t(`policy.tier.${tier}`)}
        </option>
      ))}
    </select>
  );
}

export function AlsoOpen({ frame: { t, locale }, of, about, step }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has margins of its own in a cell
    <div role="group" aria-label={`${about}${colon(locale)}${t('policy.draft.also')}`}>
      {TIERS.map((tier) => (
        <label key={tier} className="flex items-center gap-x-2 target">
          <input
            className="h-6 w-6 shrink-0"
            type="checkbox"
            name={`also-${of}`}
            value={tier}
            defaultChecked={step.alsoOpen.includes(tier)}
          />
          {t(`policy.tier.${tier}`)}
        </label>
      ))}
    </div>
  );
}

/** Both outside a table, each under its label. */
export function StepCells({ label, ...props }: Props & { readonly label: string }) {
  return (
    <div className="flex flex-wrap items-start gap-x-6">
      <div>
        <span className="label">{label}</span>
        <StepChoice {...props} />
      </div>
      <div>
        <span className="label">{props.frame.t('policy.draft.also')}</span>
        <AlsoOpen {...props} />
      </div>
    </div>
  );
}

/** What is wrong first, then what it says. */
export function Notes({ id, problems, sentence }: { readonly id: string } & Note) {
  return (
    <div id={id} className="prose">
      {problems.map((problem) => (
        <p className="error" key={problem}>
          {problem}
        </p>
      ))}
      {sentence === '' ? null : <p className="note">{sentence}</p>}
    </div>
  );
}

/** A button that saves what was typed and does one thing more. */
export function EditButton({
  id,
  value,
  text,
  link,
}: {
  readonly id?: string;
  readonly value: string;
  readonly text: string;
  readonly link?: boolean;
}) {
  const look = link ? 'button button-link text-start' : 'button button-plain';
  return (
    <button className={look} id={id} type="submit" name="do" value={value}>
      {text}
    </button>
  );
}
