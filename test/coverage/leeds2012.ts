import type { Report } from './case'; export const LEEDS_2012: Report = { title: 'leeds2012', note: '', file: 'leeds2012.ts', cases: [] };
