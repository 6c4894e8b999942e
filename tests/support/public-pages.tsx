import type { ReactElement } from 'react';
import type { Frame } from '#components/layout/frame.ts';
import { DisplayPage } from '#components/public/display.tsx';
import { HelpPage } from '#components/public/help.tsx';
import { AboutPage } from '#components/public/info/about.tsx';
import { AccessibilityPage } from '#components/public/info/accessibility.tsx';
import { ForSomeoneElsePage } from '#components/public/info/for-someone-else.tsx';
import { PaperPage } from '#components/public/info/paper.tsx';
import { StayPrivatePage } from '#components/public/info/stay-private.tsx';
import { WhatWeKeepPage } from '#components/public/info/what-we-keep.tsx';
import { Landing } from '#components/public/landing.tsx';
import { TellUs } from '#components/public/report/tell-us.tsx';
import { ToldUs } from '#components/public/report/told-us.tsx';
import { ServicesPage } from '#components/public/services.tsx';
import { ClosedPage } from '#components/public/state/closed.tsx';
import { EndedPage } from '#components/public/state/ended.tsx';
import type { Help } from '#components/public/state/help-brief.tsx';
import { NotFoundPage } from '#components/public/state/not-found.tsx';
import { ProblemPage } from '#components/public/state/problem.tsx';
import { RefusedPage } from '#components/public/state/refused.tsx';
import { UnderAgePage } from '#components/public/state/under-age.tsx';
import { RETENTION } from '#lib/domain/access/retention.ts';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import {
  CRISIS_COUNTRIES,
  emergencyFor,
  FALLBACK_DIRECTORY,
  linesFor,
  youthLinesFor,
} from '#lib/domain/safety/crisis-lines.ts';
import { qrPath } from '#lib/gateways/qr.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { COUNTRY, frameFor } from './frame.ts';
import { serviceFiguresPages as figures } from './service-figures-pages.tsx';

type Pages = Readonly<Record<string, ReactElement>>;
type At = (path: string) => Frame;

const none = { emergency: null, lines: [] };
const unnamed = {
  ...{ organisation: null, clinicalLead: null, reviewedOn: null },
  ...{ nextReviewOn: null, funding: null, contact: null },
};

/** Every page of `components/public`, with facts such as the routes hand in. */
export function publicPages(locale: Locale, more: Partial<Frame> = {}): Pages {
  const at = (path: string) => frameFor(locale, path, more);
  return { ...findingHelp(locale, at), ...reading(locale, at), ...states(locale, at) };
}

function helpOf(locale: Locale) {
  const country = COUNTRY[locale];
  return { country, help: { emergency: emergencyFor(country), lines: linesFor(country) } };
}

function findingHelp(locale: Locale, at: At): Pages {
  const { country, help } = helpOf(locale);
  const found = { services: [{ service: service(), stale: true }], dropped: ['area' as const] };
  return {
    landing: (
      <Landing
        frame={at('/')}
        questions={{ mood: locale === 'en' ? 10 : 9, worry: 8, both: 5 }}
        closedUntil={null}
      />
    ),
    'landing-closed': (
      <Landing
        frame={at('/')}
        questions={{ mood: 9, worry: 8, both: 5 }}
        closedUntil="Tuesday 6 August, 6pm"
      />
    ),
    help: (
      <HelpPage
        frame={at('/help')}
        country={country}
        countries={CRISIS_COUNTRIES}
        fallback={FALLBACK_DIRECTORY}
        {...help}
      />
    ),
    'help-unknown': (
      <HelpPage
        frame={at('/help')}
        country="BR"
        countries={CRISIS_COUNTRIES}
        fallback={FALLBACK_DIRECTORY}
        {...none}
      />
    ),
    services: (
      <ServicesPage
        frame={at('/services')}
        found={found}
        filter={{ mode: 'phone' }}
        areas={['North', 'South']}
        languages={['en', 'yue', 'cmn']}
        groups={[service().whoFor]}
        canChoose
      />
    ),
    'services-none': (
      <ServicesPage
        frame={at('/services')}
        found={{ services: [], dropped: [] }}
        filter={{}}
        areas={[]}
        languages={[]}
        groups={[]}
        canChoose={false}
      />
    ),
  };
}

function reading(locale: Locale, at: At): Pages {
  const { help } = helpOf(locale);
  const address = `https://willow.example/${locale}`;
  const keptRows = RETENTION.map(({ what, keep }) => ({ key: what, days: keep.days }));
  const cookies = ['__Host-s', '__Host-f', '__Host-d'];
  return {
    'what-we-keep': (
      <WhatWeKeepPage
        frame={at('/what-we-keep')}
        rows={keptRows}
        cookies={cookies}
        build={{ id: '1a2b3c4', source: 'https://example.org/source' }}
      />
    ),
    'stay-private': <StayPrivatePage frame={at('/stay-private')} />,
    'for-someone-else': (
      <ForSomeoneElsePage
        frame={at('/for-someone-else')}
        emergency={help.emergency}
        address={address}
      />
    ),
    paper: (
      <PaperPage
        frame={at('/paper')}
        wording={phq9Wording(locale)}
        emergency={help.emergency}
        line={help.lines[0] ?? null}
        address={address}
        qr={qrPath(address)}
      />
    ),
    about: (
      <AboutPage
        frame={at('/about')}
        responsible={unnamed}
        hours={HOURS}
        zone="Asia/Hong_Kong"
        kept={{ kind: 'both', all: 120, kept: 95, share: 79 }}
      />
    ),
    ...figures(at),
    accessibility: (
      <AccessibilityPage frame={at('/accessibility')} date="2026-11-23" contact={null} />
    ),
    display: <DisplayPage frame={at('/display')} saved />,
  };
}

function states(locale: Locale, at: At): Pages {
  const { country, help } = helpOf(locale);
  return {
    ended: <EndedPage frame={at('/check/ended')} help={help} />,
    'not-found': <NotFoundPage frame={at('/')} help={help} />,
    problem: <ProblemPage frame={at('/')} help={help} status={500} sent="nothing" />,
    'problem-post': <ProblemPage frame={at('/check/3')} help={none} status={503} sent="typed" />,
    'refused-403': <RefusedPage frame={at('/')} help={help} status={403} sent="lost" />,
    'refused-413': <RefusedPage frame={at('/')} help={help} status={413} sent="lost" />,
    'refused-429': <RefusedPage frame={at('/check')} help={help} status={429} sent="typed" />,
    ...closed(at, help),
    'under-age': (
      <UnderAgePage
        frame={at('/check/age')}
        minimumAge={18}
        help={{ emergency: help.emergency, lines: youthLinesFor(country) }}
      />
    ),
  };
}

/** Parts that staff closed, with whatever stands in, and what somebody tells us. */
function closed(at: At, help: Help): Pages {
  const until = 'Tuesday 6 August, 6pm';
  const every = new Set(TIERS);
  const page = (part: Part, open: ReadonlySet<Tier>, goOn: string | null = null) => (
    <ClosedPage frame={at('/check')} {...{ help, part, until, open, goOn }} />
  );
  const told = { frame: at('/tell-us'), help, number: 'K7M2-9QXC' };
  return {
    'closed-check': page('check', every, '/check/1'),
    'closed-guidance': page('guidance', every),
    'closed-group': page('group', every),
    'closed-all': page('group', new Set()),
    'tell-us': <TellUs frame={at('/tell-us')} errors={[]} values={{}} mayRead={false} />,
    'told-us': <ToldUs {...told} answer={false} risk={false} />,
    'told-us-risk': <ToldUs {...told} answer risk />,
  };
}

const HOURS = [
  {
    day: 20_780 as Day,
    spans: [
      { from: 540, to: 720 },
      { from: 780, to: 1440 },
    ],
  },
  { day: 20_781 as Day, spans: [] },
];

function service(): Service {
  const same = (text: string) => ({ en: text, 'zh-hans': text, 'zh-hant': text });
  return {
    id: 'example' as ServiceId,
    name: same('Juniper Walk-in Clinic'),
    what: same('A nurse or a counsellor talks with you for half an hour.'),
    whoFor: same('Adults'),
    country: 'HK',
    area: 'North',
    modes: ['in_person', 'phone'],
    costKind: 'free',
    cost: same('Free'),
    waitDays: 14,
    waitSeen: '2026-10-01',
    hours: same('Monday to Friday, 9am to 5pm'),
    languages: ['en', 'yue', 'cmn'],
    stepFree: true,
    personToAskFor: null,
    slots: [],
    untranslated: [],
    phone: '5550 0100',
    url: 'https://example.org',
    howToBook: same('Call, or come in the morning.'),
    walkIn: false,
    assuredDate: '2026-08-01',
    paused: false,
    fictitious: true,
  };
}
