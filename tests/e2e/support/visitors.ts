// One person for each place on the visitor's way, and what was pressed there.
import type { Locale } from '#lib/domain/basics/locale.ts';
import { type Client, newClient, screen, target } from '../../support/client.ts';
import { choosePlace, keepCode, makePlan } from '../../support/plan.ts';
import type { RunningServer } from '../../support/server.ts';
import { ownerUrl } from './durable/own-server.ts';
import { decideAll, joinGroup, staffGroup, writeFor } from './group-people.ts';
import { readingInstead } from './reading-instead.ts';
import type { Who } from './visitor-states.ts';

const NONE = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1];
const CRISIS = [1, 1, 1, 1, 1, 1, 0, 0, 2, 1];
const SEVERE = [3, 3, 3, 3, 3, 3, 3, 3, 0, 3];
const UNCOUNTED = ['declined', 1, 1, 1, 1, 1, 0, 0, 0, 1] as const;

/** After the first four: 5 of worry, 6 of low mood, the safety question, and where there is one the last. */
const MOST_OF_BOTH = [3, 3, 2, 2, 2, 1, 1, 1, 0, 0, 0, 0, 1];

export type Visitors = Readonly<Record<Who, Client>>;

/** One person for each place on the way. */
export async function makeVisitors(server: RunningServer, locale: Locale): Promise<Visitors> {
  const { origin, dataFolder } = server;
  const at = (path: string) => `/${locale}${path}`;
  const questions = locale === 'en' ? 10 : 9;
  const start = async (device: 'private' | 'shared', topic = 'mood') => {
    const client = newClient(origin);
    await client.get(at('/check'));
    await client.post(at('/check'), { topic, device, age: 'adult', self: 'yes' });
    return client;
  };
  /** Both in short: the first four, and whatever they lead to. */
  const inShort = async (first: number, ...rest: readonly number[]) => {
    const client = await start('private', 'both');
    await client.get(at('/check/care'));
    await client.post(at('/check/care'), { care: 'in_care', signs: 'some' });
    const fields = (answers: readonly number[]) =>
      Object.fromEntries(answers.map((a, i) => [`q${i + 1}`, String(a)]));
    const four = [first, first, first, first];
    await client.get(at('/check/all'));
    await client.post(at('/check/all'), fields([...four, 0]));
    await client.get(at('/check/all'));
    if (rest.length > 0) await client.post(at('/check/all'), fields([...four, ...rest]));
    await client.get(at('/next'));
    return client;
  };
  const answered = async (answers: readonly (number | 'declined')[]) => {
    const client = await start('private');
    await client.get(at('/check/all'));
    const fields = answers.slice(0, questions).map((a, i) => [`q${i + 1}`, String(a)]);
    await client.post(at('/check/all'), Object.fromEntries(fields));
    return client;
  };
  const screened = async (answers: readonly (number | 'declined')[]) => {
    const client = newClient(origin);
    await screen(client, { locale, answers: answers.slice(0, questions) });
    return client;
  };
  const chosen = async (tier: string) => {
    const client = await screened(MILD);
    await expectTo(await client.post(at('/next'), { step: tier }), at('/plan/keep'));
    return client;
  };
  const keeping = async (tier: string) => {
    const client = await chosen(tier);
    await keepCode(client, at(''));
    return client;
  };
  const planningAfter = async (pages?: number) => {
    const client = await keeping('face_to_face');
    await choosePlace(client, at(''));
    await makePlan(client, at(''), pages);
    return client;
  };
  const reminded = await planningAfter(4);
  await reminded.get(at('/plan/remind'));
  const remind = { reminder: 'email', email: 'somebody@example.test', level: 'plan', again: 'yes' };
  await expectTo(await reminded.post(at('/plan/remind'), remind), at('/plan/ready'));
  const paused = await screened(MILD);
  await paused.get(at('/not-today'));
  await paused.post(at('/not-today'), { ask: '14' });
  const hindered = await chosen('face_to_face');
  await hindered.get(at('/next/obstacles'));
  // A field that is sent more than once arrives joined by commas.
  await expectTo(
    await hindered.post(at('/next/obstacles'), { obstacle: 'stigma,alone,trust' }),
    at('/next/idea/1'),
  );
  const writing = async () => {
    const client = await chosen('guidance');
    await client.get(at('/message'));
    await client.post(at('/message'), { text: 'A few words, to be answered.' });
    return client;
  };
  const mailed = await writing();
  const order = { email: 'somebody@example.test', kind: 'answer' };
  await mailed.get(at('/mine/messages/mail'));
  await expectTo(await mailed.post(at('/mine/messages/mail'), order), at('/mine/messages/mail'));
  const followed = await answered(CRISIS);
  await followed.get(at('/check/follow-up'));
  await followed.post(at('/check/follow-up'), { a1: '1', a5: '1' });
  const url = ownerUrl(dataFolder);
  await staffGroup(url);
  const grouped = await joinGroup(server, locale);
  await writeFor(grouped, 'Evenings are long for me.', locale);
  await decideAll(url, 'show');
  await writeFor(grouped, 'Mornings are better.', locale);
  await decideAll(url, 'hide');
  return {
    nobody: newClient(origin),
    begun: await start('private'),
    shared: await start('shared'),
    supported: await answered(CRISIS),
    followed,
    finished: await answered(MILD),
    minimal: await screened(NONE),
    mild: await screened(MILD),
    severe: await screened(SEVERE),
    crisis: await screened(CRISIS),
    uncounted: await screened(UNCOUNTED),
    asked: await inShort(2),
    both: await inShort(2, ...MOST_OF_BOTH.slice(0, questions + 3)),
    short: await inShort(0),
    chosen: await chosen('guidance'),
    planWhen: await planningAfter(0),
    planFirst: await planningAfter(1),
    planFeeling: await planningAfter(2),
    planAnswer: await planningAfter(3),
    planning: await planningAfter(4),
    planned: await planningAfter(),
    reminded,
    compared: await readingInstead(url, () => planningAfter(0)),
    hindered,
    paused,
    written: await writing(),
    mailed,
    grouped,
  };
}

async function expectTo(answer: Awaited<ReturnType<Client['post']>>, path: string): Promise<void> {
  if (target(answer) !== path) throw new Error(`led to ${target(answer)}, not to ${path}`);
}
