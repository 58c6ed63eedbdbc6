/*
 * The product's version as it is written to PoolRuns. A test keeps it equal to package.json.
 */

/** The version of this release. */
export const VERSION = '0.1.0';
