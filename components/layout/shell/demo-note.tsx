import type { Frame } from '../frame.ts';

/** On every page of a demo, for whoever comes upon it. */
export function DemoNote({ frame }: { readonly frame: Frame }) {
  const { t, service } = frame;
  if (!service.demo) return null;
  return (
    <aside className="demo" aria-label={t('shell.demo.label')}>
      <p>{t('shell.demo.text')}</p>
    </aside>
  );
}
