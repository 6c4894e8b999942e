import type { DraftRow, DraftTable } from '#lib/domain/routing/draft/draft.ts';
import type { Frame } from '../../../layout/frame.ts';
import { colon } from '../../../layout/shell/format.ts';
import { formName } from '../words/say.ts';
import type { Note } from './draft-notes.ts';
import { AlsoOpen, EditButton, Notes, StepChoice } from './step-cells.tsx';

interface Props {
  readonly frame: Frame;
  readonly table: DraftTable;
  /** Beside each row. */
  readonly notes: readonly Note[];
  /** What is wrong with the table as a whole. */
  readonly problems: readonly string[];
  /** The others are folded up: the page would be very long. */
  readonly open: boolean;
}

/** The decision table of one form: every cell has a label, every row a button that takes it away. */
export function ThresholdTable({ frame, table, notes, problems, open }: Props) {
  const { t } = frame;
  const { instrument, rows } = table;
  const form = formName(instrument);
  const caption = t('policy.draft.tableOf', { form });
  return (
    <details id={`table-${instrument}`} open={open}>
      <summary>{form}</summary>
      <input type="hidden" name="tables" value={instrument} />
      {problems.map((problem) => (
        <p className="error" key={problem}>
          {problem}
        </p>
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, not for a scroll box */}
      <div className="table-box stacked" role="group" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('policy.draft.rows')}</th>
              <th scope="col">{t('policy.draft.from')}</th>
              <th scope="col">{t('policy.draft.to')}</th>
              <th scope="col">{t('policy.draft.step')}</th>
              <th scope="col">{t('policy.draft.also')}</th>
            </tr>
          </thead>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
            <tbody key={place}>
              <Cells frame={frame} of={instrument} row={row} place={place} note={notes[place]} />
              <tr>
                <td colSpan={5}>
                  <Notes id={`note-${instrument}-${place}`} {...(notes[place] ?? EMPTY)} />
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
      <p className="flex flex-wrap gap-x-4">
        <EditButton
          id={`add-${instrument}`}
          value={`add-row-${instrument}`}
          text={t('policy.draft.addTo', { form })}
        />
        <EditButton
          link
          value={`remove-table-${instrument}`}
          text={t('policy.draft.removeTable', { form })}
        />
      </p>
    </details>
  );
}

const EMPTY: Note = { problems: [], sentence: '' };

interface CellsProps {
  readonly frame: Frame;
  readonly of: DraftTable['instrument'];
  readonly row: DraftRow;
  readonly place: number;
  readonly note: Note | undefined;
}

function Cells({ frame, of: instrument, row, place, note = EMPTY }: CellsProps) {
  const { t, locale } = frame;
  const name = t('policy.draft.row', { row: String(place + 1) });
  const of = `${instrument}-${place}`;
  const about = `${formName(instrument)}, ${name}`;
  return (
    <tr>
      <th scope="row">
        <span className="block">{name}</span>
        <EditButton
          link
          value={`remove-row-${of}`}
          text={t('policy.draft.remove', { row: place + 1 })}
        />
      </th>
      {(['from', 'to'] as const).map((field) => (
        <td
          key={field}
          className="max-md:inline-block max-md:pe-6"
          data-label={t(`policy.draft.${field}`)}
        >
          <input
            className="input w-20"
            id={`${field}-${of}`}
            name={`${field}-${of}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            defaultValue={row[field]}
            aria-label={`${about}${colon(locale)}${t(`policy.draft.${field}`)}`}
            aria-describedby={`note-${of}`}
            aria-invalid={note.problems.length > 0 || undefined}
          />
        </td>
      ))}
      <td className="max-md:pt-3" data-label={t('policy.draft.step')}>
        <StepChoice frame={frame} of={of} about={about} step={row} />
      </td>
      <td className="max-md:pt-3" data-label={t('policy.draft.also')}>
        <AlsoOpen frame={frame} of={of} about={about} step={row} />
      </td>
    </tr>
  );
}
