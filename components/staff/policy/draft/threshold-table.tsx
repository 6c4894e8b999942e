import type { DraftRow } from '#lib/domain/routing/draft.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { Frame } from '../../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly rows: readonly DraftRow[];
  /** Sentences beside each row: what is wrong first, then what the row says. */
  readonly notes: readonly {
    readonly problems: readonly string[];
    readonly sentence: string;
  }[];
}

/** The decision table as a form: every cell has a label, every row a button that takes it away. */
export function ThresholdTable({ frame, rows, notes }: Props) {
  const { t } = frame;
  const caption = t('policy.draft.tableCaption');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, not for a scroll box
    <div className="table-box stacked" role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('policy.draft.row', { row: '' })}</th>
            <th scope="col">{t('policy.draft.from')}</th>
            <th scope="col">{t('policy.draft.to')}</th>
            <th scope="col">{t('policy.draft.step')}</th>
            <th scope="col">{t('policy.draft.also')}</th>
          </tr>
        </thead>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <tbody key={place}>
            <Cells frame={frame} row={row} place={place} failed={isFailed(notes[place])} />
            <tr>
              <td colSpan={5}>
                <Notes id={`note-${place}`} {...(notes[place] ?? EMPTY)} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}

const EMPTY = { problems: [], sentence: '' };
const isFailed = (note: Props['notes'][number] | undefined) => (note?.problems.length ?? 0) > 0;

interface CellsProps {
  readonly frame: Frame;
  readonly row: DraftRow;
  readonly place: number;
  readonly failed: boolean;
}

function Cells({ frame, row, place, failed }: CellsProps) {
  const { t } = frame;
  const name = t('policy.draft.row', { row: String(place + 1) });
  const step = `tier-${place}`;
  return (
    <tr>
      <th scope="row">
        <span className="block">{name}</span>
        <button
          className="button button-link text-start"
          type="submit"
          name="do"
          value={`remove-${place}`}
        >
          {t('policy.draft.remove', { row: place + 1 })}
        </button>
      </th>
      {(['from', 'to'] as const).map((field) => (
        <td key={field} data-label={t(`policy.draft.${field}`)}>
          <input
            className="input w-20"
            id={`${field}-${place}`}
            name={`${field}-${place}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            defaultValue={row[field]}
            aria-label={`${name}: ${t(`policy.draft.${field}`)}`}
            aria-describedby={`note-${place}`}
            aria-invalid={failed || undefined}
          />
        </td>
      ))}
      <td data-label={t('policy.draft.step')}>
        <select
          className="input"
          id={step}
          name={step}
          defaultValue={row.tier}
          aria-label={`${name}: ${t('policy.draft.step')}`}
        >
          {TIERS.map((tier) => (
            <option key={tier} value={tier}>
              {t(`policy.tier.${tier}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t('policy.draft.also')}>
        <AlsoOpen frame={frame} row={row} place={place} name={name} />
      </td>
    </tr>
  );
}

function AlsoOpen({
  frame: { t },
  row,
  place,
  name,
}: Omit<CellsProps, 'failed'> & { name: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has margins of its own in a cell
    <div role="group" aria-label={`${name}: ${t('policy.draft.also')}`}>
      {TIERS.map((tier) => (
        <label key={tier} className="flex items-center gap-x-2 target">
          <input
            className="h-6 w-6 shrink-0"
            type="checkbox"
            name={`also-${place}`}
            value={tier}
            defaultChecked={row.alsoOpen.includes(tier)}
          />
          {t(`policy.tier.${tier}`)}
        </label>
      ))}
    </div>
  );
}

function Notes({ id, problems, sentence }: { readonly id: string } & Props['notes'][number]) {
  return (
    <div id={id} className="prose">
      {problems.map((problem) => (
        <p className="error" key={problem}>
          {problem}
        </p>
      ))}
      <p className="note">{sentence}</p>
    </div>
  );
}
