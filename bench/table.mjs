/** From samples to the table: medians over rounds, percentiles over queries, ratios to ours. */

/** Nearest-rank percentile. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

/** The median over the rounds for every query. */
export const perQuery = (rounds) => rounds[0].map((_, place) => median(rounds.map((times) => times[place])));

const digits = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

const bytes = (count) => (count >= 1e6 ? `${(count / 1e6).toFixed(2)} MB` : `${(count / 1e3).toFixed(0)} kB`);

const COLUMNS = [
  ['bytes', bytes],
  ['cold', (value) => value.toFixed(0)],
  ['warm50', digits],
  ['warm95', digits],
  ['type50', digits],
  ['type95', digits],
  ['heap', digits],
  ['process', digits],
];

const HEAD = '| | to first result (requests) | cold ms | warm p50 ms | warm p95 ms | typing p50 ms | typing p95 ms | heap MB | process MB | holds |\n'
  + '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |';

/** One row of results per system; ratios to the first row stand behind the numbers. */
export function table(results) {
  const [ours] = results;
  const rows = results.map((result) => {
    const cells = COLUMNS.map(([name, shown]) => {
      const value = result[name];
      if (value === undefined) return '–';
      const ratio = result === ours || ours[name] === undefined ? '' : ` (×${digits(value / ours[name])})`;
      return name === 'bytes' ? `${shown(value)} in ${result.requests}${ratio}` : shown(value) + ratio;
    });
    return `| ${result.title} | ${cells.join(' | ')} | ${result.holds} |`;
  });
  return [HEAD, ...rows].join('\n');
}

/** The queries that took longest. */
export function slowest(queries, times, count) {
  const both = queries.map((query, place) => ({ query, time: times[place] }));
  const seen = new Set();
  return both.sort((a, b) => b.time - a.time)
    .filter(({ query }) => !seen.has(query) && seen.add(query))
    .slice(0, count)
    .map(({ query, time }) => `${digits(time)} ms ${JSON.stringify(query)}`);
}
