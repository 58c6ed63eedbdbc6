/*
 * Files of the page: choosing, dropping, fetching a sample, and giving a workbook back as a download. What is in a file is
 * `src/preview/xlsx`.
 */

/** A sample the server offers. */
export interface Sample {
  readonly file: string;
  readonly title: string;
}

/** The samples on the server; none if it has none. */
export async function fetchSamples(): Promise<readonly Sample[]> {
  const response = await fetch('samples.json');
  return response.ok ? ((await response.json()) as readonly Sample[]) : [];
}

/** The bytes of a sample. @throws If the server does not answer. */
export async function fetchSample(file: string): Promise<Uint8Array> {
  const response = await fetch(`samples/${encodeURIComponent(file)}`);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Calls `take` with each workbook the user chooses or drops. */
export function takeFiles(
  button: HTMLElement,
  input: HTMLInputElement,
  target: HTMLElement,
  take: (file: File) => void,
): void {
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // Emptied, so that choosing the same file again is a choice too.
    input.value = '';
    if (file) take(file);
  });
  const mark = (event: DragEvent, isOver: boolean): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    target.classList.toggle('is-dropping', isOver);
  };
  addEventListener('dragover', (event) => mark(event, true));
  addEventListener('dragleave', (event) => mark(event, false));
  addEventListener('drop', (event) => {
    mark(event, false);
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
}

/** Gives bytes to the user as a download. */
export function download(name: string, bytes: Uint8Array): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The name a saved copy is given: never the name of the file it came from. @example savedName('Pool.xlsx') -> 'Pool (Poolbook).xlsx' */
export function savedName(name: string): string {
  const base = name.replace(/\.xlsx$/i, '');
  return base.endsWith('(Poolbook)') ? `${base}.xlsx` : `${base} (Poolbook).xlsx`;
}
