import { AUDIT_ACTIONS } from '#lib/domain/access/audit.ts';
import { AUDIT_FILTER_FIELDS, type TypedAuditFilter } from '#lib/domain/access/audit-filter.ts';
import { Button } from '../../form/button.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly typed: TypedAuditFilter;
  readonly errors: readonly FormError[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** A plain GET: what is asked for stands in the address, and can be shared. */
export function AuditFilterForm({ frame, typed, errors, people }: Props) {
  const { t } = frame;
  const any = { value: '', text: t('staff.audit.filter.any') };
  // The sentences of the log, with a gap where the names go.
  const gap = { who: '…', whom: '…', roles: '…' };
  const acts = Object.values(AUDIT_ACTIONS)
    .flat()
    .map((action) => ({ value: action, text: t(`staff.audit.did.${action}`, gap) }));
  const system = { value: 'system', text: t('staff.audit.system') };
  const persons = people.map(({ id, name }) => ({ value: id, text: name }));
  const shared = (name: keyof TypedAuditFilter) =>
    ({
      t,
      name,
      label: t(`staff.audit.filter.${name}`),
      value: typed[name],
      error: errorFor(errors, name),
    }) as const;
  const day = { hint: t('staff.audit.filter.dayHint'), className: 'w-48', maxLength: 10 };
  return (
    <form className="prose" method="get" action={frame.href(staffPaths.audit)} noValidate>
      <Select {...shared('who')} options={[any, ...persons, system]} />
      <Select {...shared('action')} options={[any, ...acts]} />
      <TextField
        {...shared('subject')}
        hint={t('staff.audit.filter.subjectHint')}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField {...shared('from')} {...day} autoComplete="off" />
      <TextField {...shared('to')} {...day} autoComplete="off" />
      <div className="actions">
        <Button kind="dusk">{t('staff.audit.filter.show')}</Button>
        <a href={frame.href(staffPaths.audit)}>{t('staff.audit.filter.all')}</a>
      </div>
    </form>
  );
}

/** The same entries as a file. It is a POST: it asks for a second factor, and is on record. */
export function AuditDownload({ frame, typed }: Pick<Props, 'frame' | 'typed'>) {
  const { t } = frame;
  return (
    <Form frame={frame} action={staffDo(staffPaths.audit, 'download')}>
      {AUDIT_FILTER_FIELDS.map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name]} />
      ))}
      <div className="actions">
        <Button kind="plain">{t('staff.audit.download')}</Button>
      </div>
    </Form>
  );
}

/** The address of a page of the same entries, without its language. */
export function auditAddress(typed: TypedAuditFilter, before: number | null): string {
  const asked = AUDIT_FILTER_FIELDS.flatMap((name) => (typed[name] ? [[name, typed[name]]] : []));
  const page = before === null ? [] : [['before', String(before)]];
  const query = new URLSearchParams([...asked, ...page]).toString();
  return query === '' ? staffPaths.audit : `${staffPaths.audit}?${query}`;
}
