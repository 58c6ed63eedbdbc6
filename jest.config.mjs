// Three projects: plain Node for the pure core and the whole-workbook tests, jsdom for the pane, and a real Chromium.
const typescript = {
  '^.+\\.tsx?$': [
    'ts-jest',
    {
      diagnostics: false,
      tsconfig: {
        module: 'CommonJS',
        moduleResolution: 'node',
        esModuleInterop: true,
        target: 'ES2022',
        isolatedModules: true,
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      },
    },
  ],
};
// Univer leans on packages that are modules only, which Jest cannot load and Node can: these two files ask Node.
const univer = {
  '^@univerjs/core$': '<rootDir>/test/preview/engine/univerCore.cjs',
  '^@univerjs/preset-sheets-node-core$': '<rootDir>/test/preview/engine/univerSheets.cjs',
};
const shared = {
  transform: typescript,
  moduleNameMapper: univer,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: '<rootDir>/test/preview/engine/environment.cjs',
      testMatch: [
        '<rootDir>/test/{money,pool,ledger,functions,workbook,tasks,preview,project,coverage,words}/**/*.test.ts',
      ],
    },
    { ...shared, displayName: 'pane', testEnvironment: 'jsdom', testMatch: ['<rootDir>/test/taskpane/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'chromium',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/chromium/**/*.test.ts'],
    },
  ],
};
