import pg from 'pg';

/**
 * New keys are for a database that nobody needs the old ones of. With them no staff account and no return
 * code would open again, and nothing would say why.
 * @throws Error with one line that names the file and what to do.
 */
export async function refuseLostSecrets(
  ownerUrl: string,
  missing: readonly string[],
): Promise<void> {
  const [file] = missing;
  if (file === undefined || !(await isInUse(ownerUrl))) return;
  throw new Error(
    `${file} is missing, and the database holds accounts or return codes that open with its keys alone: put back its copy, or, if it is lost for good, write {} into it`,
  );
}

async function isInUse(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const made = await owner.query(`SELECT FROM pg_tables WHERE schemaname = 'ops'`);
    if (made.rowCount === 0) return false;
    const held = await owner.query(
      'SELECT FROM ops.staff UNION ALL SELECT FROM subject.return_code LIMIT 1',
    );
    return held.rowCount !== 0;
  } finally {
    await owner.end();
  }
}
