-- Fills a planner on PostgreSQL: :people people, and :rows events, tasks and
-- expenses for each of them and for everybody else at bench.example, such as the
-- person the bench signs up. Running it again replaces those rows.
--
--   psql "$DATABASE_URL" -f seed.sql
--
-- For a schema whose people have other columns: -v people_columns=… -v people_values=…,
-- where p.email may be used.
\set ON_ERROR_STOP on
\if :{?people} \else \set people 1000 \endif
\if :{?rows} \else \set rows 200 \endif
\if :{?people_columns} \else \set people_columns 'email, hashed_password' \endif
-- No password has this hash, so nobody signs in as these.
\if :{?people_values} \else \set people_values 'p.email, ''none''' \endif

begin;
insert into users (:people_columns)
select :people_values
from (select 'person-' || n || '@bench.example' as email from generate_series(1, :people) n) p
where not exists (select 1 from users u where u.email = p.email);

create temp table person on commit drop as
select id from users where email like '%@bench.example';

delete from calendar_events where user_id in (select id from person);
delete from tasks where user_id in (select id from person);
delete from expenses where user_id in (select id from person);

-- Half of the events lie ahead, three in four tasks are open, and a tenth of the
-- expenses is of the last thirty days.
insert into calendar_events (user_id, title, description, start_time, end_time)
select id, 'Meeting ' || n || ' about the garden', 'Bring the notes of last time, number ' || n,
       date_trunc('hour', now()) + (n - :rows / 2) * interval '2 hours',
       date_trunc('hour', now()) + (n - :rows / 2) * interval '2 hours' + interval '1 hour'
from person cross join generate_series(1, :rows) n;

insert into tasks (user_id, title, is_complete, due_date)
select id, 'Send letter ' || n || ' to the council', n % 4 = 0,
       case when n % 3 > 0 then date_trunc('day', now()) + (n - :rows / 2) * interval '1 day' end
from person cross join generate_series(1, :rows) n;

insert into expenses (user_id, amount, category, incurred_at)
select id, 3 + (n * 37 % 9000) / 100.0,
       (array['Food', 'Transport', 'Housing', 'Health', 'Shopping', 'Other'])[1 + n % 6],
       now() - n * interval '36 hours'
from person cross join generate_series(1, :rows) n;
commit;

vacuum analyze users, calendar_events, tasks, expenses;
