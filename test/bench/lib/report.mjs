/** Prints rows of text as a Markdown table with even columns. @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows */
export function printTable(heads, rows) {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  console.log([line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}

/**
 * Prints each goal with its figure and sets the exit code when one is missed.
 * @param {readonly { name: string, value: number, most: number }[]} goals
 */
export function judge(goals) {
  for (const { name, value, most } of goals) {
    const met = value <= most;
    console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${value.toFixed(2)}, goal at most ${most}`);
    if (!met) process.exitCode = 1;
  }
}
