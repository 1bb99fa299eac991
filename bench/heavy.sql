-- Gives one person of the bench many years: :rows events, tasks and expenses. The first 200 of each
-- are those that seed.sql gives everybody, so that pages show the same; the rest lies before them,
-- and one task in ten of it is still open.
--
--   psql "$DATABASE_URL" -v email=heavy@bench.example -v rows=20000 -f heavy.sql
\set ON_ERROR_STOP on
begin;
create temp table person on commit drop as select id from users where email = :'email';
delete from calendar_events where user_id in (select id from person);
delete from tasks where user_id in (select id from person);
delete from expenses where user_id in (select id from person);

insert into calendar_events (user_id, title, description, start_time, end_time)
select id, 'Meeting ' || n || ' about the garden', 'Bring the notes of last time, number ' || n,
       start, start + interval '1 hour'
from person cross join generate_series(1, :rows) n
cross join lateral (select date_trunc('hour', now()) + case
  when n <= 200 then (n - 100) * interval '2 hours'
  else -interval '90 days' - n * interval '2 hours' end) s (start);

insert into tasks (user_id, title, is_complete, completed_at, due_date)
select id, 'Send letter ' || n || ' to the council', done, case when done then due end,
       case when n % 3 > 0 then due end
from person cross join generate_series(1, :rows) n
cross join lateral (select case when n <= 200 then n % 4 = 0 else n % 10 > 0 end,
  date_trunc('day', now()) + case
  when n <= 200 then (n - 100) * interval '1 day'
  when n % 10 = 0 then interval '101 days' + n * interval '1 minute'
  else -interval '101 days' - n * interval '1 hour' end) t (done, due);

insert into expenses (user_id, amount, category, incurred_at)
select id, 3 + (n * 37 % 9000) / 100.0,
       (array['Food', 'Transport', 'Housing', 'Health', 'Shopping', 'Other'])[1 + n % 6],
       now() - case when n <= 200 then n * interval '36 hours'
         else interval '301 days' + n * interval '1 hour' end
from person cross join generate_series(1, :rows) n;
commit;

vacuum analyze calendar_events, tasks, expenses, search_documents, search_words;
