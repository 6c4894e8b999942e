import { randomUUID } from 'node:crypto';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { DraftBody, DraftRow } from '#lib/domain/routing/draft/draft.ts';
import type { Database } from '#lib/store/client.ts';
import { findLivePolicy, findPublished } from '#lib/store/policies.ts';
import { approvePolicy } from '#lib/usecases/clinician/approve-policy.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';
import { publishPolicy } from '#lib/usecases/clinician/review/publish-policy.ts';
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
  const bodyOf = async (person: TestPerson, id: string) => {
    const view = await viewDraft(as(person, 'policy:read'), id);
    if (!view) throw new Error('no draft');
    const { revision, name, recheck, source, tables, raises, otherwise } = view.draft;
    return { revision, body: { name, recheck, source, tables, raises, otherwise } };
  };
  const change = async (person: TestPerson, id: string, edit: (body: DraftBody) => DraftBody) => {
    const { revision, body } = await bodyOf(person, id);
    const save = { id, revision, body: edit(body), edit: { kind: 'check' } } as const;
    return saveDraft(as(person, 'policy:draft'), save);
  };
  /** A version of this author's, ready for somebody else's eyes. */
  const proposed = async (author: TestPerson, name = `policy ${randomUUID()}`) => {
    const id = await started(author);
    await change(author, id, (body) => ({ ...body, name }));
    const { revision } = await bodyOf(author, id);
    const proposal = { id, revision, body: null, reason: 'For a test.', lower: '' };
    const version = await proposePolicy(as(author, 'policy:draft'), proposal);
    if (!version.ok) throw new Error(version.error);
    return version.value;
  };
  const clinician = () => hire(db, ['clinician']);
  const liveHash = async () => (await findLivePolicy(db))?.hash ?? null;
  const latest = async () => (await findPublished(db)).latest;
  const approval = async (hash: string) => {
    return { hash, live: await latest(), note: 'I read it all.' };
  };
  const publish = async (person: TestPerson, hash: string, date = '', time = '') => {
    const publication = { hash, live: await latest(), date, time };
    return publishPolicy(as(person, 'policy:publish'), publication);
  };
  /** Approved by this person, and live. */
  const goLive = async (person: TestPerson, hash: string) => {
    const approved = await approvePolicy(as(person, 'policy:approve'), await approval(hash));
    const published = await publish(person, hash);
    if (!approved.ok || !published.ok) throw new Error('not live');
  };
  return {
    as,
    started,
    bodyOf,
    change,
    proposed,
    clinician,
    liveHash,
    approval,
    publish,
    goLive,
  };
}

/** The rows for the PHQ-9, changed. */
export function withRows(body: DraftBody, edit: (rows: DraftRow[]) => DraftRow[]): DraftBody {
  const tables = body.tables.map((table) =>
    table.instrument === 'phq-9' ? { ...table, rows: edit(table.rows) } : table,
  );
  return { ...body, tables };
}

export function rowsOf(body: Pick<DraftBody, 'tables'>): readonly DraftRow[] {
  return body.tables.find(({ instrument }) => instrument === 'phq-9')?.rows ?? [];
}
