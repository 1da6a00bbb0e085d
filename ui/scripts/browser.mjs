// The browser in which Views are drawn by the scripts.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const launch = (...more) =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', ...more],
  });
