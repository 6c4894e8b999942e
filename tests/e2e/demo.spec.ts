import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, target } from '../support/client.ts';
import { startServer } from '../support/server.ts';
import { newDataFolder, ownerUrl, removeFolder, withOwner } from './support/durable/own-server.ts';

const PAGES = ['', '/help', '/about', '/check', '/staff/sign-in', '/no-such-page'];

/** Address, password and key of a role, as they were said. */
function accountOf(output: string, role: string) {
  const [, email = '', password = '', secret = ''] =
    new RegExp(`(${role}@\\S+)\\s+(\\S+)\\s+([A-Z2-7]{32})`).exec(output) ?? [];
  return { email, password, secret };
}

test('a demo is a year of made-up people that says so on every page, and staff can sign in', async () => {
  const dataFolder = newDataFolder();
  const start = () => startServer({ dataFolder, command: 'demo' });
  try {
    const first = await start();
    expect(first.output()).toMatch(/Simulated year … \d{4} pathways/);
    for (const locale of LOCALES) {
      const client = newClient(first.origin);
      for (const page of PAGES) {
        const { body } = await client.get(`/${locale}${page}`);
        expect(body, `${locale}${page}`).toContain(translate(locale)('shell.demo.text'));
      }
    }
    const { body: figures } = await newClient(first.origin).get('/en/about/figures');
    expect(figures).not.toContain(translate('en')('public.figures.never'));
    expect(figures).toMatch(/About \d+ people agreed/);
    const administrator = newClient(first.origin);
    await administrator.get('/en/staff/sign-in');
    const { email, password, secret } = accountOf(first.output(), 'administrator');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const signedIn = await administrator.post('/en/staff/sign-in/do/enter', {
      email,
      password,
      code,
    });
    expect(target(signedIn)).toBe('/en/staff');
    const { body: home } = await administrator.get('/en/staff');
    expect(home).toContain(translate('en')('shell.demo.text'));
    const { body: people } = await administrator.get('/en/staff/admin/people');
    for (const role of ['clinician', 'guide', 'moderator', 'researcher', 'desk']) {
      expect(people).toContain(`Demo ${role}`);
    }
    const count = () =>
      withOwner(ownerUrl(dataFolder), async (db) => {
        const { rows } = await db.query('SELECT count(*)::int AS n FROM subject.pathway');
        return rows[0].n as number;
      });
    const made = await count();
    expect(made).toBeGreaterThan(3_500);
    expect(await first.stop()).toBe(0);

    const again = await start();
    expect(await count()).toBe(made);
    expect(again.output()).not.toContain(password);
    expect(again.output()).toContain('those printed when it was made');
    expect(await again.stop()).toBe(0);
  } finally {
    removeFolder(dataFolder);
  }
});

test('a demo does not touch a database that somebody gave', async () => {
  const dataFolder = newDataFolder();
  const env = { DATABASE_URL: 'postgresql://real:secret@127.0.0.1:1/real' };
  await expect(startServer({ command: 'demo', dataFolder, env })).rejects.toThrow(
    /database of its own: start it without DATABASE_URL/,
  );
  removeFolder(dataFolder);
});
