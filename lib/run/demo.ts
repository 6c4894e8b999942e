// `npm run demo`: `up` with a simulated year, staff of its own and a banner on every page.
import { fillDemo } from './demo/fill-demo.ts';
import { demoEnvironment } from './demo/place.ts';
import { giveUp } from './stages/report.ts';
import { serve } from './stages/serve.ts';

try {
  Object.assign(process.env, demoEnvironment(process.env));
} catch (error) {
  giveUp(error);
}
await serve({ administrator: false, prepare: fillDemo });
