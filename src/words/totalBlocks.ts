/*
 * A task's totals as blocks of labelled amounts, for a run without a pane. The figures are the task's own; nothing is added
 * up here but the check of theirs. A task whose totals have another form (as `calc`) has no blocks.
 */
import type { Totals } from '../tasks/task';
import { COMPARISON_WORDS, comparisonTitle, lineTitle } from './comparisonWords';
import { monthBlocks } from './monthBlocks';
import { PANE_WORDS } from './pane';
import { PROJECT_TOTAL_WORDS, paysWords, projectTitle, sharesAddUp } from './projectTotals';
import { settlementBlocks } from './settlementBlocks';
import { amount, nameOf, row, type TotalBlock } from './totalBlock';
import { amountOf, type Figures, recordsOf } from './totalFigures';

/**
 * What a task found, block by block, in the order the pane shows it.
 *
 * @example totalBlocks({ payments: [{ from: 'Trust', to: 'City', amount: 12_630 }], … }) -> [{ title: 'Payments that clear it', … }]
 */
export function totalBlocks(totals: Totals): readonly TotalBlock[] {
  if (recordsOf(totals['agreements']).length > 0) return settlementBlocks(totals);
  const projects = recordsOf(totals['projects']);
  if (projects.length > 0) return projects.flatMap(projectBlocks);
  const [comparison] = recordsOf([totals['comparison']]);
  if (comparison !== undefined) return comparisonBlocks(comparison);
  return [...valuesBlock(recordsOf(totals['toValues'])), ...monthBlocks(totals)];
}

function projectBlocks(project: Figures): TotalBlock[] {
  const payments = recordsOf(project['payments']);
  const sums = (['cost', 'cap', 'fixed', 'shared', 'aboveCap'] as const).filter(
    (key) => amountOf(project, key) !== undefined,
  );
  return [
    {
      title: projectTitle(nameOf(project, 'project'), nameOf(project, 'year')),
      rows: [
        ...sums.map((key) => row(PROJECT_TOTAL_WORDS[key], amount(project, key))),
        ...recordsOf(project['partners']).map((each) => row(nameOf(each, 'partner'), amount(each, 'share'))),
      ],
      notes: [sharesAddUp(amount(project, 'check'))],
    },
    ...(payments.length === 0 ? [] : [paymentsBlock(payments)]),
  ];
}

function paymentsBlock(payments: readonly Figures[]): TotalBlock {
  return {
    title: PROJECT_TOTAL_WORDS.pays,
    rows: payments.map((each) => row(paysWords(nameOf(each, 'from'), nameOf(each, 'to')), amount(each, 'amount'))),
    notes: [],
  };
}

function comparisonBlocks(comparison: Figures): TotalBlock[] {
  const lines = recordsOf(comparison['lines']);
  if (lines.length === 0) return [];
  return [
    { title: comparisonTitle(nameOf(comparison, 'month')), rows: [], notes: [COMPARISON_WORDS.hint] },
    ...lines.map((line) => ({
      title: lineTitle(nameOf(line, 'line'), nameOf(line, 'rule'), amount(line, 'variance')),
      columns: [COMPARISON_WORDS.fell, COMPARISON_WORDS.share],
      rows: recordsOf(line['partners']).map((each) =>
        row(nameOf(each, 'partner'), amount(each, 'fell'), amount(each, 'share')),
      ),
      notes: line['kept'] === true ? [COMPARISON_WORDS.kept] : [],
    })),
  ];
}

function valuesBlock(tables: readonly Figures[]): TotalBlock[] {
  const notes = tables.map((table) => `${nameOf(table, 'title')}: ${PANE_WORDS.formulas(amount(table, 'cells'))}`);
  return notes.length === 0 ? [] : [{ title: PANE_WORDS.toValues, rows: [], notes }];
}
