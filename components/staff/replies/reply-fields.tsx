import { LOCALES } from '#lib/domain/basics/locale.ts';
import { MESSAGE_MAX } from '#lib/domain/guidance/message.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Select } from '../../form/select.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';

export type ReplyValues = Readonly<
  Partial<Record<'locale' | 'tier' | 'shortcut' | 'title' | 'text', string>>
>;

interface Props {
  readonly frame: Frame;
  readonly values: ReplyValues;
  readonly errors: readonly FormError[];
}

export function ReplyFields({ frame: { t }, values, errors }: Props) {
  return (
    <>
      <Select
        t={t}
        name="locale"
        label={t('replies.field.locale')}
        value={values.locale}
        options={LOCALES.map((one) => ({ value: one, text: t(`inbox.languages.${one}`) }))}
      />
      <Select
        t={t}
        name="tier"
        label={t('replies.field.tier')}
        value={values.tier}
        options={[
          { value: '', text: t('replies.everyTier') },
          ...TIERS.map((tier) => ({ value: tier, text: t(`policy.tier.${tier}`) })),
        ]}
      />
      <TextField
        t={t}
        name="title"
        label={t('replies.field.title')}
        value={values.title}
        error={errorFor(errors, 'title')}
      />
      <TextField
        t={t}
        name="shortcut"
        label={t('replies.field.shortcut')}
        hint={t('replies.field.shortcutHint')}
        value={values.shortcut}
        error={errorFor(errors, 'shortcut')}
      />
      <TextArea
        t={t}
        name="text"
        label={t('replies.field.text')}
        hint={t('replies.field.textHint')}
        value={values.text}
        error={errorFor(errors, 'text')}
        maxLength={MESSAGE_MAX}
      />
    </>
  );
}
