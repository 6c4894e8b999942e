import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

const { globalSetup: _, outputDir: __, ...rest } = base;
export default defineConfig({ ...rest, outputDir: '/tmp/own-results', reporter: [['list']] });
