/*
 * What the user must see beside a proposal: what could not be read, what was passed over, what is missing. Findings only;
 * the rows themselves carry their own reasons.
 */
import { capFindings } from '../../ledger/capFindings';
import type { Finding } from '../../workbook/finding';
import { budgetFindings } from './budgetNotes';
import { type ModelFinding, modelFinding } from './findings';
import { headerPlace } from './headerPlace';
import type { Look } from './look';
import { obstacleFinding, troubledFinding } from './obstacleNotes';
import { sourceFindings, uncodedFinding } from './sourceNotes';

/** All findings of a look. `hidden` are the hidden sheets' names. */
export function lookFindings(look: Look, hidden: readonly string[], sheets: readonly string[]): readonly Finding[] {
  return capFindings([
    ...frameFindings(look, sheets),
    ...look.parts.troubled.map(troubledFinding),
    ...look.parts.headless.map(({ sheet, row, column, rows }) =>
      modelFinding('rows without heading', { place: { sheet, row, column }, detail: { sheet, rows } }),
    ),
    ...look.obstacles.map(obstacleFinding),
    ...look.sources.flatMap((source) => sourceFindings(look, source)),
    ...look.mapped.flatMap(({ partner, facts }) => uncodedFinding(look, partner.name, facts)),
    ...partnerFindings(look),
    ...balanceFindings(look),
    ...budgetFindings(look),
    ...sheetFindings(look, hidden),
  ]);
}

function frameFindings(look: Look, sheets: readonly string[]): readonly ModelFinding[] {
  if (look.sources.length === 0) return [modelFinding('no ledger found', { detail: { sheets: sheets.join(', ') } })];
  const owners = look.partners.filter((partner) => look.sources.some((source) => source.partner === partner));
  const [only] = owners;
  return owners.length === 1 && only ? [modelFinding('one partner only', { partner: only.name })] : [];
}

function partnerFindings(look: Look): readonly ModelFinding[] {
  return look.partners.flatMap((partner): ModelFinding[] => {
    const source = look.sources.find((other) => other.partner === partner);
    const found: ModelFinding[] = [];
    if (partner.reason === 'nothing' && source && !partner.isDoubtful) {
      const detail = { name: partner.name, sheet: source.part.block.sheet };
      found.push(modelFinding('partner guessed', { place: headerPlace(source.part), partner: partner.name, detail }));
    }
    const left = partner.knownAs.length > 0 ? partner.unlistable : partner.unlistable.slice(1);
    return [
      ...found,
      ...left.map((name) => modelFinding('spelling not listable', { partner: partner.name, detail: { name } })),
    ];
  });
}

function balanceFindings(look: Look): readonly ModelFinding[] {
  return look.partners
    .filter(({ ledgers }) => ledgers.length > 0)
    .flatMap((partner) =>
      partner.balances.map((part) => {
        const control = look.controls.find((total) => total.partner === partner && total.sheet === part.block.sheet);
        const facts = { place: headerPlace(part), partner: partner.name, detail: { sheet: part.block.sheet } };
        return control
          ? modelFinding('balances as control', { ...facts, leftPence: control.pence, period: control.period })
          : modelFinding('balances not used', facts);
      }),
    );
}

function sheetFindings(look: Look, hidden: readonly string[]): readonly ModelFinding[] {
  const notes = look.parts.notes;
  return [
    ...(hidden.length > 0 ? [modelFinding('sheets hidden', { detail: { sheets: hidden.join(', ') } })] : []),
    ...(notes.length > 0 ? [modelFinding('sheets not used', { detail: { sheets: notes.join(', ') } })] : []),
  ];
}
