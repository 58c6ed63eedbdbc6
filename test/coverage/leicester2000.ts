import type { Report } from './case'; export const LEICESTER_2000: Report = { title: 'leicester2000', note: '', file: 'leicester2000.ts', cases: [] };
