// `npm run demo`: `up` with a simulated year, staff of its own and a banner on every page.
import { parseArgs } from 'node:util';
import { fillDemo } from './demo/fill-demo.ts';
import { demoEnvironment } from './demo/place.ts';
import { helpWhereAsked } from './stages/help.ts';
import { giveUp } from './stages/report.ts';
import { serve } from './stages/serve.ts';

helpWhereAsked(`npm run demo
"npm run up" with a year of made-up people, an account for each role, and a banner on every page. The accounts are
printed once, when it is made. It keeps to .data-demo (or HANDRAIL_DATA): delete that folder and it is made anew.`);
try {
  parseArgs({ options: {} });
  Object.assign(process.env, demoEnvironment(process.env));
} catch (error) {
  giveUp(error);
}
await serve({ administrator: false, prepare: fillDemo });
