/*
 * The task `calc`: every formula of a workbook calculated and kept, and a finding for each that gives an error. It reads no
 * table of ours and writes no sheet.
 */
import { cellAddress, quoteSheet } from '../book/address';
import type { Sheet } from '../book/sheet';
import { CellError } from '../book/values';
import { MANY_FORMULAS } from '../engine/calculator';
import { callsPool } from '../engine/poolFormulas';
import type { HeadlessFinding, Outcome } from './outcome';
import type { Session } from './session';

/** Calculates and saves. A POOL formula with an error is a finding of severity error, any other formula's a warning. */
export async function runCalc(session: Session): Promise<Outcome> {
  const { book, calculator } = session;
  await calculator.calculate(book);
  const { formulas, notices, isCircular } = calculator.report;
  const findings: HeadlessFinding[] = notices
    .filter(({ isValueKept }) => isValueKept)
    .map(({ sheet, row, column, why }) => ({
      kind: 'value-kept',
      severity: 'info',
      where: place(sheet, row, column),
      sentence: `${place(sheet, row, column)}: ${why}. The cell keeps the value it had in the file; Excel will calculate it again.`,
    }));
  const counts = { pool: 0, errors: 0 };
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of sheet.cells()) {
      if (cell.formula === undefined) continue;
      const isPool = callsPool(cell.formula);
      if (isPool) counts.pool++;
      if (!(cell.value instanceof CellError)) continue;
      counts.errors++;
      findings.push(errorFinding(place(sheet, row, column), cell.value, isPool));
    }
  }
  if (isCircular) findings.push(CIRCULAR);
  if (formulas > MANY_FORMULAS) findings.push(manyFormulas(formulas));
  return {
    task: 'calc',
    period: null,
    totals: {
      poolFormulas: counts.pool,
      otherFormulas: formulas - counts.pool,
      errors: counts.errors,
      valuesKept: findings.filter(({ kind }) => kind === 'value-kept').length,
    },
    findings,
    tables: [],
    written: [session.save()],
  };
}

/** A cell with its sheet, as a formula would name it. */
export function place(sheet: Sheet, row: number, column: number): string {
  return `${quoteSheet(sheet.name)}!${cellAddress(row, column)}`;
}

function errorFinding(where: string, error: CellError, isPool: boolean): HeadlessFinding {
  const sentence = error.message === '' ? withoutSentence(error) : asSentence(error.message);
  const kind = isPool ? 'pool-formula-error' : 'formula-error';
  return {
    kind,
    severity: isPool ? 'error' : 'warning',
    where,
    sentence: `${where} shows ${error.code}. ${sentence}`,
  };
}

/** The engine's reasons are parts of a sentence. @example asSentence('there is no sheet May') -> 'There is no sheet May.' */
function asSentence(reason: string): string {
  const begun = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function withoutSentence({ code }: CellError): string {
  if (code === '#SPILL!')
    return 'Its result needs more cells than are free: clear the cells below and beside it, or move it out of the table.';
  return 'The error comes from a cell or a function inside the formula: look at the cells it reads.';
}

const CIRCULAR: HeadlessFinding = {
  kind: 'circular-reference',
  severity: 'error',
  where: '',
  sentence:
    'A formula leads back to itself, directly or through others: the figures of these formulas mean nothing. Open the workbook in Excel, which names the cells (Formulas, Error Checking, Circular References).',
};

function manyFormulas(formulas: number): HeadlessFinding {
  return {
    kind: 'many-formulas',
    severity: 'warning',
    where: '',
    sentence: `The workbook has ${formulas.toLocaleString('en-GB')} formulas. Above ${MANY_FORMULAS.toLocaleString('en-GB')} calculating without Excel is slow; Excel itself is not affected.`,
  };
}
