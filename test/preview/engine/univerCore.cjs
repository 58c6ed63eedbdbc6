// @univerjs/core as Node loads it (see environment.cjs).
module.exports = globalThis.requireOutsideJest('@univerjs/core');
