/*
 * The builds. `addin` is what Excel loads (dist/): functions.js, tasks.js, taskpane.js and their page. The other three are
 * for machines without Excel and never part of the add-in: the preview page, its small server and the headless runner.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import CopyPlugin from 'copy-webpack-plugin';
import CustomFunctionsMetadataPlugin from 'custom-functions-metadata-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const here = path.dirname(fileURLToPath(import.meta.url));
const from = (...parts) => path.resolve(here, ...parts);

/** Where the pane loads Office.js from: Microsoft's own address, as the store requires, unless set otherwise. */
const OFFICE_JS = process.env.POOLBOOK_OFFICE_JS ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * The addresses the pane may load scripts from beside its own: Office.js fetches its part for Excel from where it came.
 * Microsoft is moving it to the second (office-js-docs-pr #5882), and a policy also holds for where the first may send on to.
 */
const OFFICE_SCRIPTS = [
  ...new Set([
    'https://appsforoffice.microsoft.com',
    'https://officeapis.public.onecdn.static.microsoft',
    new URL(OFFICE_JS, 'https://appsforoffice.microsoft.com').origin,
  ]),
].join(' ');

/** Where the add-in is served from; the manifest in dist/ is made for it. */
const DEVELOPMENT_URL = 'https://localhost:3000/';
const ADDIN_URL = process.env.POOLBOOK_URL ?? DEVELOPMENT_URL;

const packageVersion = JSON.parse(readFileSync(from('package.json'), 'utf8')).version;
/** Every file of src/functions that defines custom functions: the metadata is made from their doc blocks. */
const functionFiles = readdirSync(from('src/functions'))
  .filter((file) => file.endsWith('.ts') && /@customfunction/.test(readFileSync(from('src/functions', file), 'utf8')))
  .sort();

const typescript = {
  test: /\.ts$/,
  exclude: /node_modules/,
  // Types are checked by `npm run typecheck`; checking them again here would double the time of a build.
  use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false, sourceMap: true } } },
};

function common(name, mode) {
  return {
    name,
    mode,
    context: here,
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [typescript] },
    cache: {
      type: 'filesystem',
      cacheDirectory: from('.cache/webpack'),
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

function addin(mode) {
  return {
    ...common('addin', mode),
    target: ['web', 'es2022'],
    devtool: mode === 'production' ? 'source-map' : 'inline-source-map',
    entry: {
      functions: './src/functions/index.ts',
      // The tasks are a bundle of their own with one global, so that the pane can load them after its first paint and
      // the headless runner runs the very same file.
      tasks: { import: './src/tasks/index.ts', library: { name: 'PoolbookTasks', type: 'window' } },
      taskpane: './src/taskpane/taskpane.ts',
    },
    output: { path: from('dist'), filename: '[name].js', publicPath: '', clean: true, globalObject: 'globalThis' },
    plugins: [
      new CustomFunctionsMetadataPlugin({
        output: 'functions.json',
        input: functionFiles.map((file) => from('src/functions', file)),
      }),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: from('src/taskpane/taskpane.html'),
        chunks: ['functions', 'taskpane'],
        chunksSortMode: 'manual',
        scriptLoading: 'defer',
        templateParameters: { officeJs: OFFICE_JS, officeScripts: OFFICE_SCRIPTS },
      }),
      new webpack.DefinePlugin({ POOLBOOK_VERSION: JSON.stringify(packageVersion) }),
      new CopyPlugin({
        patterns: [
          { from: 'src/taskpane/*.css', to: '[name][ext]' },
          { from: 'assets/icons/*.png', to: 'assets/[name][ext]' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_URL, ADDIN_URL),
          },
        ],
      }),
    ],
  };
}

/** The page with the grid. Univer is large and already minified: minimising it again would cost a minute and a half. */
function previewPage(mode) {
  return {
    ...common('preview', mode),
    target: ['web', 'es2022'],
    devtool: false,
    entry: { preview: './src/preview/page/index.ts' },
    output: { path: from('build/preview'), filename: '[name].js', publicPath: '', clean: true },
    module: { rules: [typescript, { test: /\.css$/, use: ['style-loader', 'css-loader'] }] },
    resolve: { extensions: ['.ts', '.js'], fallback: { fs: false, path: false, stream: false, crypto: false } },
    // The packages stand in a file and in functions of their own: where an error is made while they start (React makes a
    // few), the browser reads again every function it happened in, and one function of 13 MB takes it three seconds.
    optimization: {
      minimize: false,
      concatenateModules: false,
      splitChunks: { chunks: 'initial', cacheGroups: { packages: { test: /node_modules/, name: 'packages' } } },
    },
    plugins: [new HtmlWebpackPlugin({ filename: 'index.html', template: from('src/preview/page/index.html') })],
  };
}

/** A program for Node: packages stay outside the bundle and are found in node_modules. */
function nodeProgram(name, mode, entry) {
  return {
    ...common(name, mode),
    target: 'node20',
    // The bundle's own folder: packages are looked for from there.
    node: { __dirname: false },
    devtool: false,
    entry: { [name]: entry },
    output: { path: from('build'), filename: '[name].cjs', library: { type: 'commonjs2' } },
    // Everything named like a package ('fflate', '@univerjs/core', 'node:fs'), and nothing named by a path.
    // `createRequire` is left to Node: webpack would look for its packages while bundling.
    module: { rules: [typescript], parser: { javascript: { createRequire: false } } },
    externals: [({ request }, done) => (/^[@a-z]/i.test(request) ? done(undefined, `commonjs ${request}`) : done())],
    optimization: { minimize: false },
  };
}

export default async (env, argv) => {
  const mode = argv.mode ?? 'production';
  const builds = [
    addin(mode),
    previewPage(mode),
    nodeProgram('headless', mode, './src/preview/headless/main.ts'),
    nodeProgram('server', mode, './src/preview/server/main.ts'),
  ];
  if (env.WEBPACK_SERVE) {
    const { getHttpsServerOptions } = await import('office-addin-dev-certs');
    builds[0].devServer = {
      port: 3000,
      hot: false,
      liveReload: false,
      server: { type: 'https', options: await getHttpsServerOptions() },
      headers: { 'Access-Control-Allow-Origin': '*' },
    };
  }
  return builds;
};
