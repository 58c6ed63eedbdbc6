/* The pane's colours are Fluent's own: every token of theme.css is compared with the package it is copied from. */
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDark } from '../../src/taskpane/theme';

const folder = join(__dirname, '../../src/taskpane');
const css = readFileSync(join(folder, 'theme.css'), 'utf8');
const blocks = [...css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)].map(([, selector = '', body = '']) => ({
  isDarkOnly: selector.includes('dark'),
  tokens: [...body.matchAll(/--(\w+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value] as const),
}));
const inTheme = (isDarkTheme: boolean) =>
  new Map(blocks.filter(({ isDarkOnly }) => isDarkTheme || !isDarkOnly).flatMap(({ tokens }) => tokens));
/** Written as CSS may write them: spaces after commas and the kind of quote mean nothing. */
const plain = (value: unknown) => String(value).replaceAll('"', "'").replace(/\s+/g, '').toLowerCase();

test.each([
  ['light', webLightTheme, inTheme(false)],
  ['dark', webDarkTheme, inTheme(true)],
])('the %s theme holds what Fluent says', (_name, theme, tokens) => {
  expect(tokens.size).toBeGreaterThan(50);
  for (const [name, value] of tokens)
    expect([name, plain(value)]).toEqual([name, plain(theme[name as keyof typeof theme])]);
});

test('the pane’s own sheet uses no token that theme.css does not set', () => {
  const own = readFileSync(join(folder, 'taskpane.css'), 'utf8');
  const used = [...own.matchAll(/var\(--(\w+)/g)].map(([, name = '']) => name);
  expect(used.filter((name) => !inTheme(false).has(name))).toEqual([]);
});

test.each([
  ['#ffffff', false],
  ['#292929', true],
  ['217346', true],
  ['white', undefined],
])('a background of %s is dark: %p', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});
