/*
 * The rules of PoolProjects, PoolProjectShares, PoolShares and the groups of PoolPartners that need more than one cell.
 * Pure: rows in, findings out. What needs the sums (fixed contributions above the cost) is found when they are shared.
 */
import { comparable } from '../ledger/cells';
import { isYear } from '../ledger/financialYear';
import { yearDays } from '../pool/projectItems';
import { POOL_AGREEMENTS, isCashAgreement } from '../pool/settlement';
import type { Finding } from './finding';
import { groupFindings } from './groupRules';
import type { InputReadings } from './inputRules';
import { projectFinding } from './projectFindings';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { yearFindings } from './rowYear';
import { definitionOf } from './schema';
import { setFindings } from './setRules';
import { unreadCells } from './unread';

/** The tables that projects are shared from. What is wrong in them stops `share` and nothing else. */
export const PROJECT_TABLES = ['PoolShares', 'PoolProjects', 'PoolProjectShares'] as const;

/** True for a finding whose cell is in a table that only projects are shared from. */
export function isAboutProjects({ place }: Pick<Finding, 'place'>): boolean {
  return PROJECT_TABLES.some((table) => definitionOf(table).sheet === place?.sheet);
}

/** Everything that is wrong between the cells of the projects' tables. */
export function projectFindings(tables: InputReadings): Finding[] {
  return [
    ...groupFindings(tables),
    ...nameFindings(tables),
    ...itemFindings(tables),
    ...capFindings(tables),
    ...sharerFindings(tables),
    ...setFindings(tables),
  ];
}

function rowsOf(tables: InputReadings, name: string): readonly TypedRow[] {
  return tables.get(name)?.rows ?? [];
}

/** A project is settled under its name: one that is called like another agreement would be added to it. */
function nameFindings(tables: InputReadings): Finding[] {
  const told = new Set<string>();
  return rowsOf(tables, 'PoolProjects').flatMap((row): Finding[] => {
    const project = comparable(textOf(row, 'Project'));
    if (told.has(project) || !(POOL_AGREEMENTS.includes(project) || isCashAgreement(project))) return [];
    told.add(project);
    const detail = { project: textOf(row, 'Project'), words: POOL_AGREEMENTS.join(', ') };
    return [projectFinding('project name taken', { place: placeOf(row, 'Project'), detail })];
  });
}

/** Years that can be read, dates inside them and in order. */
function itemFindings(tables: InputReadings): Finding[] {
  const shared = new Set(rowsOf(tables, 'PoolProjectShares').map((row) => comparable(textOf(row, 'Project'))));
  const told = new Set<string>();
  return rowsOf(tables, 'PoolProjects').flatMap((row): Finding[] => {
    const findings: Finding[] = [];
    const project = textOf(row, 'Project');
    if (project !== '' && !shared.has(comparable(project)) && !told.has(comparable(project))) {
      told.add(comparable(project));
      findings.push(projectFinding('project without shares', { place: placeOf(row, 'Project'), detail: { project } }));
    }
    const year = textOf(row, 'Year');
    findings.push(...yearFindings(row));
    if (!isYear(year)) return findings;
    const { first, last } = yearDays(Number(year.slice(0, 4)));
    const dates = (['Start', 'End'] as const).flatMap((column) => {
      const date = numberOf(row, column);
      return date === undefined ? [] : [{ column, date }];
    });
    const outside = dates.filter(({ date }) => date < first || date > last);
    for (const { column } of outside) {
      findings.push(
        projectFinding('date outside project year', { place: placeOf(row, column), detail: { column, year } }),
      );
    }
    const [start, end] = [numberOf(row, 'Start') ?? first, numberOf(row, 'End') ?? last];
    if (outside.length === 0 && end < start)
      findings.push(projectFinding('project dates crossed', { place: placeOf(row, 'End') }));
    return findings;
  });
}

/** A cap is one sum per project and year: repeated or blank, never two. */
function capFindings(tables: InputReadings): Finding[] {
  const first = new Map<string, TypedRow>();
  return rowsOf(tables, 'PoolProjects').flatMap((row): Finding[] => {
    const cap = numberOf(row, 'Cap');
    if (cap === undefined) return [];
    const place = placeOf(row, 'Cap');
    if (cap <= 0) return [projectFinding('cap not positive', { place, leftPence: cap })];
    const [project, year] = [textOf(row, 'Project'), textOf(row, 'Year')];
    const key = `${comparable(project)}\u0001${comparable(year)}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    const other = numberOf(earlier, 'Cap') ?? 0;
    if (other === cap) return [];
    const detail = { project, year, row: earlier.row + 1 };
    return [
      projectFinding('cap differs', {
        place,
        leftPence: cap,
        rightPence: other,
        differencePence: cap - other,
        detail,
      }),
    ];
  });
}

/** Who shares: partners or groups, none of them twice, fixed contributions with an amount. */
function sharerFindings(tables: InputReadings): Finding[] {
  const partners = rowsOf(tables, 'PoolPartners');
  const names = new Set(partners.map((row) => comparable(textOf(row, 'Partner'))));
  const groups = new Set(partners.map((row) => comparable(textOf(row, 'Part of'))).filter((group) => group !== ''));
  const groupOf = new Map(partners.map((row) => [comparable(textOf(row, 'Partner')), textOf(row, 'Part of')]));
  const rows = rowsOf(tables, 'PoolProjectShares');
  const yearsOf = new Map<string, Set<string>>();
  for (const row of rowsOf(tables, 'PoolProjects')) {
    const project = comparable(textOf(row, 'Project'));
    yearsOf.set(project, (yearsOf.get(project) ?? new Set()).add(textOf(row, 'Year')));
  }
  const taking = new Set(
    rows
      .filter((row) => textOf(row, 'Treatment') !== 'none')
      .map((row) => `${comparable(textOf(row, 'Project'))}\u0001${comparable(textOf(row, 'Partner'))}`),
  );
  const told = new Set<string>();
  const isUnread = unreadCells(tables.get('PoolProjectShares'));
  return rows.flatMap((row): Finding[] => {
    const [project, sharer, treatment] = [textOf(row, 'Project'), textOf(row, 'Partner'), textOf(row, 'Treatment')];
    const findings: Finding[] = [];
    const years = yearsOf.get(comparable(project));
    if (project !== '' && years === undefined && !told.has(comparable(project))) {
      told.add(comparable(project));
      findings.push(projectFinding('project without items', { place: placeOf(row, 'Project'), detail: { project } }));
    }
    const isKnown = names.has(comparable(sharer)) || groups.has(comparable(sharer));
    if (sharer !== '' && !isKnown) {
      findings.push(projectFinding('sharer not listed', { place: placeOf(row, 'Partner'), detail: { text: sharer } }));
    }
    const group = groupOf.get(comparable(sharer)) ?? '';
    const inGroup = group !== '' && taking.has(`${comparable(project)}\u0001${comparable(group)}`);
    if (inGroup && treatment !== 'none') {
      const facts = { place: placeOf(row, 'Partner'), partner: sharer, detail: { project, group } };
      findings.push(projectFinding('sharer in group too', facts));
    }
    return isUnread(row, 'Amount') ? findings : [...findings, ...amountFindings(row, years ?? new Set())];
  });
}

function amountFindings(row: TypedRow, years: ReadonlySet<string>): Finding[] {
  const amount = numberOf(row, 'Amount');
  const treatment = textOf(row, 'Treatment');
  const facts = { place: placeOf(row, 'Amount'), leftPence: amount ?? 0 };
  if (treatment !== 'fixed') {
    if (amount === undefined || amount === 0 || treatment === '') return [];
    return [projectFinding('amount not used', { ...facts, detail: { words: treatment } })];
  }
  if (amount === undefined || amount <= 0) {
    return [projectFinding('fixed amount missing', { ...facts, detail: { project: textOf(row, 'Project') } })];
  }
  if (years.size < 2) return [];
  return [projectFinding('fixed in each year', { ...facts, detail: { years: [...years].join(', ') } })];
}
