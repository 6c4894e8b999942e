import type { Permission } from '#lib/domain/access/permission.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Result } from '#lib/domain/basics/result.ts';
import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { Compared } from '#lib/domain/simulation/world.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { markDisabled } from '#lib/store/staff/staff.ts';
import { findTrial, listRunningTrials } from '#lib/store/trials.ts';
import { decideTrial } from '#lib/usecases/clinician/trials/decide-trial.ts';
import type { Actor, Context, StaffContext } from '#lib/usecases/context.ts';
import { type Move, moveTrial } from '#lib/usecases/researcher/trials/move-trial.ts';
import { proposeTrial } from '#lib/usecases/researcher/trials/propose-trial.ts';
import { saveTrial } from '#lib/usecases/researcher/trials/save-trial.ts';
import { startTrialDraft } from '#lib/usecases/researcher/trials/start-draft.ts';
import { assignment } from '#lib/usecases/trial-assignment.ts';
import { insertAccount, newAccount } from './people.ts';

/** Days before today. Between the last of the assigned and the opening everybody's window closes. */
const AGO = { drafted: 350, approved: 346, started: 344, closed: 45, opened: 7 } as const;
const DAY_MS = 86_400_000;
const FROM = 'plan-or-feedback';

/** Wide, so that there are enough people of a demo in it for a figure (decision D15). */
const CHANGED = {
  title: 'If-then plan or feedback alone, for everybody who chose a step',
  question:
    'Do people who chose a step go to a first visit more often within 30 days when they are led through an if-then plan than after the feedback alone?',
  planned: 600,
  analysis: 'fixed',
  ethics: 'made up, as everybody in it',
} as const satisfies Partial<Registration>;

type Made = Omit<Context, 'now'>;
type Person = Omit<Actor, 'verifiedAt'>;
const NOTE = 'made with the demo';

/**
 * A comparison that has run and is opened, on the way that everyone's takes: written by one person, approved by
 * another, begun before the people of `fill` come, then closed and opened. Those two have left since.
 */
export async function withComparison<T>(
  made: Made,
  tries: number,
  fill: (compared: Compared) => Promise<T>,
): Promise<T> {
  const { db, secrets, today } = made;
  const author = await formerPerson(made, 'researcher', tries);
  const approver = await formerPerson(made, 'clinician', tries);
  const { id, hash } = await register(made, author, approver);
  const move = async (to: Move, ago: keyof typeof AGO) => {
    const ctx = actingOn(made, ago, author, 'research:trials');
    must(await moveTrial(ctx, { id, move: to, note: NOTE }));
  };
  await move('started', 'started');
  const running = (await listRunningTrials(db)).filter((one) => one.hash === hash);
  const filled = await fill({
    from: dayOf(today, 'started'),
    until: dayOf(today, 'closed'),
    text: CHANCE_CONSENT_TEXT,
    assign: (pathway, row) => assignment(secrets, running, { id: pathway, row }),
  });
  await move('closed', 'closed');
  await move('opened', 'opened');
  for (const { id: person } of [author, approver]) await markDisabled(db, person, startOf(today));
  return filled;
}

async function register(made: Made, author: Person, approver: Person) {
  const ctx = () => actingOn(made, 'drafted', author, 'research:trials');
  const id = must(await startTrialDraft(ctx(), FROM));
  const draft = await findTrial(made.db, id);
  if (draft === null) throw new Error('The draft of the comparison is gone');
  const { code: _code, format: _format, ...typed } = changed(draft.registration, made.today);
  must(await saveTrial(ctx(), { id, revision: draft.revision, typed }));
  must(await proposeTrial(ctx(), { id, revision: draft.revision + 1, note: NOTE }));
  const approving = actingOn(made, 'approved', approver, 'trials:approve');
  must(await decideTrial(approving, { id, decision: 'registered', note: NOTE }));
  return { id, hash: (await findTrial(made.db, id))?.hash };
}

function changed(template: Registration, today: Day): Registration {
  const population = { ...template.population, tiers: [...TIERS], intentionFrom: 1 };
  return { ...template, ...CHANGED, population, opensOn: isoDate(dayOf(today, 'opened')) };
}

/** Somebody who worked here then; nobody ever learns a password of theirs. */
async function formerPerson(
  { db, secrets, today }: Made,
  role: 'researcher' | 'clinician',
  tries: number,
): Promise<Person> {
  const named = { name: `Former demo ${role}`, email: `former-${role}-${tries}@demo.example` };
  const account = await newAccount(secrets, role, named);
  const joining = { secrets, now: startOf(dayOf(today, 'drafted')), desk: null };
  if (!(await insertAccount(db, account, joining))) throw new Error(`${named.email} is taken`);
  return { id: account.person.id, name: named.name, roles: [role], service: null };
}

const dayOf = (today: Day, ago: keyof typeof AGO) => (today - AGO[ago]) as Day;
const startOf = (day: Day) => (day * DAY_MS) as Instant;

/** Somebody who acts on a day, with a form of their own. */
function actingOn<P extends Permission>(
  made: Made,
  ago: keyof typeof AGO,
  person: Person,
  permission: P,
): StaffContext<P> {
  const today = dayOf(made.today, ago);
  const now = startOf(today);
  return {
    ...{ ...made, now, today, permission, key: randomUuid() },
    actor: { ...person, verifiedAt: now },
  };
}

/** What has to be right here, or there is no demo. */
function must<T>(done: Result<T, unknown>): T {
  if (!done.ok) throw new Error(`The comparison of the demo: ${JSON.stringify(done.error)}`);
  return done.value;
}
