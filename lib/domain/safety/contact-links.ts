/** Address that dials a number, for people without scripts. */
export function telHref(phone: string): string {
  return `tel:${digits(phone)}`;
}

/** Address that opens a text message with its keyword. `?&body=` is read by Android and iOS alike. */
export function smsHref(text: { readonly to: string; readonly keyword: string | null }): string {
  const body = text.keyword === null ? '' : `?&body=${encodeURIComponent(text.keyword)}`;
  return `sms:${digits(text.to)}${body}`;
}

function digits(phone: string): string {
  return phone.replace(/[^\d+]/g, '');
}
