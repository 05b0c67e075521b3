/**
 * The sheet of the authorization form, the same on paper and in a preview: white, whatever the scheme around it. An empty frame is in quirks
 * mode, where a table inherits no font.
 */
export const formCss = `
@page { margin: 12mm; }
:host, body { display: block; margin: 0; color-scheme: light; background: #fff; }
.form {
  --_brand: var(--brand, #0b5cad);
  position: relative;
  max-inline-size: 186mm;
  margin-inline: auto;
  color: #000;
  font: 9.5pt/1.35 var(--font, system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Tahoma, sans-serif);
  text-align: start;
  letter-spacing: normal;
  overflow-wrap: break-word;
}
.form * { box-sizing: border-box; }
bdi[dir='ltr'] { white-space: nowrap; }
.piece { display: inline-block; margin-inline-end: 2mm; }
header { display: flex; gap: 6mm; align-items: flex-start; justify-content: space-between; padding-block-end: 2mm; border-block-end: 0.8mm solid var(--_brand); print-color-adjust: exact; }
header p, .issued { margin: 0; }
.payer { color: var(--_brand); font-size: 16pt; font-weight: 700; line-height: 1.25; }
h2 { margin: 3mm 0 0; font-size: 13pt; }
.mark { flex: none; text-align: center; }
.mark svg { display: block; inline-size: 25mm; block-size: 25mm; margin-inline: auto; forced-color-adjust: none; }
.mark b { font-size: 10pt; white-space: nowrap; }
.standing { display: block; margin: 3mm 0 0; padding: 1.5mm 3mm; border: 0.8mm solid #b3261e; color: #b3261e; font-size: 13pt; font-weight: 700; text-align: center; }
.facts { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 2mm 5mm; margin: 4mm 0 0; }
dt { color: #444; font-size: 8pt; }
dd { margin: 0; font-weight: 600; }
h3 { margin: 4mm 0 1mm; color: var(--_brand); font-size: 10.5pt; break-after: avoid; }
ul { margin: 0; padding: 0; list-style: none; }
li { break-inside: avoid; }
table { inline-size: 100%; border-collapse: collapse; color: inherit; font: inherit; table-layout: auto; }
th, td { padding: 1mm 1.5mm; border-block-end: 0.2mm solid #999; text-align: start; vertical-align: top; }
thead th { border-block-end: 0.4mm solid #000; font-size: 8.5pt; }
thead { display: table-header-group; }
tfoot { display: table-row-group; font-weight: 700; }
tr { break-inside: avoid; }
th.amount, td.amount { text-align: end; }
td.amount { font-variant-numeric: tabular-nums; white-space: nowrap; }
.authorized { border-inline-start: 0.4mm solid var(--_brand); }
.small { display: block; color: #444; font-size: 8pt; }
.issued { margin-block-start: 4mm; padding-block-start: 2mm; border-block-start: 0.2mm solid #999; color: #444; font-size: 8pt; }
.newer { margin: 0; padding: 6mm; }
@media screen {
  .form { padding: 8mm; }
  .lines { overflow-x: auto; }
}
@media screen and (max-width: 40rem) {
  .form { padding: 3mm; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;
