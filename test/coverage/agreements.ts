import type { Report } from './case'; export const AGREEMENTS: Report = { title: 'agreements', note: '', file: 'agreements.ts', cases: [] };
