import type { Day } from '#lib/domain/basics/ids.ts';
import type { CaseKind, Outcome, Risk } from '#lib/domain/reports/report.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { colon } from '../../layout/shell/format.ts';

/** A line of the inbox. */
export interface Line {
  readonly id: string | null;
  readonly number: string | null;
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly risk: Risk;
  readonly arrived: Day;
  readonly owner: string | null;
  readonly mine: boolean;
  readonly due: Day;
  readonly late: boolean;
  readonly serious: boolean;
  readonly outcome: Outcome | null;
}

/** What an alert or an entry is called; null where the case is about words. */
export function subjectText({ t }: Frame, kind: CaseKind, subject: string | null): string | null {
  if (subject === null || kind !== 'alert') return subject;
  const [alert, tier = ''] = subject.split('.');
  const key = `staff.today.alerts.${alert}` as 'staff.today.alerts.tier_closed';
  return t.has(key) ? t(key, { tier, count: 1 }) : subject;
}

export function WhatCell({ frame, line }: { readonly frame: Frame; readonly line: Line }) {
  const { t, href, locale } = frame;
  const { id, number, kind, subject, risk, serious } = line;
  const name = number === null ? t(`reports.kind.${kind}`) : t('reports.case', { number });
  return (
    <>
      {id === null ? (
        name
      ) : (
        <a className="inline-flex items-center target" href={href(staffPaths.report(id))}>
          {name}
        </a>
      )}
      {number === null ? null : <span className="block">{t(`reports.kind.${kind}`)}</span>}
      {risk === 'none' ? null : <strong className="block">{t(`reports.risk.${risk}`)}</strong>}
      {serious ? <strong className="block">{t('reports.serious')}</strong> : null}
      {subject === null ? null : (
        <span className="note block font-normal wrap-anywhere">
          {t('reports.facts.subject')}
          {colon(locale)}
          {subjectText(frame, kind, subject)}
        </span>
      )}
    </>
  );
}

export function OwnerCell({ frame, line }: { readonly frame: Frame; readonly line: Line }) {
  const { t } = frame;
  const { id, kind, subject, owner, mine } = line;
  if (owner !== null) return mine ? t('reports.you') : owner;
  if (id !== null) return t('reports.nobody');
  return (
    <Form frame={frame} action={staffDo(staffPaths.reports, 'take')}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subject" value={subject ?? ''} />
      <Button kind="plain">
        <span className="whitespace-nowrap">{t('reports.take')}</span>
        <span className="unseen-always"> {subjectText(frame, kind, subject)}</span>
      </Button>
    </Form>
  );
}
