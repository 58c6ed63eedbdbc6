/*
 * Whether front-line managers are in the ratio that was agreed, as exact fractions: a third is not 33%. It moves no money.
 *
 * Source: Leeds 2012, 3.5: "a ratio of two thirds health managers to one third social care managers in front line
 * management posts".
 */
import { type Fraction, decimalFraction, fractionOf, minus, over, plus, times } from '../money/fraction';

/** The share of social care that Leeds agreed; health has the rest, 2/3. */
export const SOCIAL_CARE_SHARE: Fraction = fractionOf(1n, 3n);

/** How front-line managers compare with the agreed ratio. */
export interface ManagementRatio {
  readonly isMet: boolean;
  /** Social care's share of the posts as they are. */
  readonly share: Fraction;
  readonly agreed: Fraction;
  /** Share less agreed: + is more social care managers than agreed. */
  readonly gap: Fraction;
  /** How many posts the agreed share would be. */
  readonly agreedPosts: Fraction;
}

/**
 * Compares the managers of both sides with the agreed share of social care.
 *
 * @param socialCare - Posts or WTE of social care managers, 0 or more. @param health - Those of health managers.
 * @returns Undefined where there is no manager at all.
 * @example managementRatio(5, 10) -> 1/3, met; managementRatio(4.5, 10) -> 9/29, 2/87 below
 */
export function managementRatio(
  socialCare: number,
  health: number,
  agreed: Fraction = SOCIAL_CARE_SHARE,
): ManagementRatio | undefined {
  const own = decimalFraction(socialCare);
  const all = plus(own, decimalFraction(health));
  if (all.numerator <= 0n) return undefined;
  const share = over(own, all);
  const gap = minus(share, agreed);
  return { isMet: gap.numerator === 0n, share, agreed, gap, agreedPosts: times(all, agreed) };
}
