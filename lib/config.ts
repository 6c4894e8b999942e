import { z } from 'zod';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { PERIODS, type Period } from '#lib/domain/evaluation/release/period.ts';
import { parseOfficeHours } from '#lib/domain/guidance/office-hours.ts';
import { parseEntryPoints } from '#lib/domain/pathway/entry-point.ts';

/** Whole number from text such as `3000`; an empty variable counts as unset. */
const whole = (fallback: number) =>
  z.preprocess((v) => (v === undefined || v === '' ? fallback : v), z.coerce.number().int().min(0));
const text = (fallback: string) =>
  z.preprocess((v) => (v === undefined || v === '' ? fallback : v), z.string());
const httpUrl = z.url({ protocol: /^https?$/ });
const databaseUrl = text('').refine(
  (url) => url === '' || /^postgres(ql)?:\/\/\S+$/.test(url),
  'is not an address such as postgresql://name:password@host/database',
);

/** Chrome and Edge on Android, Firefox, Edge on Windows, Safari: whoever else is named could be any machine (SSRF). */
const PUSH_HOSTS =
  'fcm.googleapis.com *.push.services.mozilla.com *.notify.windows.com *.push.apple.com';

const schema = z.object({
  PORT: whole(3000).pipe(z.number().max(65_535)),
  /** The address to listen on; a container behind a proxy sets 0.0.0.0. */
  HANDRAIL_HOST: text('127.0.0.1'),
  HANDRAIL_ORIGIN: z.preprocess((v) => v || undefined, httpUrl.optional()),
  HANDRAIL_DATA: text('.data'),
  HANDRAIL_SECRET_FILE: text(''),
  /** Folder of the licensed wordings that this service brings (README.md, Running it for real). */
  HANDRAIL_INSTRUMENTS: text(''),
  DATABASE_URL: databaseUrl,
  DATABASE_URL_WEB: databaseUrl,
  DATABASE_URL_WORKER: databaseUrl,
  DATABASE_URL_RESEARCH: databaseUrl,
  /** Neutral public name of the deploying service (decision D1). */
  HANDRAIL_SERVICE_NAME: text('Handrail'),
  /** Set by `npm run demo`: every page says that nobody in it is real. */
  HANDRAIL_DEMO: text('').pipe(z.enum(['', '1'])),
  /** Who answers for this deployment; empty is shown as "not named" on the page about the service. */
  HANDRAIL_ORGANISATION: text(''),
  HANDRAIL_CLINICAL_LEAD: text(''),
  /** ISO date on which a clinician last reviewed this deployment. */
  HANDRAIL_REVIEWED_ON: text('').pipe(z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)),
  /** ISO date on which the next review is planned. */
  HANDRAIL_NEXT_REVIEW: text('').pipe(z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)),
  /** Who pays for this deployment, in words. */
  HANDRAIL_FUNDING: text(''),
  /** Where people can complain or report a barrier: an address or telephone number in words. */
  HANDRAIL_CONTACT: text(''),
  /** Whom moderators can talk with after a hard shift, in words. */
  HANDRAIL_DEBRIEF_CONTACT: text(''),
  HANDRAIL_BUILD: text('development'),
  HANDRAIL_SOURCE: text(''),
  /** Two-letter code whose help lines show before anyone chooses (ruling R5). */
  HANDRAIL_COUNTRY: text('GB').pipe(z.string().regex(/^[A-Z]{2}$/)),
  HANDRAIL_TIME_ZONE: text('UTC').refine(isTimeZone, 'is not a time zone such as Europe/London'),
  HANDRAIL_MINIMUM_AGE: whole(18).pipe(z.number().min(12).max(21)),
  HANDRAIL_DEFAULT_LOCALE: text('en').pipe(z.enum(LOCALES)),
  /** Where "Leave this page" leads, per language (ruling R7). */
  HANDRAIL_LEAVE_EN: text('https://www.bbc.com/weather').pipe(httpUrl),
  HANDRAIL_LEAVE_ZH_HANS: text('https://www.weather.com.cn/').pipe(httpUrl),
  HANDRAIL_LEAVE_ZH_HANT: text('https://www.hko.gov.hk/').pipe(httpUrl),
  /** Reverse proxies in front that append to X-Forwarded-For; 0 = none, the header is ignored. */
  HANDRAIL_PROXIES: whole(0),
  HANDRAIL_WEB_PROCESSES: whole(0),
  /** Multiplies the limits per network, for a service whose visitors share one address (kiosk, onion). */
  HANDRAIL_LIMIT_FACTOR: whole(1).pipe(z.number().min(1)),
  /** Mail server for reminders and answers, e.g. smtps://name:password@host; empty: none are offered by e-mail. */
  SMTP_URL: text('').pipe(
    z.string().regex(/^(smtps?:\/\/\S+)?$/, 'is not like smtps://name:password@host'),
  ),
  /** The address that reminders and answers come from; empty: `reminders@` and the host of HANDRAIL_ORIGIN. */
  HANDRAIL_MAIL_FROM: text('').pipe(z.union([z.literal(''), z.email()])),
  /** Where the worker takes bounces, complaints and answers to its e-mails, as `port` or `host:port`; empty: nowhere. */
  HANDRAIL_MAIL_IN: text('').pipe(
    z.string().regex(/^((\[[\da-f:.]+\]|[\w.-]+):)?\d{1,5}$|^$/i, 'is not like 127.0.0.1:2525'),
  ),
  /** Hosts of push services that the worker may call, separated by spaces; `*.` takes every host below. */
  HANDRAIL_PUSH_HOSTS: text(PUSH_HOSTS),
  /** After what the figures for research are counted anew: a whole week, month or quarter of the year. */
  HANDRAIL_FIGURES: text('month').pipe(z.enum(PERIODS)),
  /**
   * At most 8 ways to the first page that researchers may tell apart, as `poster,campus`: whoever begins from the address
   * `/?from=poster` is counted under it, anybody else as direct. A code stands in the address: choose one that gives nobody away.
   */
  HANDRAIL_ENTRY_POINTS: text('').refine(
    (list) => parseEntryPoints(list) !== null,
    'is not at most 8 codes like poster,partner-gp',
  ),
  /** How many people may wait for one guide at a time. */
  HANDRAIL_CASELOAD: whole(20).pipe(z.number().min(1)),
  /** Guidance hours as `1-5 09:00-17:00` (days 1 = Monday, local time), dates without answers after `;`. */
  HANDRAIL_GUIDANCE_HOURS: text('1-5 09:00-17:00').refine(
    (hours) => parseOfficeHours(hours).ok,
    'is not like 1-5 09:00-17:00; 2026-12-25',
  ),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly origin: URL;
  readonly data: string;
  readonly secretFile: string;
  readonly instruments: string;
  readonly databaseUrl: string;
  readonly databaseUrlWeb: string;
  readonly databaseUrlWorker: string;
  readonly databaseUrlResearch: string;
  readonly serviceName: string;
  readonly demo: boolean;
  readonly responsible: {
    readonly organisation: string | null;
    readonly clinicalLead: string | null;
    readonly reviewedOn: string | null;
    readonly nextReviewOn: string | null;
    readonly funding: string | null;
    readonly contact: string | null;
  };
  readonly build: { readonly id: string; readonly source: string | null };
  readonly country: string;
  readonly timeZone: string;
  readonly minimumAge: number;
  readonly defaultLocale: (typeof LOCALES)[number];
  readonly leave: Readonly<Record<(typeof LOCALES)[number], string>>;
  readonly proxies: number;
  readonly webProcesses: number;
  readonly limitFactor: number;
  readonly guidanceHours: string;
  readonly mail: {
    readonly server: string | null;
    readonly from: string;
    readonly listen: { readonly host: string; readonly port: number } | null;
  };
  readonly caseload: number;
  readonly figures: Period;
  readonly entryPoints: readonly string[];
  readonly pushHosts: readonly string[];
  readonly debriefContact: string | null;
}

/**
 * Reads the environment once.
 * @throws Error with one line that names the variable and what to set.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`Set ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const v = parsed.data;
  const origin = new URL(v.HANDRAIL_ORIGIN ?? `http://localhost:${v.PORT}`);
  return {
    port: v.PORT,
    host: v.HANDRAIL_HOST,
    origin,
    data: v.HANDRAIL_DATA,
    secretFile: v.HANDRAIL_SECRET_FILE || `${v.HANDRAIL_DATA}/secrets/web.json`,
    instruments: v.HANDRAIL_INSTRUMENTS,
    databaseUrl: v.DATABASE_URL,
    databaseUrlWeb: v.DATABASE_URL_WEB || v.DATABASE_URL,
    databaseUrlWorker: v.DATABASE_URL_WORKER || v.DATABASE_URL,
    databaseUrlResearch: v.DATABASE_URL_RESEARCH || v.DATABASE_URL,
    serviceName: v.HANDRAIL_SERVICE_NAME,
    demo: v.HANDRAIL_DEMO === '1',
    responsible: responsible(v),
    build: { id: v.HANDRAIL_BUILD, source: v.HANDRAIL_SOURCE || null },
    country: v.HANDRAIL_COUNTRY,
    timeZone: v.HANDRAIL_TIME_ZONE,
    minimumAge: v.HANDRAIL_MINIMUM_AGE,
    defaultLocale: v.HANDRAIL_DEFAULT_LOCALE,
    leave: {
      en: v.HANDRAIL_LEAVE_EN,
      'zh-hans': v.HANDRAIL_LEAVE_ZH_HANS,
      'zh-hant': v.HANDRAIL_LEAVE_ZH_HANT,
    },
    proxies: v.HANDRAIL_PROXIES,
    webProcesses: v.HANDRAIL_WEB_PROCESSES,
    limitFactor: v.HANDRAIL_LIMIT_FACTOR,
    guidanceHours: v.HANDRAIL_GUIDANCE_HOURS,
    caseload: v.HANDRAIL_CASELOAD,
    figures: v.HANDRAIL_FIGURES,
    entryPoints: parseEntryPoints(v.HANDRAIL_ENTRY_POINTS) ?? [],
    mail: {
      server: v.SMTP_URL || null,
      from: v.HANDRAIL_MAIL_FROM || `reminders@${origin.hostname}`,
      listen: listenAt(v.HANDRAIL_MAIL_IN),
    },
    debriefContact: v.HANDRAIL_DEBRIEF_CONTACT || null,
    pushHosts: v.HANDRAIL_PUSH_HOSTS.split(/\s+/).filter((host) => host !== ''),
  };
}

function responsible(v: z.infer<typeof schema>): Config['responsible'] {
  return {
    organisation: v.HANDRAIL_ORGANISATION || null,
    clinicalLead: v.HANDRAIL_CLINICAL_LEAD || null,
    reviewedOn: v.HANDRAIL_REVIEWED_ON || null,
    nextReviewOn: v.HANDRAIL_NEXT_REVIEW || null,
    funding: v.HANDRAIL_FUNDING || null,
    contact: v.HANDRAIL_CONTACT || null,
  };
}

/** On loopback where no host is named: nobody else is to reach it by a mistake. */
function listenAt(text: string): Config['mail']['listen'] {
  const [, host = '127.0.0.1', port] = /^(?:\[?(.+?)\]?:)?(\d+)$/.exec(text) ?? [];
  return port === undefined ? null : { host, port: Number(port) };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
