import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly url: string | null;
  readonly checkedOn: Day | null;
  readonly due: boolean;
}

const COLUMNS = ['line', 'phone', 'checked', 'action'] as const;

/** Overdue ones first. A line stays on the public pages whatever its age (ruling R5). */
export function HelpLines({ frame, lines }: { frame: Frame; lines: readonly Line[] }) {
  const { t } = frame;
  const columns = COLUMNS.map((key) => ({
    key,
    label: t(`staff.services.lines.${key}`),
    action: key === 'action',
  }));
  const rows = lines.map((line) => ({ key: line.id, cells: cellsOf(frame, line) }));
  return (
    <section>
      <h2>{t('staff.services.lines.title')}</h2>
      <p>{t('staff.services.lines.text')}</p>
      <DataTable
        caption={t('staff.services.lines.caption')}
        columns={columns}
        rows={rows}
        stacked
      />
    </section>
  );
}

function cellsOf(frame: Frame, { id, name, phone, url, checkedOn, due }: Line) {
  const { t, locale } = frame;
  return {
    line: (
      <>
        {name}
        {url === null ? null : (
          <a className="note flex items-center target font-normal" href={url} rel="noreferrer">
            {t('staff.services.lines.page')}
            <span className="unseen-always">: {name}</span>
          </a>
        )}
      </>
    ),
    phone,
    checked: (
      <>
        {checkedOn === null
          ? t('staff.services.lines.never')
          : formatDate(locale, isoDate(checkedOn))}
        {due ? <strong className="block">{t('staff.services.lines.due')}</strong> : null}
      </>
    ),
    action: due ? (
      <Form frame={frame} action={staffDo(staffPaths.services, 'checked')}>
        <input type="hidden" name="line" value={id} />
        <Button kind="plain">
          {t('staff.services.lines.button')}
          <span className="unseen-always">: {name}</span>
        </Button>
      </Form>
    ) : null,
  };
}
