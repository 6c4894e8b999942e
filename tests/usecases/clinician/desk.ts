import { randomUUID } from 'node:crypto';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { DraftTable } from '#lib/domain/routing/draft.ts';
import type { Database } from '#lib/store/client.ts';
import { findLivePolicy } from '#lib/store/policies.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';
import { saveDraft } from '#lib/usecases/clinician/save-draft.ts';
import { startDraft } from '#lib/usecases/clinician/start-draft.ts';
import { viewDraft } from '#lib/usecases/clinician/view-draft.ts';
import { hire, later, staffContextOf, type TestPerson } from '../staff/people.ts';

let moments = 0;

/** What clinicians do, in few words. */
export function deskOf(db: Database) {
  /** Each act has a moment of its own, as on a real clock. */
  const as = <P extends Permission>(person: TestPerson, permission: P) =>
    staffContextOf(db, person, permission, later(++moments * 1000));
  const started = async (person: TestPerson, from = 'live') => {
    const draft = await startDraft(as(person, 'policy:draft'), from);
    if (!draft.ok) throw new Error(draft.error);
    return draft.value;
  };
  const tableOf = async (person: TestPerson, id: string) => {
    const view = await viewDraft(as(person, 'policy:read'), id);
    if (!view) throw new Error('no draft');
    const { revision, name, recheck, source, rows } = view.draft;
    return { revision, table: { name, recheck, source, rows } };
  };
  const change = async (person: TestPerson, id: string, edit: (t: DraftTable) => DraftTable) => {
    const { revision, table } = await tableOf(person, id);
    const save = { id, revision, table: edit(table), ask: 'check' } as const;
    return saveDraft(as(person, 'policy:draft'), save);
  };
  /** A version of this author's, ready for somebody else's eyes. */
  const proposed = async (author: TestPerson, name = `policy ${randomUUID()}`) => {
    const id = await started(author);
    await change(author, id, (table) => ({ ...table, name }));
    const { revision } = await tableOf(author, id);
    const reason = 'For a test.';
    const version = await proposePolicy(as(author, 'policy:draft'), { id, revision, reason });
    if (!version.ok) throw new Error(version.error);
    return version.value;
  };
  const clinician = () => hire(db, ['clinician']);
  const liveHash = async () => (await findLivePolicy(db))?.hash ?? null;
  const approval = async (hash: string) => {
    return { hash, live: await liveHash(), note: 'I read it all.' };
  };
  return { as, started, tableOf, change, proposed, clinician, liveHash, approval };
}
