// Jest's Node environment with one thing more: a way past Jest to packages that are modules only, which Node 20 can
// require and Jest cannot load (Univer leans on several). Tests do not use it: jest.config.mjs maps two package names.
/* eslint-disable @typescript-eslint/no-require-imports -- Jest's environments are CommonJS */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireOutsideJest = (name) => require(name);
  }
};
