// @univerjs/preset-sheets-node-core as Node loads it (see environment.cjs).
module.exports = globalThis.requireOutsideJest('@univerjs/preset-sheets-node-core');
