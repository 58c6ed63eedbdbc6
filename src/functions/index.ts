/*
 * The custom functions of the add-in, gathered for the build: loading this file registers them all. Not where any of them
 * is defined; their names in a formula come from their own doc blocks, and POOL from the manifest.
 */
export { contribution, equalShare, proRata, sharesInForce } from './costs';
export { reconcile } from './reconciling';
export { bettermentTest, payments, riskShare, settlement, waterfall } from './settling';
export { share, split, trace } from './splitting';
