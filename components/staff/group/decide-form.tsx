import { LANG } from '#lib/domain/basics/locale.ts';
import { CONTENT_NOTES, REASONS } from '#lib/domain/community/codes.ts';
import { translate } from '#lib/i18n/translate.ts';
import { Button } from '../../form/button.tsx';
import { Details } from '../../form/details.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import { Select } from '../../form/select.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { OpenedItem } from './opened-item.ts';

interface Props {
  readonly frame: Frame;
  readonly item: OpenedItem;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** Show, ask or hide, with the words that the writer will read; about the text on this page and no other. */
export function DecideForm({ frame, item, errors, values }: Props) {
  const { t } = frame;
  return (
    <Form frame={frame} action={staffDo(staffPaths.groupItem(item.id), 'decide')}>
      <input type="hidden" name="seen" value={item.seen} />
      <RadioRows
        t={t}
        name="decision"
        legend={t('moderate.item.decide')}
        choices={item.decisions.map((decision) => ({
          value: decision,
          label: t(`moderate.item.do.${decision}`),
          ...(decision === 'show' ? {} : { hint: t(`moderate.item.doHint.${decision}`) }),
        }))}
        value={values['decision']}
        error={errorFor(errors, 'decision')}
      />
      <Select
        t={t}
        name="reason"
        label={t('moderate.item.reason')}
        value={values['reason']}
        options={[
          { value: '', text: t('moderate.item.reasonNone') },
          ...REASONS.map((reason) => ({ value: reason, text: t(`moderate.reason.${reason}`) })),
        ]}
        error={errorFor(errors, 'reason')}
      />
      <Templates frame={frame} item={item} />
      <Select
        t={t}
        name="note"
        label={t('moderate.item.note')}
        value={values['note'] ?? item.note ?? ''}
        options={[
          { value: '', text: t('moderate.item.noteNone') },
          ...CONTENT_NOTES.map((note) => ({ value: note, text: t(`group.note.${note}`) })),
        ]}
      />
      <div className="actions">
        <Button kind="dusk">{t('moderate.item.send')}</Button>
      </div>
    </Form>
  );
}

/** What the writer reads for each reason, in the language they wrote in. */
function Templates({ frame, item }: Pick<Props, 'frame' | 'item'>) {
  const theirs = translate(item.locale);
  return (
    <Details summary={frame.t('moderate.item.reasonHint')}>
      <dl>
        {REASONS.map((reason) => (
          <div key={reason}>
            <dt>{frame.t(`moderate.reason.${reason}`)}</dt>
            <dd lang={LANG[item.locale]}>{theirs(`group.reason.${reason}`)}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
