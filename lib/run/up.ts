// `npm run up`: everything from an empty folder to a page that answers, and a clean end.
import { parseArgs } from 'node:util';
import { helpWhereAsked } from './stages/help.ts';
import { giveUp } from './stages/report.ts';
import { serve } from './stages/serve.ts';

helpWhereAsked(`npm run up [-- --administrator]
Installs, builds, starts its own database (or takes DATABASE_URL) and serves until Ctrl-C.
  --administrator  prints, once and for an hour, an address that makes an administrator or gives one who lost their
                   phone a new sign-in; a service that runs has to be stopped first
Settings are variables of the environment: lib/config.ts`);
await serve({ administrator: isAsked() });

function isAsked(): boolean {
  try {
    return parseArgs({ options: { administrator: { type: 'boolean', default: false } } }).values
      .administrator;
  } catch (error) {
    return giveUp(error);
  }
}
