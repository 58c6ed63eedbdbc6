/*
 * The three bridges: a ledger to its part of the pool, what one partner says to what the other says, and all partners to
 * the joint total. Each walks from one figure to the other by steps; the last running total is the other figure.
 *
 * Source: design section 6.
 */
import { isUnproven } from './match/pairItem';
import type { Bridge, BridgeStep, BridgeStepKind } from './bridgeSteps';
import type { DifferenceCause, PairItem } from './differences';
import type { PartnerControl } from './reconcileResult';

type StepFacts = Partial<Omit<BridgeStep, 'step' | 'amountPence' | 'runningPence'>>;

/** Puts steps one after the other and keeps the running total. */
class Walk {
  readonly steps: BridgeStep[] = [];
  runningPence: number;

  constructor(fromPence: number) {
    this.runningPence = fromPence;
  }

  step(step: BridgeStepKind, amountPence: number, facts: StepFacts = {}): void {
    this.runningPence += amountPence;
    const plain = { partner: '', explained: true, items: 1, key: '', reference: '', reason: '' };
    this.steps.push({ step, amountPence: amountPence + 0, runningPence: this.runningPence, ...plain, ...facts });
  }

  unexplainedPence(): number {
    return this.steps.reduce((sum, { explained, amountPence }) => (explained ? sum : sum + amountPence), 0);
  }
}

/**
 * Trial balance → extract → excluded, unmapped, adjustments, rows between partners → in pool.
 *
 * Before the step `between partners` the running total is the partner's part with the rows between partners, where the
 * joint bridge begins. Undefined for a partner whose period is not received.
 */
export function ledgerBridge(control: PartnerControl): Bridge | undefined {
  const { partner, figures, controlTotalPence } = control;
  if (!figures) return undefined;
  const fromPence = controlTotalPence ?? figures.ledgerTotalPence;
  const walk = new Walk(fromPence);
  if (controlTotalPence !== null) {
    const amountPence = figures.ledgerTotalPence - controlTotalPence;
    walk.step('trial balance to extract', amountPence, { partner, explained: amountPence === 0 });
  }
  walk.step('excluded', -figures.excludedPence, { partner });
  walk.step('unmapped', -figures.unmappedPence, { partner });
  walk.step('adjustments', -figures.adjustmentsPence, { partner });
  walk.step('between partners', -figures.betweenPence, { partner });
  return {
    bridge: 'ledger to pool',
    from: partner,
    to: '',
    begins: controlTotalPence === null ? 'extract' : 'trial balance',
    fromPence,
    toPence: figures.inPoolPence,
    steps: walk.steps,
    unexplainedPence: walk.unexplainedPence(),
    complete: true,
  };
}

/** Above this many, the smaller unproven differences of a bridge stand together in one step for each cause. */
export const MOST_SINGLE_STEPS = 1000;

const PROVEN: readonly Exclude<DifferenceCause, 'agrees' | 'reversal'>[] = [
  'timing',
  'within tolerance',
  'sign error',
  'duplicate',
  'wrong code',
  'no other ledger',
];
const NOT_PROVEN: readonly Exclude<DifferenceCause, 'agrees' | 'reversal'>[] = [
  'amount difference',
  'only in left',
  'only in right',
];

/** The ledger that has the row of an `only in` difference. */
function holderOf({ cause, leftPartner, rightPartner }: PairItem): string {
  if (cause === 'only in left') return leftPartner;
  return cause === 'only in right' ? rightPartner : '';
}

function walkDifferences(walk: Walk, items: readonly PairItem[], turn: 1 | -1): void {
  const sum = (some: readonly PairItem[]): number =>
    some.reduce((total, { differencePence }) => total + differencePence * turn, 0);
  for (const cause of PROVEN) {
    const some = items.filter((item) => item.cause === cause);
    if (some.length > 0) walk.step(cause, sum(some), { items: some.length });
  }
  const unproven = items
    .filter((item) => isUnproven(item.cause) && item.differencePence !== 0)
    .sort((a, b) => Math.abs(b.differencePence) - Math.abs(a.differencePence) || (a.key < b.key ? -1 : 1));
  for (const item of unproven.slice(0, MOST_SINGLE_STEPS)) {
    const { cause, differencePence, key, reference, reason } = item;
    if (cause === 'agrees' || cause === 'reversal') continue;
    const facts = { partner: holderOf(item), explained: reason !== '', key, reference, reason };
    walk.step(cause, differencePence * turn, facts);
  }
  const rest = unproven.slice(MOST_SINGLE_STEPS);
  for (const cause of NOT_PROVEN) {
    for (const explained of [true, false]) {
      const some = rest.filter((item) => item.cause === cause && (item.reason !== '') === explained);
      if (some.length > 0) walk.step(cause, sum(some), { items: some.length, explained });
    }
  }
}

function pairBridge(items: readonly PairItem[]): Bridge | undefined {
  const [first] = items;
  if (!first) return undefined;
  const { flow, issuer, leftPartner, rightPartner } = first;
  const other = issuer === leftPartner ? rightPartner : leftPartner;
  const saidBy = (partner: string): number =>
    items.reduce((sum, item) => sum + (item.leftPartner === partner ? item.leftPence : item.rightPence), 0);
  // Charges go from the income to the expenditure; contributions from who paid to who received.
  const [fromPence, toPence] = flow === 'charges' ? [-saidBy(issuer), saidBy(other)] : [saidBy(other), -saidBy(issuer)];
  const walk = new Walk(fromPence + 0);
  walkDifferences(walk, items, flow === 'charges' ? 1 : -1);
  return {
    bridge: flow,
    from: flow === 'charges' ? issuer : other,
    to: flow === 'charges' ? other : issuer,
    begins: 'says',
    fromPence: fromPence + 0,
    toPence: toPence + 0,
    steps: walk.steps,
    unexplainedPence: walk.unexplainedPence(),
    complete: true,
  };
}

/** What each partner says of each other, per pair, kind and direction. Rows that name no partner are in none. */
export function pairBridges(items: readonly PairItem[]): readonly Bridge[] {
  const groups = new Map<string, PairItem[]>();
  for (const item of items) {
    if (item.rightPartner === '' || item.cause === 'reversal') continue;
    const key = `${item.leftPartner}\n${item.rightPartner}\n${item.flow}\n${item.issuer}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].map(pairBridge).filter((bridge) => bridge !== undefined);
}

/** The partners' parts with the rows between partners, less those rows, both sides, matched or not → joint total. */
export function jointBridge(controls: readonly PartnerControl[]): Bridge {
  const received = controls.filter(({ figures }) => figures !== null);
  const betweenOf = ({ figures }: PartnerControl): number => figures?.betweenPence ?? 0;
  const inPoolOf = ({ figures }: PartnerControl): number => figures?.inPoolPence ?? 0;
  const fromPence = received.reduce((sum, control) => sum + inPoolOf(control) + betweenOf(control), 0);
  const walk = new Walk(fromPence);
  for (const control of received) walk.step('between partners', -betweenOf(control), { partner: control.partner });
  return {
    bridge: 'joint',
    from: '',
    to: '',
    begins: 'partners',
    fromPence,
    toPence: received.reduce((sum, control) => sum + inPoolOf(control), 0),
    steps: walk.steps,
    unexplainedPence: 0,
    complete: received.length === controls.length,
  };
}
