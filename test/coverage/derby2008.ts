import type { Report } from './case'; export const DERBY_2008: Report = { title: 'derby2008', note: '', file: 'derby2008.ts', cases: [] };
