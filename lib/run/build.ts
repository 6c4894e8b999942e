// Builds what the web processes serve, unless nothing it is made from has changed.
import { resolve } from 'node:path';
import { buildWeb } from './stages/build.ts';

console.log(await buildWeb(resolve(import.meta.dirname, '../..'), false));
