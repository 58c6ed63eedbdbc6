/*
 * Light or dark, as Office says, else as the system says. The colours are Fluent's tokens in theme.css, never our own.
 */

/** Applies the theme now and again whenever the system's preference changes. */
export function followTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    document.documentElement.dataset['theme'] = (officeIsDark() ?? system.matches) ? 'dark' : 'light';
  };
  apply();
  system.addEventListener('change', apply);
}

/** Whether Office's own background is dark; undefined where Office does not say. */
function officeIsDark(): boolean | undefined {
  // Outside Excel there is no theme, and older builds have no officeTheme: both mean "ask the system".
  const colour = (globalThis as { Office?: typeof Office }).Office?.context?.officeTheme?.bodyBackgroundColor;
  return colour === undefined ? undefined : isDark(colour);
}

/** Whether a `#RRGGBB` background needs light text; undefined for another form. @example isDark('#292929') -> true */
export function isDark(colour: string): boolean | undefined {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!hex) return undefined;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => parseInt(part, 16));
  // Rec. 709 luma: the eye sees green far brighter than blue.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
