import type { FormError } from '#app/_request/cookie/flash.ts';
import type { Frame } from '#components/layout/frame.ts';
import { localised, paths } from '#components/layout/paths.ts';
import type { MailOffer } from '#components/place/mail-page.tsx';
import { answerMailWords, bothMailWords } from '#components/place/mail-words.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { MAIL_KINDS } from '#lib/domain/guidance/mail.ts';
import { emailAddress } from '#lib/domain/plan/reminder.ts';
import { newMailToken } from '#lib/gateways/mail-keys.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { Context, VisitorContext } from '#lib/usecases/context.ts';
import type { MailOrder } from '#lib/usecases/visitor/place/order-mail.ts';

type Words = Pick<Frame, 't' | 'locale'>;

/** What can be sent about an answer, in the words that would go out; null where this service sends no e-mail. */
export function mailOffer(words: Words, { config }: Pick<Context, 'config'>): MailOffer | null {
  const { mail, origin, serviceName: name } = config;
  if (mail.server === null) return null;
  // The address that ends it is not made before it is asked for.
  const stop = `${stopAddress(words, origin, '')}…`;
  return { from: { name, address: mail.from }, letters: bothMailWords(words, { origin, stop }) };
}

/** What was asked for, or the one thing to mend. Where nothing was chosen, the e-mail says the least. */
export function readMailOrder(
  { config, locale }: VisitorContext,
  typed: { readonly email: string; readonly kind: string },
): Result<MailOrder, FormError> {
  const to = emailAddress.safeParse(typed.email);
  if (config.mail.server === null || !to.success) {
    return err({ field: 'email', text: 'mine.mail.errors.address' });
  }
  const chosen = typed.kind === '' ? 'there' : typed.kind;
  const kind = MAIL_KINDS.find((one) => one === chosen);
  if (kind === undefined) return err({ field: 'kind', text: 'mine.mail.errors.kind' });
  const words = { locale, t: translate(locale) };
  const token = newMailToken();
  const stop = stopAddress(words, config.origin, token);
  const letter = answerMailWords(words, { kind, origin: config.origin, stop });
  return ok({ token, contact: { version: 1, to: to.data, ...letter } });
}

function stopAddress({ locale }: Words, origin: URL, token: string): string {
  return new URL(localised(locale, paths.stop(token)), origin).href;
}
