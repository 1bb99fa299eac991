// Days as the people of the tests count them.
import { TIME_ZONE } from './person.ts';

const DAY = 24 * 60 * 60 * 1000;

/** `2026-11-22`: today where the people live, or so many days later. */
export function day(later = 0): string {
  return new Date(Date.now() + later * DAY).toLocaleDateString('sv-SE', { timeZone: TIME_ZONE });
}

/** `2026-11-22T13:00`, as a field for day and time has it. */
export function at(time: string, later = 0): string {
  return `${day(later)}T${time}`;
}

/** The same as an instant, as REST takes it. */
export function instant(time: string, later = 0): string {
  const local = at(time, later);
  const offset = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${local}Z`))
    .find((part) => part.type === 'timeZoneName');
  return `${local}:00${offset?.value.replace('GMT', '') || 'Z'}`;
}
