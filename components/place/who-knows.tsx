import type { MailKind } from '#lib/domain/guidance/mail.ts';
import type { SentChannel } from '#lib/domain/plan/reminder.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { SummaryList } from '../layout/summary-list.tsx';

interface Props {
  readonly frame: Frame;
  readonly hasCode: boolean;
  /** How a reminder that is waiting comes. */
  readonly contact: SentChannel | 'none';
  /** What goes by e-mail when a guide answers. */
  readonly answers: MailKind | null;
  /** Whether guides can read something, and the range of the score with it. */
  readonly guides: 'none' | 'has' | 'band';
  /** The chosen place, where visitors see it. */
  readonly service: string | null;
  /** There is a visit code that its desk takes. */
  readonly hasVisitCode: boolean;
  readonly research: boolean;
}

/** From no name to a name at one place: who knows what at this moment, and where each step is taken or taken back. */
export function WhoKnows(props: Props) {
  const { frame, hasCode, contact, answers, guides, service, hasVisitCode, research } = props;
  const { t, href } = frame;
  const clinic =
    service === null
      ? t('place.whoKnows.clinic.none')
      : t(`place.whoKnows.clinic.${hasVisitCode ? 'code' : 'chosen'}`, { service });
  const action = (path: string, text: string, about: string) => ({
    action: { href: href(path), text, about },
  });
  const pairs = [
    { part: 'us', value: t('place.whoKnows.us.none'), path: paths.data },
    {
      part: 'code',
      value: t(`place.whoKnows.code.${hasCode ? 'has' : 'none'}`),
      path: hasCode ? paths.data : paths.keep,
    },
    {
      part: 'contact',
      value: t(`place.whoKnows.contact.${contact}`),
      path: contact === 'none' ? paths.planRemind : paths.planReminder,
    },
    ...(answers === null
      ? []
      : [
          {
            part: 'answers' as const,
            value: t(`place.whoKnows.answers.${answers}`),
            path: paths.mail,
          },
        ]),
    { part: 'guides', value: t(`place.whoKnows.guides.${guides}`), path: paths.message },
    { part: 'clinic', value: clinic, path: service === null ? paths.services : paths.visit },
    {
      part: 'research',
      value: t(`place.whoKnows.research.${research ? 'yes' : 'no'}`),
      path: paths.research,
    },
  ] as const;
  return (
    <Document frame={frame} title={t('place.whoKnows.title')} back={paths.mine}>
      <p>{t('place.whoKnows.lead')}</p>
      <SummaryList
        pairs={[
          ...pairs.map(({ part, value, path }) => {
            const term = t(`place.whoKnows.${part}.term`);
            return { term, value, ...action(path, t(`place.whoKnows.${part}.go`), term) };
          }),
          { term: t('place.whoKnows.name.term'), value: t('place.whoKnows.name.none') },
        ]}
      />
      <p className="actions">
        <ButtonLink href={href(paths.mine)}>{t('mine.again.back')}</ButtonLink>
      </p>
    </Document>
  );
}
