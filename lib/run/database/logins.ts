import pg from 'pg';

const LOGINS = ['web', 'worker', 'research'] as const;

export type LoginPasswords = Readonly<Record<(typeof LOGINS)[number], string>>;

/** Gives the three roles what they may do and, on a server that is ours, their passwords. */
export async function openLogins(
  ownerUrl: string,
  passwords: LoginPasswords | null,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('SELECT ops.grant_logins()');
    for (const login of passwords ? LOGINS : []) {
      const password = passwords?.[login] ?? '';
      await owner.query(`ALTER ROLE ${login} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
    }
  } finally {
    await owner.end();
  }
}
