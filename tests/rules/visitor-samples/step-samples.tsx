import { FirstVisit } from '#components/care/visit.tsx';
import { VisitPage } from '#components/care/visit-page.tsx';
import type { Frame } from '#components/layout/frame.ts';
import { CheckCode } from '#components/pathway/check-code.tsx';
import { KeepCode } from '#components/pathway/keep-code.tsx';
import { NotToday } from '#components/pathway/not-today.tsx';
import { Ready } from '#components/pathway/ready.tsx';
import { ServiceWrong } from '#components/public/service-wrong.tsx';
import { type Service, serviceSchema } from '#lib/domain/referrals/service.ts';
import { COMMUNITY, FACE, failed, HELP, NONE, type Sample } from './sample.ts';

const words = (text: string) => ({ en: text, 'zh-hans': text, 'zh-hant': text });

const SERVICE: Service = serviceSchema.parse({
  id: 'example',
  name: words('Harbour Room (example)'),
  what: words('A doctor and a counsellor under one roof.'),
  whoFor: words('Adults'),
  country: 'HK',
  area: 'Sham Shui Po',
  modes: ['in_person', 'phone'],
  costKind: 'paid',
  cost: words('HK$135'),
  waitDays: 9,
  waitSeen: '2026-11-01',
  hours: words('9:00–17:00'),
  languages: ['yue', 'en'],
  stepFree: true,
  phone: '+852 0000 0000',
  url: null,
  howToBook: words('By phone'),
  walkIn: false,
  assuredDate: '2026-11-01',
  paused: false,
  fictitious: true,
});

/** In English alone, with nothing known of its entrance, and someone to ask for. */
const UNTRANSLATED: Service = {
  ...SERVICE,
  untranslated: ['zh-hans', 'zh-hant'],
  stepFree: null,
  personToAskFor: 'Ms Example',
};
const CHOICE = { slots: [{ on: '2026-12-01', at: '10:00' }], errors: [], values: {} };

const CODE = '48271093665120487731';

export function stepSamples(frame: Frame): readonly Sample[] {
  const shared = { ...frame, shared: true };
  const notToday = {
    frame,
    ...NONE,
    hasCode: false,
    ...HELP,
    done: false,
    recheckDate: 'Tuesday 6 August',
  } as const;
  const visit = { frame, errors: [], service: SERVICE, ...HELP };
  const wrong = failed('last4', 'result.code.checkError');
  return [
    { name: 'keep', page: <KeepCode frame={frame} errors={[]} code={CODE} /> },
    { name: 'keep-shared', page: <KeepCode frame={shared} errors={[]} code={CODE} /> },
    { name: 'keep-folded', page: <KeepCode frame={shared} errors={[]} code={CODE} folded /> },
    { name: 'keep-none', page: <KeepCode frame={frame} errors={[]} code={null} /> },
    { name: 'code', page: <CheckCode frame={frame} {...NONE} /> },
    {
      name: 'code-failed',
      page: <CheckCode frame={frame} values={{ last4: '1111' }} errors={wrong} />,
      failing: ['last4'],
    },
    {
      name: 'ready',
      page: <Ready frame={frame} step={FACE} closed={false} lines={[]} destination="/services" />,
    },
    {
      name: 'ready-plan-too',
      page: (
        <Ready
          frame={frame}
          step={FACE}
          closed={false}
          lines={[]}
          destination="/services"
          planToo
        />
      ),
    },
    {
      name: 'ready-closed',
      page: <Ready frame={frame} step={COMMUNITY} closed lines={[]} destination="/group" />,
    },
    {
      name: 'ready-nothing',
      page: <Ready frame={frame} step={FACE} closed lines={HELP.lines} destination="/services" />,
    },
    { name: 'not-today', page: <NotToday {...notToday} /> },
    { name: 'not-today-done', page: <NotToday {...notToday} done /> },
    { name: 'not-today-code', page: <NotToday {...notToday} done hasCode /> },
    {
      name: 'not-today-failed',
      page: <NotToday {...notToday} errors={failed('ask', 'result.notToday.error')} />,
      failing: ['ask'],
    },
    {
      name: 'visit-code',
      page: (
        <VisitPage {...visit} visit={{ groups: ['RQ4', '7KD', '2MX'], until: '4 November 2026' }} />
      ),
    },
    { name: 'visit-code-none', page: <VisitPage {...visit} visit={null} /> },
    {
      name: 'visit',
      page: <FirstVisit frame={frame} service={SERVICE} stale={false} choice={null} {...HELP} />,
    },
    {
      name: 'visit-stale',
      page: <FirstVisit frame={frame} service={UNTRANSLATED} stale choice={CHOICE} {...HELP} />,
    },
    {
      name: 'visit-failed',
      page: (
        <FirstVisit
          frame={frame}
          service={SERVICE}
          stale={false}
          choice={{ ...CHOICE, errors: failed('mode', 'public.services.choose.error.mode') }}
          {...HELP}
        />
      ),
      failing: ['mode'],
    },
    {
      name: 'wrong',
      page: <ServiceWrong frame={frame} service={SERVICE} errors={[]} done={false} />,
    },
    { name: 'wrong-sent', page: <ServiceWrong frame={frame} service={SERVICE} errors={[]} done /> },
    {
      name: 'wrong-failed',
      page: (
        <ServiceWrong
          frame={frame}
          service={SERVICE}
          errors={failed('kind', 'public.services.wrong.error')}
          done={false}
        />
      ),
      failing: ['kind'],
    },
  ];
}
