import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { TOPIC_TEXTS, type TopicTexts } from '#lib/domain/community/topic.ts';
import type { Tx } from '../client.ts';

export interface Topic {
  readonly id: string;
  readonly texts: TopicTexts;
  readonly closed: boolean;
  readonly place: number;
}

const columns = { id: true, texts: true, closed: true, place: true } as const;

type Row = Omit<Topic, 'texts'> & { readonly texts: unknown };
const topicOf = (row: Row): Topic => ({ ...row, texts: TOPIC_TEXTS.parse(row.texts) });

/** In the order that staff gave them. */
export async function listTopics(tx: Tx): Promise<readonly Topic[]> {
  const orderBy = [{ place: 'asc' }, { id: 'asc' }] as const;
  return (await tx.groupTopic.findMany({ orderBy: [...orderBy], select: columns })).map(topicOf);
}

export async function findTopic(tx: Tx, id: string): Promise<Topic | null> {
  const row = await tx.groupTopic.findUnique({ where: { id }, select: columns });
  return row && topicOf(row);
}

export interface SavedTopic extends Omit<Topic, 'id'> {
  /** Null: a new one. */
  readonly id: string | null;
  readonly by: StaffId;
  readonly at: Instant;
}

/** The id of the topic; null where there is none to change. */
export async function saveTopic(
  tx: Tx,
  { id, by, at, ...topic }: SavedTopic,
): Promise<string | null> {
  const data = { ...topic, changedBy: by, changedAt: new Date(at) };
  if (id === null) return (await tx.groupTopic.create({ data, select: { id: true } })).id;
  return (await tx.groupTopic.updateMany({ where: { id }, data })).count === 1 ? id : null;
}
