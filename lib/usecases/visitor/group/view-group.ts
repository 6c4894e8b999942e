import { dayNumber } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { type Door, writesFrom } from '#lib/domain/community/door.ts';
import { weekOf } from '#lib/domain/community/figures.ts';
import { topicWords } from '#lib/domain/community/topic.ts';
import { type OnMyWay, onMyWay } from '#lib/domain/pathway/on-my-way.ts';
import { isBanned } from '#lib/store/group/members.ts';
import { listTopics } from '#lib/store/group/topics.ts';
import { readPathway } from '#lib/store/pathways.ts';
import type { Context, VisitorSession } from '#lib/usecases/context.ts';
import { readDoor } from '#lib/usecases/group-door.ts';
import { readOwnRecord } from '#lib/usecases/own-record.ts';

/** What the group knows of whoever is looking. */
export interface Member {
  readonly joined: boolean;
  /** A finished check comes before the group. */
  readonly mayJoin: boolean;
  /** Null: they can write now. */
  readonly writesFrom: Day | null;
  readonly banned: boolean;
  /** Due this week: where they are on their way leads here. */
  readonly way: OnMyWay | null;
}

export interface GroupView {
  readonly door: Door;
  readonly topics: readonly {
    readonly id: string;
    readonly locale: Locale;
    readonly title: string;
    readonly closed: boolean;
  }[];
  /** Null: nobody we know of. */
  readonly member: Member | null;
}

export async function viewGroup(ctx: Context, session: VisitorSession | null): Promise<GroupView> {
  const [door, topics, member] = await Promise.all([
    readDoor(ctx.db, ctx),
    listTopics(ctx.db),
    session && readMember(ctx, session),
  ]);
  const listed = topics.map(({ id, texts, closed }) => {
    const { locale, title } = topicWords(texts, ctx.locale);
    return { id, locale, title, closed };
  });
  return { door, topics: door.reads ? listed : [], member };
}

async function readMember(ctx: Context, session: VisitorSession): Promise<Member | null> {
  const { db, today } = ctx;
  const [stored, banned, own] = await Promise.all([
    readPathway(db, session.pathwayId, null),
    isBanned(db, session.pathwayId, today),
    readOwnRecord(db, session),
  ]);
  if (!stored) return null;
  const { row, start } = stored;
  const asked = session.recordKey === null || own.askedWeek === weekOf(today);
  const from = writesFrom(start);
  return {
    joined: row.inGroup === true,
    mayJoin: row.viewedDay !== null,
    writesFrom: today < from ? from : null,
    banned,
    way: row.inGroup === true && !asked ? onMyWay(row, dayNumber(start, today)) : null,
  };
}
