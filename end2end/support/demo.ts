// A planner in the middle of somebody's life, for what must be looked at when full.
import type { Api } from './api.ts';
import { day, instant } from './dates.ts';

const EVENTS: [title: string, later: number, from: string, to: string, more?: object][] = [
  ['Stand-up', 0, '09:00', '09:15'],
  ['Design review', 0, '10:00', '11:30', { location: 'Room 4', description: 'The new dashboard' }],
  ['Call with Ines', 0, '11:00', '12:00'],
  ['Choir', 0, '19:00', '20:30', { location: 'St. Peter' }],
  ['Dentist', 1, '08:30', '09:15'],
  ['Team lunch', 2, '12:30', '13:45', { location: 'Café Anna' }],
  ['Train to Vienna', 4, '07:58', '12:20', { location: 'Platform 7' }],
  ['Parents’ evening', -1, '18:00', '19:30'],
];

const TASKS: [title: string, due: string | null, more?: object][] = [
  ['Send the invoice to Miller', day(-1), { priority: 'medium' }],
  ['Renew the passport', day(), { priority: 'high', notes: 'Two photos, the old one, 37.50' }],
  ['Call the landlord', instant('16:30')],
  ['Book the train to Vienna', day(2)],
  ['Read the chapter on lifetimes', day(9), { priority: 'low' }],
  ['Water the plants', null],
  ['Fix the bicycle light', null, { is_complete: true }],
];

const EXPENSES: [amount: string, category: string, description: string, later: number][] = [
  ['12.50', 'Food', 'Lunch', 0],
  ['4.20', 'Food', 'Coffee', 0],
  ['54.20', 'Groceries', 'Market', -3],
  ['89.00', 'Transport', 'Train to Vienna', -5],
  ['23.90', 'Entertainment', 'Cinema', -9],
  ['38.10', 'Groceries', '', -12],
  ['640.00', 'Housing', 'Rent', -20],
  ['120.00', 'Health', 'Glasses', -35],
  ['310.00', 'Housing', 'Rent', -50],
];

const BUDGETS: [amount: string, category?: string][] = [['1200'], ['150', 'Food'], ['80', 'Groceries']];

const SENTENCES = [
  'Lunch with Sam tomorrow 1pm',
  'spent 18.40 on books',
  'remind me to call grandma on friday',
  'what do I have tomorrow?',
  'delete the dentist',
];

/** Adds events, tasks, expenses and a conversation. */
export async function fillPlanner(api: Api): Promise<void> {
  for (const [title, later, from, to, more] of EVENTS) {
    const times = { start_time: instant(from, later), end_time: instant(to, later) };
    await api.add('events', { title, ...times, ...more });
  }
  await api.add('events', { title: 'Ada visits', all_day: true, start_time: day(), end_time: day(2) });
  for (const [title, due_date, more] of TASKS) await api.add('tasks', { title, due_date, ...more });
  for (const [amount, category, description, later] of EXPENSES) {
    await api.add('expenses', { amount, category, description, incurred_at: instant('12:00', later) });
  }
  for (const [amount, category] of BUDGETS) await api.add('budgets', { amount, category });
  for (const sentence of SENTENCES) await api.say(sentence);
}

/** How many events a bursting month has, and how many of them its fullest day. */
const MONTH = 1000;
const FULLEST = 60;

/** Adds more events than anybody could go to: sixty today, a thousand around it. */
export async function fillCalendar(api: Api): Promise<void> {
  const start = Date.parse(instant('00:00'));
  const events = Array.from({ length: MONTH }, (_, index) => {
    const later = index < FULLEST ? 0 : (index % 30) - 15;
    // Steps that share no factor with the hours of a day spread them evenly.
    const minute = 6 * 60 + ((index * 37) % 840);
    const from = start + (later * 24 * 60 + minute) * 60_000;
    const to = from + (15 + (index % 7) * 15) * 60_000;
    const times = { start_time: new Date(from).toISOString(), end_time: new Date(to).toISOString() };
    return { title: `${EVENTS[index % EVENTS.length]?.[0]} ${index + 1}`, ...times };
  });
  while (events.length > 0) {
    await Promise.all(events.splice(0, 8).map((event) => api.add('events', event)));
  }
}
