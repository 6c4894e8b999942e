import { z } from 'zod';

const display = z.object({
  text: z.enum(['normal', 'large', 'largest']).catch('normal'),
  contrast: z.enum(['normal', 'more']).catch('normal'),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  lowData: z.boolean().catch(false),
  leaveKey: z.enum(['on', 'off']).catch('on'),
  /** Country whose help lines show; empty = the deployment's own (ruling R5). */
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .catch(''),
});

export type Display = z.output<typeof display>;

const DEFAULTS: Display = {
  text: 'normal',
  contrast: 'normal',
  theme: 'auto',
  lowData: false,
  leaveKey: 'on',
  country: '',
};

/** Display settings are not personal; they are the one cookie that is only encoded. */
export function readDisplay(text: string | null): Display {
  if (!text) return DEFAULTS;
  try {
    return display.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return DEFAULTS;
  }
}

export function displayCookie(value: Display) {
  const text = Buffer.from(JSON.stringify(value)).toString('base64url');
  return { name: 'd', value: text, maxAge: 365 * 86_400 } as const;
}
