/*
 * The work behind the POOL functions about variances and payments: cells to the rules in src/pool, and back. No rule is
 * decided here.
 */
import { fromUnitsOf, type Unit } from '../money/exact';
import type { SplitProblem } from '../money/split';
import { betterment, type BettermentProblem } from '../pool/betterment';
import { shareRisk } from '../pool/riskShare';
import { settle } from '../pool/settle';
import { sameName } from '../pool/sharesOn';
import { transfers, type TransferProblem } from '../pool/transfers';
import { drawDown } from '../pool/waterfall';
import type { Refusal } from '../words/refusal';
import { lengthsDiffer, totalTooLarge } from '../words/refusals';
import { splitRefusal, unbalanced, unknownHost } from '../words/ruleRefusals';
import { besideNames, readNames } from './partners';
import { isBlankOrZero, isLeftOut, readLine, readSingle, sideBySide, type Line } from './readCells';
import { amountsIn, limitsIn, nameIn, readAmount, readTruth, readUnitOr, weightsIn } from './readValues';
import { orRefuse } from './refuse';
import { inPounds, lieAs } from './spill';

const CAP_INSTEAD = 'A cap is the most a partner bears of an overspend: type an amount, or 0 for no cap.';
const AVAILABLE_INSTEAD = 'A step cannot hold less than nothing. Type what is available there, or 0.';

/** Shares of a variance, lying as the weights lie; with a cap above 0, what no cap covers comes last. */
export function riskShareCells(
  variance: unknown,
  weights: unknown,
  caps: unknown,
  redistribute: unknown,
  unitGiven: unknown,
): number[][] {
  const unit = readUnitOr(unitGiven);
  const varianceUnits = readAmount('Variance', variance, unit);
  const capLine = readLine('Caps', caps);
  const lines = sideBySide(
    isLeftOut(capLine) ? [readLine('Weights', weights)] : [readLine('Weights', weights), capLine],
  );
  const [weightLine, capsBeside] = lines;
  if (!weightLine) return [];
  const capUnits = capsBeside ? capsIn(capsBeside, unit) : [];
  const isCapped = capUnits.some((cap) => cap !== null);
  const again = readTruth('Redistribute', redistribute);
  const terms = isCapped ? { capUnits, redistribute: again } : undefined;
  const { shareUnits, referredUnits } = orRefuse(shareRisk(varianceUnits, weightsIn(weightLine), terms), (problem) =>
    weightsRefusal(problem, 'Variance'),
  );
  return lieAs(weightLine, inPounds(isCapped ? [...shareUnits, referredUnits] : shareUnits, unit));
}

/** A cap of less than a unit is a cap: only blank and 0 are none. */
function capsIn(caps: Line, unit: Unit): (number | null)[] {
  const limits = limitsIn(caps, unit, CAP_INSTEAD);
  return limits.map((limit, index) => (isBlankOrZero(caps.cells[index] ?? null) ? null : limit));
}

function weightsRefusal(problem: SplitProblem, amount: string): Refusal {
  return splitRefusal(problem, { weights: { argument: 'Weights' }, amount: { argument: amount } });
}

/** What is drawn from each step, and what is left at the end. */
export function waterfallCells(amount: unknown, available: unknown, unitGiven: unknown): number[][] {
  const unit = readUnitOr(unitGiven);
  const amountUnits = readAmount('Amount', amount, unit);
  const steps = readLine('Available', available);
  const { drawnUnits, leftUnits } = drawDown(amountUnits, limitsIn(steps, unit, AVAILABLE_INSTEAD));
  return lieAs(steps, inPounds([...drawnUnits, leftUnits], unit));
}

/** Each partner's gain less its agreed share of the total gain. */
export function bettermentCells(before: unknown, after: unknown, weights: unknown, unitGiven: unknown): number[][] {
  const unit = readUnitOr(unitGiven);
  const weightLine = readLine('Weights', weights);
  const lines = [readLine('Before', before), readLine('After', after)];
  const [from, to, agreed] = sideBySide(isLeftOut(weightLine) ? lines : [...lines, weightLine]);
  if (!from || !to) return [];
  const result = betterment(amountsIn(from, unit), amountsIn(to, unit), agreed && weightsIn(agreed));
  return lieAs(from, inPounds(orRefuse(result, bettermentRefusal), unit));
}

function bettermentRefusal(problem: BettermentProblem): Refusal {
  const place = { argument: 'After' };
  if (problem.kind === 'unequal-lists') return lengthsDiffer(place, problem.after, 'Before', problem.before);
  return problem.kind === 'total-too-large' ? totalTooLarge(place) : weightsRefusal(problem, 'Before');
}

/** What each partner still pays or gets back, and the pool's balance at the end. */
export function settleCells(due: unknown, paid: unknown, unitGiven: unknown): number[][] {
  const unit = readUnitOr(unitGiven);
  const [dueLine, paidLine] = sideBySide([readLine('Due', due), readLine('Paid', paid)]);
  if (!dueLine || !paidLine) return [];
  const result = settle(amountsIn(dueLine, unit), amountsIn(paidLine, unit));
  const { balanceUnits, poolBalanceUnits } = orRefuse(result, (problem) =>
    problem.kind === 'unequal-lists'
      ? lengthsDiffer({ argument: 'Paid' }, problem.paid, 'Due', problem.due)
      : totalTooLarge({ argument: 'Due' }),
  );
  return lieAs(dueLine, inPounds([...balanceUnits, poolBalanceUnits], unit));
}

/** Payments as rows of from, to, amount; where nothing is to be paid, one row of blanks and 0. */
export function transferCells(partners: unknown, balances: unknown, host: unknown): (string | number)[][] {
  const unit = readUnitOr(0.01);
  const { line, names } = readNames('Partners', partners);
  const balanceUnits = amountsIn(besideNames(readLine('Balances', balances), line), unit);
  const hostName = nameIn(readSingle('Host', host), { argument: 'Host' });
  const hostNumber =
    hostName === undefined ? undefined : names.findIndex((name) => sameName(name) === sameName(hostName));
  const payments = orRefuse(transfers(balanceUnits, hostNumber), (problem) =>
    transferRefusal(problem, hostName ?? '', (units) => fromUnitsOf(units, unit)),
  );
  if (payments.length === 0) return [['', '', 0]];
  return payments.map(({ from, to, amountUnits }) => [
    names[from] ?? '',
    names[to] ?? '',
    fromUnitsOf(amountUnits, unit),
  ]);
}

function transferRefusal(problem: TransferProblem, host: string, pounds: (units: number) => number): Refusal {
  switch (problem.kind) {
    case 'unbalanced':
      return unbalanced({ argument: 'Balances' }, pounds(problem.totalUnits));
    case 'unknown-host':
      return unknownHost({ argument: 'Host' }, host);
    case 'total-too-large':
      return totalTooLarge({ argument: 'Balances' });
  }
}
