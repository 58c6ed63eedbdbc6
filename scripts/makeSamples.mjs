/*
 * Makes the sample workbooks in assets/samples from the readable data beside them: a .json file says how a workbook is laid
 * out, .csv files hold the rows of its ledgers and lists. A workbook may have Poolbook's input tables too, filled in. The
 * same data give the same bytes, so that a change shows.
 *
 *   node scripts/makeSamples.mjs            writes the workbooks
 *   node scripts/makeSamples.mjs <folder>   writes them there instead
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { Workbook } from '@cj-tech-master/excelts';
import { unzipSync, zipSync } from 'fflate';

import { root } from './ensure.mjs';
import { addPoolTables } from './poolSheets.mjs';

const DATA = path.join(root, 'assets/samples/data');
const FORMATS = { money: '#,##0.00;[Red]-#,##0.00', date: 'dd/mm/yyyy', wte: '0.00', whole: '#,##0', percent: '0.0%' };
const FILLS = { heading: 'FFD9E2EC', total: 'FFF2F2F2', input: 'FFFFF8DC' };
// Zip archives hold a local time: a fixed one, so that the bytes do not depend on the day they were made.
const FIXED_TIME = new Date(2000, 0, 1);
const MADE = new Date(Date.UTC(2000, 0, 1));

/** Makes every workbook that a .json file in the data folder describes. */
export async function makeSamples(folder) {
  const layouts = readdirSync(DATA).filter((file) => file.endsWith('.json'));
  for (const file of layouts.sort()) {
    const layout = readJson(file);
    writeFileSync(path.join(folder, layout.file), await makeWorkbook(layout));
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(DATA, file), 'utf8'));
}

async function makeWorkbook(layout) {
  const workbook = new Workbook();
  Object.assign(workbook, { creator: 'Sample', lastModifiedBy: 'Sample', created: MADE, modified: MADE });
  for (const described of layout.sheets) addSheet(workbook, sheetOf(described));
  if (layout.tables) addPoolTables(workbook, readJson('model/tables.json'), layout);
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return zipSync(parts, { mtime: FIXED_TIME, level: 9 });
}

/** A sheet as it is described, or the sheet of another workbook of ours: with rows of its own, or without some. */
function sheetOf(described) {
  if (described.sameAs === undefined) return described;
  const { sameAs, name, from, without } = described;
  const same = readJson(sameAs).sheets.find((sheet) => sheet.name === name);
  const asHere = (part) => (part.rows === undefined ? part : { ...part, rows: from ?? part.rows, without });
  return { ...same, rows: same.rows.map(asHere) };
}

function addSheet(workbook, described) {
  const sheet = workbook.addWorksheet(
    described.name,
    described.tab ? { properties: { tabColor: { argb: described.tab } } } : {},
  );
  described.widths?.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  if (described.freeze) sheet.views = [{ state: 'frozen', ySplit: described.freeze }];
  let row = 1;
  for (const part of described.rows) row = addPart(sheet, row, part);
  for (const area of described.merges ?? []) sheet.mergeCells(area);
}

/** Writes one part of a sheet from a row down; returns the row after it. A part is blank rows, a row, or a list of rows. */
function addPart(sheet, row, part) {
  if (typeof part === 'number') return row + part;
  if (Array.isArray(part)) return addRow(sheet, row, { cells: part });
  if (part.rows === undefined) return addRow(sheet, row, part);
  return addList(sheet, row, part);
}

function addRow(sheet, row, { cells, style, formats = [] }) {
  cells.forEach((value, index) => {
    if (value === null) return;
    const cell = sheet.getCell(row, index + 1);
    cell.value = cellValue(value);
    if (formats[index]) cell.numFmt = FORMATS[formats[index]];
    if (typeof value === 'object' && value.date) cell.numFmt = FORMATS.date;
    decorate(cell, style);
  });
  return row + 1;
}

/** A value as written in the layout: text, number, `{ date }`, or `{ formula, result }`. */
function cellValue(value) {
  if (typeof value !== 'object') return value;
  return value.date ? new Date(`${value.date}T00:00:00Z`) : { formula: value.formula, result: value.result };
}

function decorate(cell, style) {
  if (style === 'title') cell.font = { bold: true, size: 14, name: 'Calibri' };
  if (style === 'bold' || style === 'heading' || style === 'total')
    cell.font = { bold: true, name: 'Calibri', size: 11 };
  if (style === 'note') cell.font = { italic: true, color: { argb: 'FF5A5A5A' }, name: 'Calibri', size: 11 };
  if (FILLS[style]) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[style] } };
  if (style === 'heading') cell.alignment = { wrapText: true, vertical: 'top' };
  if (style === 'total') cell.border = { top: { style: 'thin' }, bottom: { style: 'double' } };
}

/**
 * Writes the rows of a .csv file under their headings: as an Excel table where one is named, with a subtotal after each
 * group and a total at the end where the layout asks for them.
 */
function addList(sheet, row, list) {
  const { headings, records } = withoutSome(readCsv(path.join(DATA, list.rows)), list.without);
  const columns = list.columns ?? headings.map((heading) => ({ heading }));
  const left = list.left ?? 1;
  const order = columns.map(({ heading, from = heading }) => headings.indexOf(from));
  if (order.includes(-1)) throw new Error(`${list.rows} has no column ${columns[order.indexOf(-1)].heading}`);
  const write = (at, record) => {
    columns.forEach(({ type }, index) => {
      const value = typed(record[order[index]], type);
      if (value === null) return;
      const cell = sheet.getCell(at, left + index);
      cell.value = value;
      if (FORMATS[type]) cell.numFmt = FORMATS[type];
    });
  };
  if (list.table) return addTable(sheet, row, list, columns, records, write);
  columns.forEach(({ heading }, index) => {
    const cell = sheet.getCell(row, left + index);
    cell.value = heading;
    decorate(cell, 'heading');
  });
  let at = row + 1;
  const groups = list.subtotalBy ? groupBy(records, headings.indexOf(list.subtotalBy)) : [['', records]];
  for (const [group, own] of groups) {
    const from = at;
    for (const record of own) write(at++, record);
    if (list.subtotalBy)
      at = addTotal(sheet, at, list, columns, list.subtotalLabel.replace('#', group), from, own, order);
  }
  if (list.totalLabel === undefined) return at;
  return addTotal(sheet, at, list, columns, list.totalLabel, row + 1, records, order);
}

/** The rows but those whose field in a column begins with a text. */
function withoutSome({ headings, records }, without) {
  if (without === undefined) return { headings, records };
  const at = headings.indexOf(without.column);
  return { headings, records: records.filter((record) => !record[at].startsWith(without.begins)) };
}

function addTable(sheet, row, list, columns, records, write) {
  sheet.addTable({
    name: list.table,
    ref: sheet.getCell(row, list.left ?? 1).address,
    headerRow: true,
    style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: columns.map(({ heading }) => ({ name: heading, filterButton: true })),
    rows: records.map(() => columns.map(() => null)),
  });
  records.forEach((record, index) => write(row + 1 + index, record));
  return row + 1 + records.length;
}

/** A total row: SUBTOTAL formulas, as finance systems export them, with their results worked out in pence. */
function addTotal(sheet, row, list, columns, label, from, records, order) {
  const left = list.left ?? 1;
  columns.forEach(({ heading, type, total = type === 'money' }, index) => {
    const cell = sheet.getCell(row, left + index);
    if (list.labelIn ? heading === list.labelIn : index === 0) cell.value = label;
    if (total) {
      const letter = sheet.getColumn(left + index).letter;
      const units = records.reduce((sum, record) => sum + hundredths(record[order[index]]), 0);
      cell.value = { formula: `SUBTOTAL(9,${letter}${from}:${letter}${row - 1})`, result: units / 100 };
      if (FORMATS[type]) cell.numFmt = FORMATS[type];
    }
    decorate(cell, 'total');
  });
  return row + 1;
}

/** Hundredths of a figure in the data: pence, or hundredths of a whole-time equivalent. */
function hundredths(text) {
  const value = Math.round(Number(text) * 100);
  if (!Number.isSafeInteger(value)) throw new Error(`"${text}" is not a figure to two places`);
  return value;
}

/** `text` stays text whatever it looks like; an empty field is an empty cell. */
function typed(text, type) {
  if (text === '') return null;
  if (type === 'date') return new Date(`${text}T00:00:00Z`);
  // An amount the data give as "1,204.50" stays text: some exports have such cells among the numbers.
  return FORMATS[type] && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function groupBy(records, column) {
  const groups = new Map();
  for (const record of records) {
    const group = record[column];
    groups.set(group, [...(groups.get(group) ?? []), record]);
  }
  return [...groups];
}

/** A .csv file: fields may stand in double quotes, a doubled quote inside them is one. */
function readCsv(file) {
  const [headings, ...records] = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, fieldCount(line))
        .map(([, field]) => unquoted(field)),
    );
  const uneven = records.findIndex((record) => record.length !== headings.length);
  if (uneven >= 0)
    throw new Error(`${file}, line ${uneven + 2}: ${records[uneven].length} fields, ${headings.length} headings`);
  return { headings, records };
}

function fieldCount(line) {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(',').length;
}

function unquoted(field) {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts/makeSamples.mjs')) {
  await makeSamples(process.argv[2] ?? path.join(root, 'assets/samples'));
}
