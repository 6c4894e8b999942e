import { AUDIT_ACTIONS, type AuditAction } from '#lib/domain/access/audit.ts';
import type { Frame } from '../../layout/frame.ts';
import { roleWords } from '../shell/role-words.ts';

export interface Act {
  /** Null: the system itself. */
  readonly who: string | null;
  readonly action: string;
  readonly whom: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(AUDIT_ACTIONS).flat());

function isKnown(action: string): action is AuditAction {
  return KNOWN.has(action);
}

/** An entry of the log as a sentence. An action that has none yet is named by its code. */
export function auditSentence(frame: Frame, { who, action, whom, detail }: Act): string {
  const { t } = frame;
  const facts = {
    who: who ?? t('staff.audit.system'),
    whom: whom ?? t('staff.audit.nobody'),
    roles: roleWords(frame, (detail['roles'] ?? '').split(',')),
  };
  if (isKnown(action)) return t(`staff.audit.did.${action}`, facts);
  return t('staff.audit.did.other', { who: facts.who, action, whom: whom ?? '' });
}
