import { MAIL_KINDS, type MailContact, type MailKind } from '#lib/domain/guidance/mail.ts';
import type { Frame } from '../layout/frame.ts';
import { localised, paths } from '../layout/paths.ts';

type Words = Pick<Frame, 't' | 'locale'>;

/** Everything that an e-mail about an answer says, but for the answer. */
export type MailWords = Pick<
  MailContact,
  'kind' | 'subject' | 'before' | 'after' | 'stop' | 'auto'
>;

/** An e-mail of one kind as it goes out, and what somebody is told who answers it. */
export function answerMailWords(
  { t, locale }: Words,
  { kind, origin, stop }: { readonly kind: MailKind; readonly origin: URL; readonly stop: string },
): MailWords {
  const address = (path: string) => new URL(localised(locale, path), origin).href;
  const open = address(paths.return);
  const last = [
    t('mine.mail.message.help', { address: address(paths.help) }),
    t('mine.mail.message.stop', { address: stop }),
  ];
  const after = [
    t(`mine.mail.message.open.${kind}`, { address: open }),
    ...last,
    t('mine.mail.message.end'),
  ];
  const auto = [
    t('mine.mail.auto.text'),
    t('mine.mail.message.open.answer', { address: open }),
    ...last,
  ];
  return {
    kind,
    subject: t('mine.mail.message.subject'),
    before: t(`mine.mail.message.hello.${kind}`),
    after: after.join('\n\n'),
    stop,
    auto: { subject: t('mine.mail.auto.subject'), text: auto.join('\n\n') },
  };
}

/** The two kinds, to be shown before one is chosen. */
export function bothMailWords(
  words: Words,
  facts: { readonly origin: URL; readonly stop: string },
) {
  return MAIL_KINDS.map((kind) => answerMailWords(words, { ...facts, kind }));
}
