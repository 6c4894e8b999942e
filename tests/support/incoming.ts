// Mails as other people's servers and programs write them.

type Fields = Readonly<Record<string, string>>;

const lines = (...all: readonly string[]) => all.join('\r\n');
const fields = (all: Fields) => lines(...Object.entries(all).map(([k, v]) => `${k}: ${v}`));

/** Multipart/report (RFC 6522) with one part of a type, and the mail that it is about. */
function report(type: string, part: string, of: string): string {
  return lines(
    fields({
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example.test>',
      To: 'somebody@handrail.test',
      Subject: 'Undelivered Mail Returned to Sender',
      'Auto-Submitted': 'auto-replied',
      'MIME-Version': '1.0',
      'Content-Type': `multipart/report; report-type=${of};\r\n\tboundary="BB/1"`,
    }),
    '',
    '--BB/1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you of this.',
    '',
    '--BB/1',
    `Content-Type: ${type}`,
    '',
    part,
    '',
    '--BB/1',
    'Content-Type: message/rfc822',
    '',
    fields({ From: 'reminders@handrail.test', Subject: 'A message for you' }),
    '',
    'Hello.',
    '',
    '--BB/1--',
    '',
  );
}

/** As Postfix writes it. */
export function bounce(action: string, status: string, type = 'message/delivery-status'): string {
  const whole = { 'Reporting-MTA': 'dns; mx.example.test', 'Arrival-Date': 'now' };
  const one = {
    'Final-Recipient': 'rfc822; somebody@example.test',
    Action: action,
    Status: status,
    'Diagnostic-Code': 'smtp; 550 5.1.1 no such user',
  };
  return report(type, lines(fields(whole), '', fields(one)), 'delivery-status');
}

/** RFC 5965, appendix B.1. */
export function complaint(of = 'abuse'): string {
  const part = { 'Feedback-Type': of, 'User-Agent': 'SomeGenerator/1.0', Version: '1' };
  return report('message/feedback-report', fields(part), 'feedback-report');
}

/** What a person writes, or a program with other fields. */
export function written(more: Fields = {}, text = 'I feel worse today.'): string {
  return lines(
    fields({
      From: 'Somebody <somebody@example.test>',
      To: 'reminders@handrail.test',
      Subject: 'Re: A message for you',
      'Message-ID': '<reply-1@example.test>',
      ...more,
    }),
    '',
    text,
    '',
  );
}
