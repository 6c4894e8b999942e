import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';

interface Props {
  readonly frame: Frame;
  readonly values: Readonly<Record<string, string>>;
}

const TOLD = ['disabled', 'enabled', 'roles', 'withdrawn', 'team'] as const;

/** What the last post did. The one-time address is nowhere else: only its fingerprint is stored. */
export function PeopleTold({ frame: { t }, values }: Props) {
  const { told, name = '', address } = values;
  if (address) {
    return (
      <div className="slip" role="status">
        <h2 className="mt-0">{t('staff.people.address.title', { name })}</h2>
        <p>{t('staff.people.address.text', { name })}</p>
        <p>
          <strong>{t('staff.people.address.label')}</strong>
        </p>
        <p className="font-code" translate="no">
          {address}
        </p>
      </div>
    );
  }
  const done = TOLD.find((word) => word === told);
  if (!done) return null;
  return (
    <Notice role="status">
      <p>{t(`staff.people.told.${done}`, { name })}</p>
    </Notice>
  );
}
