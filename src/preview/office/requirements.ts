/*
 * `Office.context` where no Excel is: which requirement sets the host answers for. Office.js itself asks it before most
 * members, so an old Excel can be tried by a lower level.
 */

/** The Excel the host imitates: the level that brought undo groups. */
export const HOST_EXCEL_API = '1.20';

/** Sets beside ExcelApi, by their names in small letters. `DelayForCellEdit` is asked for without a version. */
const OTHER_SETS: Readonly<Partial<Record<string, string>>> = {
  excelapiundo: '1.20',
  delayforcelledit: '1.1',
  customfunctions: '1.9',
  customfunctionsruntime: '1.5',
  sharedruntime: '1.2',
};

/** The part of `Office.context` a task needs. */
export interface HostContext {
  readonly requirements: { isSetSupported(name: string, minimumVersion?: string): boolean };
  readonly contentLanguage: string;
  readonly displayLanguage: string;
}

/** A context whose ExcelApi level is what `level` gives at the moment it is asked. @example hostContext(() => '1.12') */
export function hostContext(level: () => string): HostContext {
  return {
    contentLanguage: 'en-GB',
    displayLanguage: 'en-GB',
    requirements: {
      isSetSupported: (name, minimumVersion = '1.1') => {
        const has = name.toLowerCase() === 'excelapi' ? level() : OTHER_SETS[name.toLowerCase()];
        return has !== undefined && !isBelow(has, minimumVersion);
      },
    },
  };
}

/** Compares two versions part by part: 1.9 is below 1.13. */
function isBelow(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimum.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
