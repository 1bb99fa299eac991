// The figures as Markdown: the median of the runs, and from the least to the most.

/** @param {Map<string, object[]>} rounds the rounds of each server, in order */
export function report(rounds) {
  const names = [...rounds.keys()];
  const first = rounds.get(names[0])[0];
  const sections = [];
  sections.push(table(
    ['case', 'figure', ...names],
    Object.keys(first.cases).flatMap((one) => [
      ['requests/s', 'rate', 0], ['p50, ms', 'p50', 1], ['p99, ms', 'p99', 1],
      ['p50 on one connection, ms', 'alone', 2], ['bytes over the wire', 'bytes', 0],
    ].map(([label, key, digits]) => [
      one, label, ...names.map((name) => spread(rounds.get(name).map((round) => round.cases[one][key]), digits)),
    ])),
  ));
  sections.push(table(
    ['process', ...names],
    [['start to first answer, ms', 'start', 0], ['resident when idle, MB', 'idle', 0], ['resident at the peak, MB', 'peak', 0]]
      .map(([label, key, digits]) => [label, ...names.map((name) => spread(rounds.get(name).map((round) => round[key]), digits))]),
  ));
  const kinds = new Set(names.flatMap((name) => Object.keys(rounds.get(name)[0].visit.bytes)));
  const total = (round) => Object.values(round.visit.bytes).reduce((all, one) => all + one, 0);
  sections.push(table(
    ['first visit to the dashboard', ...names],
    [
      ...[...kinds].map((kind) => [
        `${kind}, kB`, ...names.map((name) => spread(rounds.get(name).map((round) => round.visit.bytes[kind] ?? 0), 1)),
      ]),
      ['all, kB', ...names.map((name) => spread(rounds.get(name).map(total), 1))],
      ['first contentful paint, ms', ...names.map((name) => spread(rounds.get(name).map((round) => round.visit.paint), 0))],
    ],
  ));
  return sections.join('\n\n');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** "304 (198 to 317)"; one figure where they agree. */
export function spread(values, digits) {
  const sorted = [...values].sort((one, other) => one - other);
  const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  const [low, middle, high] = [sorted[0], median, sorted.at(-1)].map((value) => value.toFixed(digits));
  return low === high ? middle : `${middle} (${low} to ${high})`;
}
