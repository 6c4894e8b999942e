import type { Config } from '#lib/config.ts';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Role } from '#lib/domain/access/role.ts';
import type { Day, Instant, PathwayId, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import type { Care, Signs } from '#lib/domain/routing/facts.ts';
import type { FollowUp } from '#lib/domain/screening/follow-up.ts';
import type { TopicAnswers } from '#lib/domain/screening/topics.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { Database } from '#lib/store/client.ts';

/** What every use case is handed: no global state, no clock of its own. */
export interface Context {
  readonly db: Database;
  readonly config: Config;
  readonly secrets: WebSecrets;
  readonly now: Instant;
  /** The calendar date in the deployment's time zone. */
  readonly today: Day;
  readonly locale: Locale;
}

/** The answers of a check under way. They exist only here, sealed in the person's own browser. */
export interface Check extends TopicAnswers {
  /** Null: not asked, or not yet. */
  readonly care: Care | null;
  readonly signs: Signs | null;
  /** Scored and recorded; the answers stay readable to the person for the rest of the session. */
  readonly done: boolean;
}

/** Whether the support page after question 9 must still be shown before any result. */
export type Support = 'no' | 'due' | 'shown';

/** What the sealed cookie of an anonymous visitor holds. */
export interface VisitorSession {
  /** Random; binds form tokens to this browser. Never stored. */
  readonly sid: string;
  readonly pathwayId: PathwayId;
  /** Other people use this device: idle time is short and nothing stays behind. */
  readonly shared: boolean;
  readonly until: Instant;
  readonly check: Check | null;
  readonly support: Support;
  /** What the follow-up after question 9 came to, for the page that says what to do. Never stored. */
  readonly followUp?: FollowUp | null;
  /** The return code, until the person has typed its end back. */
  readonly code: string | null;
  /** The return code was made in this browser's session, so that the slip can carry it once more. */
  readonly codeMadeHere?: true;
  /** On a shared device: the code was shown once, and from then on is folded away. */
  readonly codeSeen?: true;
  /** The last group of the return code, typed again before everything is deleted. */
  readonly codeEnd: string | null;
  /** Opens the person's own sealed record; base64url, from the return code (decision D8). */
  readonly recordKey: string | null;
  /** The card that leads back to a person was put away. */
  readonly cardAway?: true;
  /** A plan that is being made; it is kept in the own record once its last page is sent. */
  readonly plan?: PlanDraft | null;
}

/** Whether this person has finished a check: in this session, or before they came back with their code. */
export function hasResult(session: VisitorSession | null): session is VisitorSession {
  return session !== null && (session.check === null || session.check.done);
}

export interface VisitorContext extends Context {
  readonly session: VisitorSession;
  /** Random id of the rendered form: a repeated post has one effect. */
  readonly key: string;
}

export interface Actor {
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whose desk this person is at. */
  readonly service: ServiceId | null;
  /** When the second factor was last given. */
  readonly verifiedAt: Instant;
}

/** Proof that a signed-in person may do `P`; minted only in app/_request/staff, by `requireStaff`, `staffPost` and `staffDownload`, and for the made-up past of a demo. */
export interface StaffContext<P extends Permission = Permission> extends Context {
  readonly actor: Actor;
  readonly permission: P;
  readonly key: string;
}
