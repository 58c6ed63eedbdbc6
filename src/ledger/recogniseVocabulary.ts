/*
 * The words finance systems and offices head their columns with, as rules tried in order: the first that fits says what the
 * column holds. It is a table of words and no decision; `recogniseHeading` applies it. It is long because it is one table: a
 * rule's place in it decides which of two that fit is taken.
 *
 * Sources: headings of Oracle, SAP, Agresso/Unit4, CODA, SBS (NHS), Civica, Sage and Xero extracts, CIPFA's subjective and
 * objective analysis, NHS cost centre and analysis codes. Spellings en-GB and en-US.
 */

/** What a heading can mean. */
export type Concept =
  | 'amount'
  | 'debit'
  | 'credit'
  | 'payments'
  | 'receipts'
  | 'net'
  | 'vat'
  | 'gross'
  | 'balance'
  | 'to date'
  | 'budget'
  | 'budget to date'
  | 'forecast'
  | 'variance'
  | 'percent'
  | 'quantity'
  | 'debit or credit'
  | 'date'
  | 'period'
  | 'year'
  | 'cost centre'
  | 'account'
  | 'code'
  | 'code name'
  | 'service'
  | 'pool line'
  | 'scope'
  | 'counterparty'
  | 'organisation'
  | 'sector'
  | 'short name'
  | 'known as'
  | 'reference'
  | 'narrative'
  | 'control total'
  | 'other';

/** A heading's meaning; `rank` orders headings of one concept (higher is the better choice of two). */
export interface HeadingMeaning {
  readonly concept: Concept;
  readonly rank: number;
}

/** A rule: what the column holds, how well the words say so, and the words. */
export type Rule = readonly [concept: Concept, rank: number, pattern: RegExp];

/** Words that make a code when they stand alone or before "code", "no", "id". */
const ACCOUNT =
  '(?:account|acct|nominal|nl|gl|general ledger|ledger|subjective|subj|subjective analysis|natural account|main account|expense|expenditure|income|detail|detailed|element|cost element|cipfa|expense type|spend type|account type|cost type|object)';
const CENTRE =
  '(?:cost cent(?:re|er)|costcent(?:re|er)|cctr|cc|costc|centre|center|cost cent|cost c(?:n?tr|tre)?|ctr|c c|csc|cst c(?:n?tr|tre)|profit cent(?:re|er)|functional area|internal order|section|node|sercop|c centre|objective|obj|objective analysis|department|dept|directorate|division|budget cent(?:re|er)|responsibility cent(?:re|er)|business unit|org unit|team)';
const OTHER_CODE =
  '(?:analysis|budget|cost|finance|financial|project|activity|service|programme|program|scheme|pool|line|category|cat|wbs|fund|segment|product|tag|attribute|combination|charge|spend|job|client group|care group|coding|chart|string|full|posting|reporting|management|control)';
const NUMBER = '(?:code|codes|no|num|number|nbr|id|ref|key)';
const TITLE = '(?:description|desc|descr|name|title|text|narrative|label|long description|short description)';
const AMOUNT = '(?:amount|amt|value|val|total|sum|gbp|balance|entry|figure)';

/** The rules, tried in order over `headingWords` of a heading. Exact forms come first, single words that tell last. */
export const HEADING_RULES: readonly Rule[] = [
  [
    'debit or credit',
    5,
    /^(?:dr ?or ?cr|drcr|dr cr|d or c|dc|d c|debit credit|debit or credit)(?: (?:ind|indicator|flag|marker|code|key|sign))?$/,
  ],
  ['debit or credit', 4, /^(?:sign|posting key|entry type)$/],
  ['other', 0, /^(?:vat|tax|gst) (?:code|type|ind|indicator|status|reg|registration|rate|key)\b/],
  ['other', 0, /^(?!.*\b(?:amount|amt|value)\b).*\bcurrency\b|^(?:ccy|curr|cur)$/],
  ['short name', 5, /^(?:short|abbreviated) (?:name|title|code)$|^(?:acronym|abbreviation|abbrev|initials)$/],
  [
    'known as',
    5,
    /^(?:(?:also )?known as|aka|alias(?:es)?|other names?|spellings?|ledger name|name in (?:the )?ledgers?)$/,
  ],
  ['sector', 5, /^(?:sector|organisation type|type of (?:organisation|body)|body type|partner type)$/],
  [
    'control total',
    5,
    /^(?:control|trial balance|tb|ledger|gl|general ledger)(?: control)? (?:total|figure|balance|amount)s?$|^(?:total )?per (?:the )?(?:trial balance|tb|ledger|gl|general ledger)$/,
  ],
  ['percent', 3, /\b(?:percent|percentage|pct|proportion)\b/],
  [
    'quantity',
    3,
    /^(?:qty|quantity|hours?|hrs|units?|unit (?:price|cost|rate)|price|rate|weekly rate|weeks?|days?|wte|ftes?|heads?|headcount|volume|activity volume|no of \w+|number of \w+|count|seq|sequence|line no|row|row no)$/,
  ],
  [
    'budget to date',
    5,
    /\b(?:budget|budgeted|plan|planned)\b.*\b(?:ytd|to date|profiled?|phased|cumulative|this month|in month|month)\b|\b(?:ytd|to date|profiled?|phased|cumulative|month|monthly|in month|period)\b.*\b(?:budget|plan)\b/,
  ],
  ['variance', 5, /\bvar(?:iance)?s?\b|\b(?:over|under) ?spend\b|\bover under\b/],
  ['forecast', 5, /\b(?:forecast|outturn|projection|projected|fot|estimated actual)\b/],
  [
    'budget',
    6,
    /\b(?:annual|full year|fy|year|yearly|total|current|revised|latest|approved|working|net)\b.*\b(?:budget|plan|allocation|estimate)\b/,
  ],
  [
    'budget',
    5,
    /^(?:budget|budgets|budgeted|budget (?:amount|amt|value|total|gbp|figure)|original budget|base budget|opening budget|budgets? (?:for )?(?:fy ?)?\d{2,4}(?: \d{2,4})?|\d{2,4} \d{2,4} (?:annual |original )?budgets?)$/,
  ],
  [
    'budget',
    4,
    /^(?:(?:annual |agreed )?(?:allocation|cash limit|estimate|contribution|funding|resource limit)s?(?: \d{2,4}(?: \d{2,4})?)?|annual plan|plan|annual (?:amount|value|sum|cost)|full year(?: effect)?|original estimate|approved estimate|base estimate)$/,
  ],
  [
    'to date',
    5,
    /^(?:(?:actuals?|spend|expenditure|balance|net|cumulative|amount|total|cost|cum)?(?: spend| expenditure| balance)? ?(?:ytd|year to date|to date|todate)(?: (?:actuals?|balance|spend|expenditure|amount|total|net|gbp))?|cumulative actuals?)$/,
  ],
  [
    'balance',
    4,
    /\b(?:running|cumulative|cumul|cum)\b|^(?:(?:closing|opening|account|current|outstanding|net|tb|trial|ledger|gl|year end|carried forward|brought forward)? ?(?:balance|balances|bal)(?: (?:cf|bf|c f|b f|cfwd|bfwd|carried forward|brought forward|gbp|o s|outstanding))?)$|^outstanding(?: amount)?$/,
  ],
  [
    'gross',
    5,
    /\bgross\b|\b(?:inc|incl|including|inclusive|with) (?:of )?(?:vat|tax)\b|^invoice (?:total|value|amount)$/,
  ],
  [
    'net',
    6,
    /^(?:net|nett)$|\bnett? (?:amount|amt|value|total|gbp|cost|of vat|of tax|sum|line|spend|expenditure|invoice)\b|\b(?:amount|amt|value|total|gbp|cost) nett?\b|\b(?:ex|exc|excl|excluding|exclusive|less|before|without) (?:of )?(?:vat|tax)\b|^goods(?: (?:value|amount|total))?$/,
  ],
  [
    'vat',
    5,
    /^(?:input |output |recoverable |irrecoverable |total )?(?:vat|tax|gst)(?: (?:amount|amt|value|total|gbp|element))?$|^(?:amount|value) (?:of )?(?:vat|tax)$/,
  ],
  [
    'debit',
    5,
    new RegExp(
      `^(?:total )?(?:debits?|drs?)(?: ${AMOUNT})*$|^(?:${AMOUNT}|base|accounted|entered|functional|local|home|ledger|posted|period|ptd|ytd|closing) (?:${AMOUNT} )?(?:debits?|drs?)$|^(?:accounted|entered|functional|local|base|home) (?:debits?|drs?) ${AMOUNT}$`,
    ),
  ],
  [
    'credit',
    5,
    new RegExp(
      `^(?:total )?(?:credits?|crs?)(?: ${AMOUNT})*$|^(?:${AMOUNT}|base|accounted|entered|functional|local|home|ledger|posted|period|ptd|ytd|closing) (?:${AMOUNT} )?(?:credits?|crs?)$|^(?:accounted|entered|functional|local|base|home) (?:credits?|crs?) ${AMOUNT}$`,
    ),
  ],
  [
    'payments',
    3,
    new RegExp(`^(?:payments?|paid out|money out|withdrawals?|expenditure|outgoings?|outflow)(?: ${AMOUNT})*$`),
  ],
  ['receipts', 3, new RegExp(`^(?:receipts?|paid in|money in|income|incomings?|inflow)(?: ${AMOUNT})*$`)],
  [
    'amount',
    7,
    new RegExp(
      `^(?:base|home|functional|local|accounted|sterling|gbp|ledger|posted|posting|gl|company|reporting)(?: currency)? ${AMOUNT}$|^${AMOUNT} (?:in )?(?:base|home|functional|local|accounted|sterling|gbp|posted|gl)(?: currency)?$`,
    ),
  ],
  [
    'amount',
    6,
    /^(?:amount|amt|actual amount|(?:transaction|trans|tran|trn|txn|line|journal|jnl|distribution|item|entry) (?:amount|amt|value|gbp|total)|net movement|amount posted|amounts|signed amount)$/,
  ],
  [
    'amount',
    5,
    /^(?:actuals?|value|val|actual (?:value|spend|cost|expenditure|gbp|total)|movement|net movement|period movement|amount (?:paid|due|charged|gbp|dr cr|debit credit)|paid amount|payment amount|invoice line amount|total amount|total value)$/,
  ],
  [
    'amount',
    4,
    /^(?:gbp|sum|total|total (?:gbp|cost|spend)|costs?|spend|charges?|spent|net expenditure|expenditure gbp|cost gbp|payment value|document amount|doc amount|entered amount|original amount|foreign amount|currency amount|debit credit amount|figure|sterling|pounds|in month actual|month actual|this period|period actual|actual this month|this month|in month)$/,
  ],
  [
    'date',
    9,
    /^(?:posting|posted|gl|g l|accounting|acc|acct|account|effective|ledger|financial|tb|book|booking) (?:posting )?date$|^date posted$|^posted(?: on)?$/,
  ],
  [
    'date',
    8,
    /^(?:date|transaction date|trans date|tran date|trn date|txn date|transdate|trandate|date of (?:transaction|posting)|t date|transaction dt|dt|day)$/,
  ],
  [
    'date',
    7,
    /^(?:journal|jnl|value|tax point|voucher|entry|batch|movement|document posting) date$|^tax point$|^dated$/,
  ],
  ['date', 6, /^(?:doc|document|invoice|inv|bill|supplier invoice) (?:date|dt)$|^date of invoice$|^invoiced(?: on)?$/],
  ['date', 4, /^(?:payment|paid|pay|cleared|bank|cheque|settlement|receipt) date$|^date paid$|^paid on$/],
  ['date', 3, /^(?:period|month) end(?:ing)?(?: date)?$|^(?:week|w) ?(?:ending|e)$/],
  ['date', 1, /^(?!.*\bto date\b).*\b(?:date|dated)\b(?! range)/],
  [
    'year',
    5,
    /^(?:(?:financial|fin|fiscal|accounting|acc|acct|ledger|gl|posting)? ?(?:year|yr)|fy|finyear|f year|fiscal yr|year id)$/,
  ],
  [
    'period',
    8,
    /^(?:(?:accounting|acc|acct|financial|fin|fiscal|posting|ledger|gl|account|posted|f|reporting)? ?(?:period|prd|per|perd|period no|period number|period name|period id|period code|period num)|fiscper|finperiod|period year|year period|yr per|year ?prd|period yr|p)$/,
  ],
  [
    'period',
    6,
    /^(?:(?:accounting|acc|financial|fin|fiscal|posting|calendar|ledger|transaction|invoice|payment)? ?(?:month|mth|mnth)(?: (?:no|name|number|year))?|month and year|p no|pd)$/,
  ],
  [
    'other',
    0,
    /^(?:supplier|vendor|customer|creditor|debtor|payee|provider|client|cust|supp|account holder|party|site|bank) (?:no|num|number|id|code|account|key|site|type|group|category)\b|^(?:user|user id|entered by|posted by|created by|approved by|input by|operator|preparer|budget (?:holder|manager)|manager|responsible|owner|post code|postcode|status|source|journal source|journal category|je source|je category|type|doc type|document type|trans type|transaction type|tran type|tt|jnl type|journal type|version|company code|ledger type|payment method|time|currency rate)$/,
  ],
  [
    'reference',
    9,
    /^(?:invoice|inv|bill|supplier invoice|sales invoice|purchase invoice|si|pi|invoice or credit note|credit note)(?: (?:no|num|number|nbr|ref|reference|id))?(?: no)?$|^(?:supplier|vendor|external|customer|their|your|ext|payment|third party|other party) (?:ref|reference|invoice(?: no| number)?|doc(?:ument)?(?: no)?)$/,
  ],
  [
    'reference',
    8,
    /^(?:reference|ref|refs|ref no|reference no|reference number|ref number|ref num|refno|your ref|our ref|ref 1|ref1|reference 1|main ref|gl ref|ledger ref|posting ref|ext ref no|unique ref|header ref)$/,
  ],
  ['reference', 7, /^(?:doc|document|docno)(?: (?:no|num|number|nbr|ref|reference|id))?$/],
  [
    'reference',
    6,
    /^(?:transaction|trans|tran|trn|txn)(?: (?:no|num|number|nbr|ref|reference|id))$|^(?:transno|tranref|transref|transaction|trans|tran|txn)$/,
  ],
  [
    'reference',
    5,
    /^(?:journal|jnl|jrnl|je|jv|voucher|vchr|vch|vno|posting|entry)(?: (?:no|num|number|nbr|ref|reference|id|name))?$/,
  ],
  [
    'reference',
    3,
    /^(?:batch|batch (?:no|name|number|ref|id)|cheque (?:no|number)|order (?:no|number|ref)|po|po (?:no|number|ref)|purchase order(?: (?:no|number))?|folio|audit (?:no|ref|trail)|ref ?2|reference ?2|ref ?3)$/,
  ],
  [
    'pool line',
    9,
    /^(?:(?:pool(?:ed)?(?: budget)?|s75|section 75|bcf|model|shadow pool|joint) (?:line|heading|category|code|scheme|service)(?: name| description)?|maps? to|mapped to|mapping|budget line|line|line name|statement line|report(?:ing)? line|pool)$/,
  ],
  [
    'scope',
    6,
    /^(?:(?:in|in the|within) (?:pool|scope|s75)|in scope y n|scope|pooled(?: y n)?|include(?:d)?(?: y n)?|in out|in or out|exclude(?:d)?(?: y n)?|pool y n|in pool y n|treatment|eligible)$/,
  ],
  ['code name', 7, new RegExp(`^(?:${CENTRE})(?: code)? ${TITLE}$|^(?:service|team) name$`)],
  [
    'code name',
    6,
    new RegExp(
      `^(?:${ACCOUNT}|${OTHER_CODE})(?: code)? ${TITLE}$|^code ${TITLE}$|^${TITLE} of (?:code|account|cost centre)$`,
    ),
  ],
  [
    'service',
    7,
    /^(?:service|services|service (?:line|area|heading|group|category|type|division|description)|budget heading|heading|care type|type of care|care category|client group|care group|scheme|scheme name|programme|programme area|programme name|workstream|category|sub category|category of spend|spend category|expenditure (?:type|heading)|expense (?:type|heading)|cost heading|service user group|cost category)$/,
  ],
  ['cost centre', 7, new RegExp(`^${CENTRE}(?: ${NUMBER})?$`)],
  ['account', 7, new RegExp(`^${ACCOUNT} ${NUMBER}$`)],
  [
    'account',
    6,
    new RegExp(
      `^(?:${ACCOUNT}|gl account|nominal account|nominal ledger|ledger account|gl acct|nominal ledger code|general ledger code|general ledger account|account string|expense code)$`,
    ),
  ],
  [
    'code',
    8,
    /^(?:code|codes|cost code|costcode|ledger code|financial code|finance code|budget code|coding|code combination|combination|account combination|gl string|gl coding|full code|coding string|account code combination|code string|analysis code|analysis|analysis ?[1-9]|pool code|service code|c code)$/,
  ],
  ['code', 6, new RegExp(`^${OTHER_CODE} ${NUMBER}$`)],
  ['code', 4, /^(?:project|activity|fund|segment ?\d*|wbs|product|job|cat ?\d|attribute ?\d|tag|programme code)$/],
  [
    'organisation',
    6,
    /^(?:partner|partners|partner (?:name|organisation|body)|organisation|organization|org|organisation name|organization name|body|entity|entity name|legal entity|company|company name|contributor|funder|funded by|agency|authority|ledger owner|whose|partner short name)$/,
  ],
  [
    'counterparty',
    8,
    /^(?:supplier|vendor|payee|provider|creditor|customer|debtor|counter ?party|counter party name|trading partner|third party|beneficiary)(?: (?:name|customer|or customer|and customer|full name))?$|^(?:supplier|vendor|creditor) (?:or|and)? ?(?:customer|debtor)(?: name)?$|^(?:paid to|received from|paid to or received from|payee name|payer|customer or supplier|provider name|contractor|merchant|account name supplier|from to|other party|trading partner name|inter ?company partner|agreement party|contact|contact name|name of (?:supplier|payee|provider|customer))$/,
  ],
  ['counterparty', 5, /^(?:name|full name|party|party name|client name|cust name|supp name|who)$/],
  [
    'narrative',
    7,
    /^(?:description|desc|descr|narrative|narration|details?|transaction (?:description|details?|text|narrative)|line (?:description|desc|text|narrative)|journal (?:description|desc|narrative|line description)|jnl (?:desc|description|narrative)|particulars|text|memo|long description|item description|posting text|invoice (?:description|narrative)|what|purpose|item|item text|header text|short text)$/,
  ],
  [
    'narrative',
    3,
    /^(?:comments?|notes?|remarks?|narrative ?[2-9]|description ?[2-9]|line narrative 2|additional (?:text|information)|explanation)$/,
  ],
  // Single words that tell, for headings no system above writes.
  ['date', 2, /\b(?:dt|dte)\b|^when$/],
  [
    'period',
    4,
    /^yyyy ?(?:mm|pp)$|^mon$|^per no$|^pd no$|^ap$|\b(?:fiscal|financial|accounting|posting) year period\b|^period (?:mmm|mm|yyyy)/,
  ],
  ['net', 4, /\bnett?$/],
  ['amount', 3, /\b(?:amount|amt|value)\b/],
  ['debit', 3, /^(?!.*\bcredits?\b).*\bdebits?\b/],
  ['credit', 3, /^(?!.*\b(?:debits?|notes?|card|limit|terms|control(?:ler)?|check|days)\b).*\bcredits?\b/],
  ['payments', 2, /^(?:out|paid)$/],
  ['receipts', 2, /^in$/],
  [
    'counterparty',
    6,
    /^(?:supplier|vendor|payee|provider|creditor|customer|debtor)s?\b|\b(?:recipient|supplier|payee|counterparty)$|^(?:recharge|contracting) (?:partner|party|body)$|^(?:paid to|payable to|whom)\b/,
  ],
  [
    'reference',
    6,
    /\b(?:ref|refs|reference|references)$|^(?:trx|document|doc|invoice|inv|voucher|journal|sap doc|our your ref|invoice number)\b.*(?:no|nr|number|ref|id)$|^assignment$/,
  ],
  ['code', 3, /^(?!.*\b(?:post|zip|vat|tax|bank|sort|currency|user|country)\b).*\b(?:codes?|coding|code [1-9])\b/],
];
