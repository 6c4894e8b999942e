import type { FormError } from '#components/form/errors.ts';
import type { AuditFilterProblem } from '#lib/domain/access/audit-filter.ts';

const TEXTS: Readonly<Record<AuditFilterProblem['problem'], string>> = {
  unknown: 'staff.audit.filter.error.unknown',
  long: 'staff.audit.filter.error.long',
  date: 'staff.audit.filter.error.date',
  order: 'staff.audit.filter.error.order',
};

export function filterErrors(problems: readonly AuditFilterProblem[]): readonly FormError[] {
  return problems.map(({ field, problem }) => ({ field, text: TEXTS[problem] }));
}
