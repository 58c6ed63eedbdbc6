/*
 * What is found about the ratio of front-line managers, pool by pool: social care to health, as exact fractions. It moves
 * no money.
 *
 * Source: Leeds 2012, 3.5 and 3.7 (phase 1).
 */
import { comparable } from '../../ledger/cells';
import { fractionText } from '../../money/fraction';
import { managementRatio } from '../../pool/managementRatio';
import { staffSize } from '../../pool/staff';
import { costFinding } from '../../workbook/costFindings';
import type { Finding } from '../../workbook/finding';
import { placeOf } from '../../workbook/readTable';
import { MANAGERS, managerSide } from '../../workbook/staffRules';
import type { PostRow } from './costInputs';

/**
 * A finding for each pool whose front-line managers in post at the month's end are not in the agreed ratio.
 *
 * Posts are counted by Heads where every manager's row says them, else by WTE.
 *
 * @example 5 team managers and 11 health managers -> 5/16, not 1/3
 */
export function managerFindings(posts: readonly PostRow[], monthEnd: number): Finding[] {
  const pools = new Map<string, PostRow[]>();
  for (const post of posts) {
    // In post on the last day: a manager who left in May is none of June's.
    if (managerSide(post.row) === undefined || post.part?.end !== monthEnd) continue;
    const key = comparable(post.pool);
    pools.set(key, [...(pools.get(key) ?? []), post]);
  }
  return [...pools.values()].flatMap((managers) => ratioFindings(managers));
}

function ratioFindings(managers: readonly PostRow[]): Finding[] {
  const [first] = managers;
  if (first === undefined) return [];
  const byHeads = managers.every(({ heads }) => heads !== undefined);
  const count = (posts: readonly PostRow[]): number => {
    const { heads, wte } = staffSize(posts);
    return byHeads ? (heads ?? 0) : wte;
  };
  const ofSide = (side: keyof typeof MANAGERS): number =>
    count(managers.filter(({ row }) => managerSide(row) === side));
  const [socialCare, health] = [ofSide('socialCare'), ofSide('health')];
  const place = placeOf(first.row, 'Profession');
  if (socialCare === 0 || health === 0) {
    if (socialCare + health === 0) return [];
    const words = socialCare > 0 ? MANAGERS.socialCare : MANAGERS.health;
    return [costFinding('managers of one side', { place, detail: { group: first.pool, words } })];
  }
  const ratio = managementRatio(socialCare, health);
  if (ratio === undefined || ratio.isMet) return [];
  const size = { ...ratio.gap, numerator: ratio.gap.numerator < 0n ? -ratio.gap.numerator : ratio.gap.numerator };
  const detail = {
    group: first.pool,
    basis: byHeads ? 'posts' : 'WTE',
    own: String(socialCare),
    total: String(count(managers)),
    share: fractionText(ratio.share),
    agreed: fractionText(ratio.agreed),
    gap: `${fractionText(size)} ${ratio.gap.numerator < 0n ? 'too little' : 'too much'}`,
    agreedPosts: fractionText(ratio.agreedPosts),
  };
  return [costFinding('manager ratio not met', { place, detail })];
}
