// `npm run up`: everything from an empty folder to a page that answers, and a clean end.
import { serve } from './stages/serve.ts';

await serve({ administrator: process.argv.includes('--administrator') });
