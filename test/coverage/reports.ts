/* The worked cases of every report, in the order of docs/coverage.md. */
import type { Report } from './case';
import { AGREEMENTS } from './agreements';
import { DERBY_2008 } from './derby2008';
import { LEEDS_2012 } from './leeds2012';
import { LEICESTER_2000 } from './leicester2000';
import { LEICESTER_2001 } from './leicester2001';
import { LEICESTER_2004 } from './leicester2004';

/** All of them. */
export const REPORTS: readonly Report[] = [
  LEICESTER_2004,
  DERBY_2008,
  LEICESTER_2000,
  LEICESTER_2001,
  LEEDS_2012,
  AGREEMENTS,
];
