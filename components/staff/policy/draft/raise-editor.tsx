import { ASKS, type Ask } from '#lib/domain/routing/draft/asks.ts';
import {
  type DraftCondition,
  type DraftRaise,
  MOST_CONDITIONS,
} from '#lib/domain/routing/draft/draft.ts';
import { ROUTED_INSTRUMENTS } from '#lib/domain/routing/policy.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Frame } from '../../../layout/frame.ts';
import { colon } from '../../../layout/shell/format.ts';
import { formName } from '../words/say.ts';
import type { Note } from './draft-notes.ts';
import { EditButton, Notes, StepCells } from './step-cells.tsx';

interface Props {
  readonly frame: Frame;
  readonly raises: readonly DraftRaise[];
  readonly notes: readonly Note[];
}

/** The rules that can only raise. Each has one empty condition more than it needs, to add one. */
export function RaiseEditor({ frame, raises, notes }: Props) {
  const { t } = frame;
  return (
    <section aria-labelledby="raises">
      <h3 id="raises">{t('policy.raise.title')}</h3>
      <p className="prose">{t('policy.raise.what')}</p>
      {raises.map((raise, place) => (
        <OneRaise
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          key={place}
          frame={frame}
          raise={raise}
          place={place}
          note={notes[place] ?? { problems: [], sentence: '' }}
        />
      ))}
      <p>
        <EditButton id="add-raise" value="add-raise" text={t('policy.raise.add')} />
      </p>
    </section>
  );
}

interface OneProps {
  readonly frame: Frame;
  readonly raise: DraftRaise;
  readonly place: number;
  readonly note: Note;
}

function OneRaise({ frame, raise, place, note }: OneProps) {
  const { t } = frame;
  const name = t('policy.raise.name', { rule: place + 1 });
  const conditions = [...raise.when, EMPTY].slice(0, MOST_CONDITIONS);
  const of = `raise-${place}`;
  return (
    <details open={note.problems.length > 0}>
      <summary>
        {name}
        <span className="inline-block w-full ps-5 text-ink">{note.sentence}</span>
      </summary>
      <fieldset aria-describedby={`note-${of}`}>
        <legend className="unseen-always">{name}</legend>
        {conditions.map((condition, at) => (
          <Condition
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
            key={at}
            frame={frame}
            of={`${place}-${at}`}
            label={t(at === 0 ? 'policy.raise.if' : 'policy.raise.and')}
            about={name}
            condition={condition}
          />
        ))}
        <StepCells
          frame={frame}
          of={of}
          about={name}
          step={raise}
          label={t('policy.raise.atLeastStep')}
        />
        <Notes id={`note-${of}`} problems={note.problems} sentence="" />
        <EditButton
          link
          value={`remove-raise-${place}`}
          text={t('policy.raise.remove', { rule: place + 1 })}
        />
      </fieldset>
    </details>
  );
}

const EMPTY: DraftCondition = { ask: '', atLeast: '' };

interface ConditionProps {
  readonly frame: Frame;
  readonly of: string;
  readonly label: string;
  readonly about: string;
  readonly condition: DraftCondition;
}

function Condition({ frame, of, label, about, condition }: ConditionProps) {
  const { t, locale } = frame;
  const named = `${about}${colon(locale)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 py-1">
      <span className="w-12">{label}</span>
      <select
        className="input"
        id={`ask-${of}`}
        name={`ask-${of}`}
        defaultValue={condition.ask}
        aria-label={`${named}${label}`}
      >
        <option value="">{t('policy.raise.nothing')}</option>
        {[...ROUTED_INSTRUMENTS, null].map((instrument) => (
          <optgroup
            key={instrument ?? 'else'}
            label={instrument === null ? t('policy.raise.else') : formName(instrument)}
          >
            {ASKS.filter(({ fields }) => (fields['instrument'] ?? null) === instrument).map(
              (ask) => (
                <option key={ask.ask} value={ask.ask}>
                  {sayAsk(t, ask)}
                </option>
              ),
            )}
          </optgroup>
        ))}
      </select>
      <label className="flex items-center gap-x-2">
        {t('policy.raise.numberShort')}
        <input
          className="input w-20"
          id={`least-${of}`}
          name={`least-${of}`}
          autoComplete="off"
          maxLength={8}
          defaultValue={condition.atLeast}
          aria-label={`${named}${t('policy.raise.number')}`}
        />
      </label>
    </div>
  );
}

/** A question as a choice: "GAD-7: score, at least (0 to 21)". */
function sayAsk(t: Translate, { fields, number }: Ask): string {
  const { fact = '', instrument, atLeast, tier } = fields;
  const text = t(`policy.ask.${fact}` as 'policy.ask.total', {
    form: instrument === undefined ? '' : formName(instrument),
    band: atLeast === undefined ? '' : t(`policy.band.${atLeast}` as 'policy.band.mild'),
    step: tier === undefined ? '' : t(`policy.offer.${tier}` as 'policy.offer.guidance'),
  });
  return number === null ? text : `${text} ${t('policy.ask.range', { ...number })}`;
}
