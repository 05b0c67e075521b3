/** The printed bordereau: landscape, heads repeated, amounts in columns. An empty frame is in quirks mode, where a table inherits no font. */
export const printCss = `
@page { size: A4 landscape; margin: 12mm; }
body { margin: 0; font: 9pt/1.4 system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif; color: #000; }
h1 { margin: 0 0 3mm; font-size: 14pt; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 0 0 5mm; }
dt { font-weight: bold; }
dd { margin: 0; }
table { inline-size: 100%; font: inherit; border-collapse: collapse; }
th, td { padding: 1mm 1.5mm; border-block-end: 0.2mm solid #999; text-align: start; vertical-align: top; }
th { border-block-end: 0.4mm solid #000; }
.amount { direction: ltr; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.amount { white-space: normal; }
td:first-child { white-space: nowrap; }
thead { display: table-header-group; }
tfoot { display: table-row-group; font-weight: bold; }
tr { break-inside: avoid; }
`;
