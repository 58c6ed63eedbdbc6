/*
 * The proposed row of PoolSources for a ledger, with its reason and how sure it is. What its columns are was settled before.
 */
import { whySource } from '../../words/modelReasons';
import type { ProposedRow } from '../task';
import { type Look } from './look';
import { isKept } from './kept';
import { type Source } from './sources';
import { tableReference } from './ledgerBlock';
import { type Confidence } from './proposeLines';

/** The row of PoolSources for one ledger. */
export function sourceRow(look: Look, source: Source): ProposedRow {
  const { definition, part, code, reading, period, date } = source;
  const copy = look.copies.find((other) => other.source === source);
  const amount = part.amount;
  return {
    cells: {
      Partner: definition.partner,
      Table: definition.table,
      Holds: definition.holds,
      Period: definition.period || null,
      Date: definition.date || null,
      Code: definition.code,
      Counterparty: definition.counterparty || null,
      Reference: definition.reference || null,
      Amount: definition.amount,
      Sign: definition.sign,
      VAT: definition.vat || null,
    },
    why: whySource({
      rows: reading.lines.length,
      holds: definition.holds,
      amount: definition.amount,
      amountReason: amount?.reason ?? 'only amount',
      passedOver: (amount?.passedOver ?? []).map(({ column, because }) => ({ heading: column.text, because })),
      code: definition.code,
      codeReason: code.reason,
      listedOn: code.listedOn,
      when: (period ?? date)?.text ?? '',
      copyOf: copy ? tableReference(copy.of.part) : '',
    }),
    confidence: sourceConfidence(source),
    keep: isKept(source, look.copies, look.obstacles),
  };
}

function sourceConfidence({ part, code, partner }: Source): Confidence {
  if (part.amount?.reason === 'only figures' || code.reason === 'nothing repeats' || partner.reason === 'nothing')
    return 'guess';
  const isPlain =
    part.amount?.reason !== 'best heading' && (code.reason === 'heading' || code.reason === 'listed elsewhere');
  return isPlain && (part.date ?? part.period) !== undefined ? 'sure' : 'likely';
}
