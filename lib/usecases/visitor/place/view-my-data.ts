import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import { EMPTY_RECORD, type OwnRecord } from '#lib/domain/plan/own-record.ts';
import { reportTag } from '#lib/gateways/report-keys.ts';
import { countDrafts } from '#lib/store/guidance/drafts.ts';
import { countNotes } from '#lib/store/guidance/notes.ts';
import { findDates, listTransitions, readPathway } from '#lib/store/pathways.ts';
import { listOwnCases } from '#lib/store/reports.ts';
import { hasReturnCode } from '#lib/store/return-codes.ts';
import { findThreadOf, listMessages, type Thread } from '#lib/store/threads.ts';
import { listVisitCodes } from '#lib/store/visit-codes.ts';
import { mailState } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { type OwnPost, readOwnPosts } from '#lib/usecases/own-posts.ts';
import { readOwnRecord } from '#lib/usecases/own-record.ts';
import { openOwnThread } from '#lib/usecases/own-thread.ts';

export interface MyData {
  /** Dates of the first and the latest visit, ISO 8601. */
  readonly startDate: string;
  readonly lastUsed: string;
  readonly row: PathwayRow;
  readonly transitions: readonly Transition[];
  readonly hasCode: boolean;
  readonly thread: MyThread | null;
  /** What the person keeps for themselves, opened with their own key; null where nothing is kept. */
  readonly ownRecord: OwnRecord | null;
  readonly visitCodes: readonly MyVisitCode[];
  readonly reports: readonly MyReport[];
  readonly posts: readonly MyPost[];
}

/** A post for the group, without its id. */
export type MyPost = Pick<
  OwnPost,
  'topic' | 'name' | 'locale' | 'state' | 'text' | 'pending' | 'note' | 'reason'
> & {
  /** ISO date of the Monday of its week. */
  readonly week: string;
};

/** A report as it is stored, without its id; what was written stands on the page of reports. */
export interface MyReport {
  readonly number: string;
  readonly kind: string;
  readonly arrivedAt: string | null;
  readonly closedAt: string | null;
}

/** A visit code as it is stored, without its id and its keyed hash: the code itself is not stored. */
export interface MyVisitCode {
  readonly service: string;
  readonly state: string;
  readonly issuedDay: number;
  readonly redeemedDay: number | null;
  readonly issuedAt: string | null;
  readonly redeemedAt: string | null;
}

/** A thread as it is stored, without its id; what was written in it stands on the page of messages. */
export type MyThread = Pick<Thread, 'state' | 'locale' | 'tier' | 'band' | 'openedDay'> & {
  readonly openedAt: string | null;
  readonly promisedAt: string | null;
  readonly closedOn: string | null;
  readonly answeredOn: string | null;
  readonly messages: number;
  /** What goes out by e-mail, or why nothing does any more; null: nothing, or they came without their code. */
  readonly mail: MailKind | MailEnd | null;
  readonly urgency: number;
  /** A guide has taken it. */
  readonly assigned: boolean;
  readonly team: string | null;
  /** Guides have a made-up name for it, which they alone use. */
  readonly label: true;
  /** How many notes of guides there are, and how many answers are being written. */
  readonly notes: number;
  readonly drafts: number;
};

/** Everything that is stored of one pathway, as it is stored; null where it was erased. */
export async function viewMyData(ctx: Omit<VisitorContext, 'key'>): Promise<MyData | null> {
  const { pathwayId } = ctx.session;
  const [stored, dates, transitions, hasCode, thread, visitCodes, kept, reports, posts] =
    await Promise.all([
      readPathway(ctx.db, pathwayId, null),
      findDates(ctx.db, pathwayId),
      listTransitions(ctx.db, pathwayId),
      hasReturnCode(ctx.db, pathwayId),
      findMyThread(ctx.db, ctx.session),
      listMyVisitCodes(ctx.db, pathwayId),
      readOwnRecord(ctx.db, ctx.session),
      listReports(ctx),
      listMyPosts(ctx),
    ]);
  if (!stored || !dates) return null;
  const startDate = isoDate(dates.startDate);
  const lastUsed = isoDate(dates.lastUsed);
  const ownRecord = kept === EMPTY_RECORD ? null : kept;
  const facts = { startDate, lastUsed, row: stored.row, transitions, hasCode };
  return { ...facts, thread, ownRecord, visitCodes, reports, posts };
}

async function listReports({
  db,
  secrets,
  session,
}: Omit<VisitorContext, 'key'>): Promise<readonly MyReport[]> {
  const cases = await listOwnCases(db, reportTag(secrets, session.pathwayId));
  return cases.map(({ number, kind, arrivedAt, closedAt }) => ({
    number,
    kind,
    arrivedAt: isoTime(arrivedAt),
    closedAt: isoTime(closedAt),
  }));
}

async function listMyPosts(ctx: Omit<VisitorContext, 'key'>): Promise<readonly MyPost[]> {
  return (await readOwnPosts(ctx)).map(({ id: _, topicLocale: __, week, ...post }) => ({
    ...post,
    week: isoDate(week),
  }));
}

async function listMyVisitCodes(
  db: VisitorContext['db'],
  pathwayId: PathwayId,
): Promise<readonly MyVisitCode[]> {
  return (await listVisitCodes(db, pathwayId)).map((code) => ({
    service: code.serviceId,
    state: code.state,
    issuedDay: code.issuedDay,
    redeemedDay: code.redeemedDay,
    issuedAt: isoTime(code.issuedAt),
    redeemedAt: isoTime(code.redeemedAt),
  }));
}

async function findMyThread(
  db: VisitorContext['db'],
  session: VisitorSession,
): Promise<MyThread | null> {
  const thread = await findThreadOf(db, session.pathwayId);
  if (!thread) return null;
  const { id, state, locale, tier, band, openedDay, urgency, assignedTo, team } = thread;
  const opened = await openOwnThread(db, session);
  const [messages, notes, drafts] = await Promise.all([
    listMessages(db, id),
    countNotes(db, id),
    countDrafts(db, id),
  ]);
  return {
    ...{ state, locale, tier, band, openedDay, urgency, team, notes, drafts, label: true },
    assigned: assignedTo !== null,
    openedAt: isoTime(thread.openedAt),
    promisedAt: isoTime(thread.promisedAt),
    closedOn: isoDay(thread.closedOn),
    answeredOn: isoDay(thread.answeredOn),
    messages: messages.length,
    mail: opened && (await mailState(db, opened)),
  };
}

function isoDay(day: Day | null): string | null {
  return day === null ? null : isoDate(day);
}

function isoTime(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
