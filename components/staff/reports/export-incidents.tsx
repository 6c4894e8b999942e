import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';

/** Serious incidents as a file: a POST, since it asks for a second factor and is on record. */
export function ExportIncidents({
  frame,
  count,
}: {
  readonly frame: Frame;
  readonly count: number;
}) {
  const { t } = frame;
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t('reports.incident.export')}</h2>
      <p>{t('reports.incident.exportText', { count })}</p>
      <Form frame={frame} action={staffDo(staffPaths.reports, 'export')}>
        <div className="actions">
          {(['csv', 'json'] as const).map((format) => (
            <Button key={format} kind="plain" name="format" value={format}>
              {format.toUpperCase()}
            </Button>
          ))}
        </div>
      </Form>
    </section>
  );
}
