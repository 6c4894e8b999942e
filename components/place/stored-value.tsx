import type { Translate } from '#lib/i18n/translate.ts';

interface Props {
  readonly t: Translate;
  readonly value: unknown;
}

/** A stored value: codes stay as they are, so that the page and the download say the same. */
export function StoredValue({ t, value }: Props) {
  if (typeof value === 'boolean') return <>{value ? t('mine.data.yes') : t('mine.data.no')}</>;
  return <span translate="no">{String(value)}</span>;
}
