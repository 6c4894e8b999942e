import { smsHref } from '#lib/domain/safety/contact-links.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import type { Frame } from '../frame.ts';
import { formatDate, join, languageName, listOf } from './format.ts';

interface Props {
  readonly frame: Pick<Frame, 't' | 'locale'>;
  readonly line: CrisisLine;
}

export function lineName(frame: Pick<Frame, 'locale'>, line: CrisisLine): string {
  return frame.locale === 'en' ? line.name : (line.nameLocal ?? line.name);
}

/** Hours, languages, cost, and when this service checked it: only what the data can promise. */
export function LineFacts({ frame, line }: Props) {
  const { t, locale } = frame;
  const { checkedOn } = line;
  const languages = line.languages.map((code) => languageName(locale, code));
  return (
    <>
      <p>
        {join(locale, [
          t(`shell.line.hours.${line.hoursKind}`),
          line.free === true && t(line.phone === null ? 'shell.line.free' : 'shell.line.freeCall'),
          languages.length > 0 && t('shell.line.languages', { list: listOf(locale, languages) }),
        ])}
      </p>
      <p className="note">
        {checkedOn === undefined
          ? t('shell.line.notChecked')
          : t('shell.line.checked', { date: formatDate(locale, checkedOn) })}
      </p>
    </>
  );
}

/** Other ways than a call. */
export function LineWays({ frame, line }: Props) {
  const { t } = frame;
  const { text, chat } = line;
  return (
    <>
      {text === null ? null : text.via === null ? (
        <a href={smsHref(text)}>
          {text.keyword === null
            ? t('shell.line.text', { to: text.to })
            : t('shell.line.textWord', { to: text.to, word: text.keyword })}
        </a>
      ) : (
        <span>{t('shell.line.via', { app: text.via, to: text.to })}</span>
      )}
      {chat === null ? null : (
        <a href={chat} rel="noreferrer">
          {t('shell.line.chat')}
        </a>
      )}
    </>
  );
}
