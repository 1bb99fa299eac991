// Words that follow the clock, as patterns of regular expressions.
import { TIME_ZONE } from './person.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Within how many days of today a date is one that follows the clock. */
const NEAR = 14;
const IDENTIFIER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Made once: a run is over before they are wrong. */
let spelled: [string, string][] | undefined;

/** The text as a pattern in which days near today, the time of now and identifiers may be
 *  any; nothing where it has none of them. */
export function pattern(text: string): string | undefined {
  const replaced: string[] = [];
  // Between tabs, which stand in no text of a page.
  const hold = (by: string) => `\t${replaced.push(by) - 1}\t`;
  let held = text.replace(IDENTIFIER, () => hold('[-0-9a-f]{36}'));
  for (const [words, by] of (spelled ??= nearby())) held = held.replaceAll(words, () => hold(by));
  if (replaced.length === 0) return undefined;
  const escaped = held.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return escaped.replace(/\t(\d+)\t/g, (_, index: string) => replaced[Number(index)] ?? '');
}

/** Spellings of what is near now, longest first, and what may stand there at another time. */
function nearby(): [string, string][] {
  const spellings = new Map<string, string>();
  for (let later = -NEAR; later <= NEAR; later += 1) {
    const parts = partsOf(Date.now() + later * DAY);
    const { weekday, day, month, year } = parts;
    const [short, brief] = [weekday.slice(0, 3), month.slice(0, 3)];
    spellings.set(`${parts.year}-${parts.number}-${day.padStart(2, '0')}`, '\\d{4}-\\d\\d-\\d\\d');
    if (later === 0) spellings.set(`${day} ${weekday} ${month} ${year}`, '\\d+ \\w+ \\w+ \\d+');
    spellings.set(`${weekday} ${day} ${month} ${year}`, '\\w+ \\d+ \\w+ \\d+');
    spellings.set(`${weekday} ${day} ${month}`, '\\w+ \\d+ \\w+');
    spellings.set(`${short} ${day} ${brief} ${year}`, '\\w+ \\d+ \\w+( \\d+)?');
    spellings.set(`${short} ${day} ${brief}`, '\\w+ \\d+ \\w+( \\d+)?');
  }
  const { month, year, number } = partsOf(Date.now());
  spellings.set(`month=${year}-${number}`, 'month=\\d{4}-\\d\\d');
  for (const words of [`for ${month}`, `in ${month}`]) spellings.set(words, `${words.split(' ')[0]} \\w+`);
  spellings.set(`${month} Budget`, '\\w+ Budget');
  spellings.set(`${month} day by day`, '\\w+ day by day');
  for (let minute = -1; minute <= 10; minute += 1) {
    spellings.set(partsOf(Date.now() + minute * 60_000).time, '\\d\\d:\\d\\d');
  }
  return [...spellings].sort(([one], [other]) => other.length - one.length);
}

function partsOf(time: number) {
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Date(time).toLocaleString('en-GB', { timeZone: TIME_ZONE, ...options });
  return {
    weekday: said({ weekday: 'long' }),
    day: said({ day: 'numeric' }),
    month: said({ month: 'long' }),
    number: said({ month: '2-digit' }),
    year: said({ year: 'numeric' }),
    time: said({ hour: '2-digit', minute: '2-digit' }),
  };
}
