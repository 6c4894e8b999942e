import enBridges from './messages/en/bridges.json' with { type: 'json' };
import enCare from './messages/en/care.json' with { type: 'json' };
import enCheck from './messages/en/check.json' with { type: 'json' };
import enCheckin from './messages/en/checkin.json' with { type: 'json' };
import enClosed from './messages/en/closed.json' with { type: 'json' };
import enDesk from './messages/en/desk.json' with { type: 'json' };
import enDirectory from './messages/en/directory.json' with { type: 'json' };
import enDisplay from './messages/en/display.json' with { type: 'json' };
import enExport from './messages/en/export.json' with { type: 'json' };
import enGroup from './messages/en/group.json' with { type: 'json' };
import enHelp from './messages/en/help.json' with { type: 'json' };
import enInbox from './messages/en/inbox.json' with { type: 'json' };
import enMine from './messages/en/mine.json' with { type: 'json' };
import enModerate from './messages/en/moderate.json' with { type: 'json' };
import enPlace from './messages/en/place.json' with { type: 'json' };
import enPlan from './messages/en/plan.json' with { type: 'json' };
import enPolicy from './messages/en/policy.json' with { type: 'json' };
import enPublic from './messages/en/public.json' with { type: 'json' };
import enReplies from './messages/en/replies.json' with { type: 'json' };
import enReport from './messages/en/report.json' with { type: 'json' };
import enReports from './messages/en/reports.json' with { type: 'json' };
import enResearch from './messages/en/research.json' with { type: 'json' };
import enResult from './messages/en/result.json' with { type: 'json' };
import enRoster from './messages/en/roster.json' with { type: 'json' };
import enShell from './messages/en/shell.json' with { type: 'json' };
import enStaff from './messages/en/staff.json' with { type: 'json' };
import enTrials from './messages/en/trials.json' with { type: 'json' };
import hansBridges from './messages/zh-Hans/bridges.json' with { type: 'json' };
import hansCare from './messages/zh-Hans/care.json' with { type: 'json' };
import hansCheck from './messages/zh-Hans/check.json' with { type: 'json' };
import hansCheckin from './messages/zh-Hans/checkin.json' with { type: 'json' };
import hansClosed from './messages/zh-Hans/closed.json' with { type: 'json' };
import hansDesk from './messages/zh-Hans/desk.json' with { type: 'json' };
import hansDirectory from './messages/zh-Hans/directory.json' with { type: 'json' };
import hansDisplay from './messages/zh-Hans/display.json' with { type: 'json' };
import hansExport from './messages/zh-Hans/export.json' with { type: 'json' };
import hansGroup from './messages/zh-Hans/group.json' with { type: 'json' };
import hansHelp from './messages/zh-Hans/help.json' with { type: 'json' };
import hansInbox from './messages/zh-Hans/inbox.json' with { type: 'json' };
import hansMine from './messages/zh-Hans/mine.json' with { type: 'json' };
import hansModerate from './messages/zh-Hans/moderate.json' with { type: 'json' };
import hansPlace from './messages/zh-Hans/place.json' with { type: 'json' };
import hansPlan from './messages/zh-Hans/plan.json' with { type: 'json' };
import hansPolicy from './messages/zh-Hans/policy.json' with { type: 'json' };
import hansPublic from './messages/zh-Hans/public.json' with { type: 'json' };
import hansReplies from './messages/zh-Hans/replies.json' with { type: 'json' };
import hansReport from './messages/zh-Hans/report.json' with { type: 'json' };
import hansReports from './messages/zh-Hans/reports.json' with { type: 'json' };
import hansResearch from './messages/zh-Hans/research.json' with { type: 'json' };
import hansResult from './messages/zh-Hans/result.json' with { type: 'json' };
import hansRoster from './messages/zh-Hans/roster.json' with { type: 'json' };
import hansShell from './messages/zh-Hans/shell.json' with { type: 'json' };
import hansStaff from './messages/zh-Hans/staff.json' with { type: 'json' };
import hansTrials from './messages/zh-Hans/trials.json' with { type: 'json' };
import hantBridges from './messages/zh-Hant/bridges.json' with { type: 'json' };
import hantCare from './messages/zh-Hant/care.json' with { type: 'json' };
import hantCheck from './messages/zh-Hant/check.json' with { type: 'json' };
import hantCheckin from './messages/zh-Hant/checkin.json' with { type: 'json' };
import hantClosed from './messages/zh-Hant/closed.json' with { type: 'json' };
import hantDesk from './messages/zh-Hant/desk.json' with { type: 'json' };
import hantDirectory from './messages/zh-Hant/directory.json' with { type: 'json' };
import hantDisplay from './messages/zh-Hant/display.json' with { type: 'json' };
import hantExport from './messages/zh-Hant/export.json' with { type: 'json' };
import hantGroup from './messages/zh-Hant/group.json' with { type: 'json' };
import hantHelp from './messages/zh-Hant/help.json' with { type: 'json' };
import hantInbox from './messages/zh-Hant/inbox.json' with { type: 'json' };
import hantMine from './messages/zh-Hant/mine.json' with { type: 'json' };
import hantModerate from './messages/zh-Hant/moderate.json' with { type: 'json' };
import hantPlace from './messages/zh-Hant/place.json' with { type: 'json' };
import hantPlan from './messages/zh-Hant/plan.json' with { type: 'json' };
import hantPolicy from './messages/zh-Hant/policy.json' with { type: 'json' };
import hantPublic from './messages/zh-Hant/public.json' with { type: 'json' };
import hantReplies from './messages/zh-Hant/replies.json' with { type: 'json' };
import hantReport from './messages/zh-Hant/report.json' with { type: 'json' };
import hantReports from './messages/zh-Hant/reports.json' with { type: 'json' };
import hantResearch from './messages/zh-Hant/research.json' with { type: 'json' };
import hantResult from './messages/zh-Hant/result.json' with { type: 'json' };
import hantRoster from './messages/zh-Hant/roster.json' with { type: 'json' };
import hantShell from './messages/zh-Hant/shell.json' with { type: 'json' };
import hantStaff from './messages/zh-Hant/staff.json' with { type: 'json' };
import hantTrials from './messages/zh-Hant/trials.json' with { type: 'json' };

const en = {
  bridges: enBridges,
  care: enCare,
  check: enCheck,
  checkin: enCheckin,
  closed: enClosed,
  desk: enDesk,
  directory: enDirectory,
  display: enDisplay,
  export: enExport,
  group: enGroup,
  help: enHelp,
  inbox: enInbox,
  mine: enMine,
  moderate: enModerate,
  place: enPlace,
  plan: enPlan,
  policy: enPolicy,
  public: enPublic,
  report: enReport,
  reports: enReports,
  replies: enReplies,
  research: enResearch,
  result: enResult,
  roster: enRoster,
  shell: enShell,
  staff: enStaff,
  trials: enTrials,
};

/** English names the keys; the other languages must have every one of them, or this does not compile. */
export type Messages = typeof en;

const zhHans: Messages = {
  bridges: hansBridges,
  care: hansCare,
  check: hansCheck,
  checkin: hansCheckin,
  closed: hansClosed,
  desk: hansDesk,
  directory: hansDirectory,
  display: hansDisplay,
  export: hansExport,
  group: hansGroup,
  help: hansHelp,
  inbox: hansInbox,
  mine: hansMine,
  moderate: hansModerate,
  place: hansPlace,
  plan: hansPlan,
  policy: hansPolicy,
  public: hansPublic,
  report: hansReport,
  reports: hansReports,
  replies: hansReplies,
  research: hansResearch,
  result: hansResult,
  roster: hansRoster,
  shell: hansShell,
  staff: hansStaff,
  trials: hansTrials,
};

const zhHant: Messages = {
  bridges: hantBridges,
  care: hantCare,
  check: hantCheck,
  checkin: hantCheckin,
  closed: hantClosed,
  desk: hantDesk,
  directory: hantDirectory,
  display: hantDisplay,
  export: hantExport,
  group: hantGroup,
  help: hantHelp,
  inbox: hantInbox,
  mine: hantMine,
  moderate: hantModerate,
  place: hantPlace,
  plan: hantPlan,
  policy: hantPolicy,
  public: hantPublic,
  report: hantReport,
  reports: hantReports,
  replies: hantReplies,
  research: hantResearch,
  result: hantResult,
  roster: hantRoster,
  shell: hantShell,
  staff: hantStaff,
  trials: hantTrials,
};

export const MESSAGES = { en, 'zh-hans': zhHans, 'zh-hant': zhHant };
