import type { Service } from '#lib/domain/referrals/service.ts';
import { Select } from '../../form/select.tsx';
import type { Frame } from '../../layout/frame.ts';

/** A service of the directory, as whose desk somebody can be at. */
export type DeskChoice = Pick<Service, 'id' | 'name'>;

interface Props {
  readonly frame: Frame;
  readonly desks: readonly DeskChoice[];
  readonly value: string | undefined;
  readonly error: string | undefined;
}

/** The one service of the role "clinic desk"; nobody else needs it. */
export function DeskField({ frame: { t, locale }, desks, value, error }: Props) {
  const options = [
    { value: '', text: t('staff.people.form.noService') },
    ...desks.map(({ id, name }) => ({ value: id, text: name[locale] })),
  ];
  return (
    <Select
      t={t}
      name="service"
      label={t('staff.people.form.service')}
      value={value}
      options={options}
      error={error}
    />
  );
}

/** The name of a service in the language of the page; its id where it has left the directory. */
export function deskName(
  { locale }: Frame,
  desks: readonly DeskChoice[],
  id: string | null,
): string | null {
  return desks.find((desk) => desk.id === id)?.name[locale] ?? id;
}
