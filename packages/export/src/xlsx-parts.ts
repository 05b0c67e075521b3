import { xmlText } from './xml-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const SCHEMAS = 'http://schemas.openxmlformats.org';
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`;
const PACKAGE = `${SCHEMAS}/package/2006`;
const DOCUMENT = `${SCHEMAS}/officeDocument/2006/relationships`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Media type of an Excel workbook. */
export const XLSX_TYPE = `${CONTENT}.sheet`;

const FIRST_CUSTOM_FORMAT = 164;
const CUSTOM_FORMATS = ['yyyy\\-mm\\-dd', '0', ...[0, 1, 2, 3, 4].map((scale) => `#,##0${'.0000'.slice(0, scale && scale + 1)}`)];
const GENERAL_FORMAT = 0;
const TEXT_FORMAT = 49;
const FORMATS = [GENERAL_FORMAT, GENERAL_FORMAT, TEXT_FORMAT, ...CUSTOM_FORMATS.map((_, index) => FIRST_CUSTOM_FORMAT + index)];

/** Style of any value. */
export const GENERAL = 0;
/** Style of a cell without a value. */
export const EMPTY = 1;
/** Style of text that stays text when its cell is edited. */
export const TEXT = 2;
/** Style of a date. */
export const DATE = 3;
/** Style of an integer. */
export const INTEGER = 4;
const AMOUNT = 5;

/** The style of an amount that shows `scale` digits after the point; a scale that has none shows what there is. */
export const amountStyle = (scale: number): number => (FORMATS[AMOUNT + scale] === undefined ? GENERAL : AMOUNT + scale);

/** Added to a style: the same in bold. */
export const BOLD = FORMATS.length;

/** `[Content_Types].xml`. */
export const contentTypes = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;

const relationships = (targets: Record<string, string>): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${Object.entries(targets)
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** `_rels/.rels`. */
export const packageRelationships = relationships({ officeDocument: 'xl/workbook.xml' });

/** `xl/_rels/workbook.xml.rels`. */
export const workbookRelationships = relationships({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml' });

/** `xl/styles.xml`: the cell styles above, then the same in bold. */
export const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${CUSTOM_FORMATS.map((code, index) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + index}" formatCode="${code}"/>`).join('')}</numFmts><fonts><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs>${[
  0, 1,
]
  .flatMap((font) =>
    FORMATS.map((format) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1"/>`),
  )
  .join('')}</cellXfs></styleSheet>`;

/** `xl/workbook.xml` of one sheet; `filter` the absolute reference of the filtered range. */
export const workbook = (name: string, filter: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${xmlText(name.replaceAll("'", "''"))}'!${filter}</definedName></definedNames></workbook>`;

/** The sheet up to its first row: direction, the rows frozen above the data, and column widths in characters. */
export const sheetHead = (rightToLeft: boolean | undefined, frozenRows: number, widths: readonly number[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} tabSelected="1" workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

/** The sheet after its last row: the filter over the table, and no warning marks on identifiers kept as text. */
export const sheetFoot = (filter: string): string =>
  `</sheetData><autoFilter ref="${filter}"/><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
