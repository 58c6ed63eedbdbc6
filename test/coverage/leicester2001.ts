import type { Report } from './case'; export const LEICESTER_2001: Report = { title: 'leicester2001', note: '', file: 'leicester2001.ts', cases: [] };
