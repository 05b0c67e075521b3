const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = 'http://schemas.openxmlformats.org';
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`;
const PACKAGE = `${SCHEMAS}/package/2006`;
const DOCUMENT = `${SCHEMAS}/officeDocument/2006/relationships`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const DATE_FORMAT = 164;
const AMOUNT_FORMATS = [3, 165, 4, 166, 167];
const FORMATS = [0, 49, DATE_FORMAT, 1, ...AMOUNT_FORMATS];

/** Cell styles by index: any number, text that stays text when it is edited, date, integer, and amounts of 0 to 4 digits after the point. */
export const STYLE = { general: 0, text: 1, date: 2, integer: 3, amount: 4 } as const;

/** The style of an amount that shows `scale` digits after the point; a scale that has none shows what there is. */
export const amountStyle = (scale: number): number => (AMOUNT_FORMATS[scale] === undefined ? STYLE.general : STYLE.amount + scale);

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

/** `xl/styles.xml`: the cell styles of `STYLE`, then the same in bold. */
export const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.0"/><numFmt numFmtId="166" formatCode="#,##0.000"/><numFmt numFmtId="167" formatCode="#,##0.0000"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${2 * BOLD}">${[
  0, 1,
]
  .flatMap((font) =>
    FORMATS.map(
      (format) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    ),
  )
  .join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** `xl/workbook.xml` of one sheet; `filter` the absolute reference of the filtered range. */
export const workbook = (name: string, filter: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${escapeXml(name.replaceAll("'", "''"))}'!${filter}</definedName></definedNames></workbook>`;

/** The sheet up to its first row: direction, the rows frozen above the data, and column widths in characters. */
export const sheetHead = (rightToLeft: boolean, frozenRows: number, widths: readonly number[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} tabSelected="1" workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

/** The sheet after its last row: the filter over the table, and no warning marks in the `whole` sheet on identifiers kept as text. */
export const sheetFoot = (filter: string, whole: string): string =>
  `</sheetData><autoFilter ref="${filter}"/><ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
