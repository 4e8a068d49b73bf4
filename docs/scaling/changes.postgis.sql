-- Which settlements changed hands on which day, by the areas alone, for archives that outgrow one machine's memory.
-- PostGIS 3.2 or later. Runs in `npm run test:long`, which compares its rows with those of src/core and of Turf.
--
--   psql --set default_side=west --file changes.postgis.sql
--
-- Reads two tables:
--   control_area (day date, side text, side_rank int, geom geometry)    one row per area and day it holds
--   settlement   (id text, geom geometry(Point))                        primary key on id, GiST index on geom
-- The geometries must be valid (ST_MakeValid when loading), all in one reference system: longitude and latitude are
-- read as a plane, as GeoJSON and Turf do. side_rank settles an edge between two sides: the lower rank holds it.
-- default_side holds whatever lies outside all areas; leave it empty for none.
--
-- Writes two tables:
--   control_change (day, first_day, settlement, from_side, to_side)     in SQL null = outside all areas
--   missing_days   (first_day, last_day)                                spans between known days without any data
--
-- A day without rows in control_area is missing, never "no change". Of a change across missing days all that is known
-- is that it happened from first_day (the day after the last known one) to day; elsewhere the two are equal.
--
-- A settlement can only change hands inside ground that one side gained and another lost. That ground is bounded by
-- edges that the areas of one of the two days have and those of the other lack, and each patch of it lies in the box
-- around edges that touch each other. So areas are compared edge by edge, and only settlements in such boxes are
-- looked at again.

\if :{?default_side}
\else
  \set default_side ''
\endif

drop table if exists known_day, changed_box, holding, control_change, missing_days;

create temporary table known_day as
select day, lag(day) over (order by day) as day_before, row_number() over (order by day) as number
from (select distinct day from control_area) as days;

create unique index on known_day (number);

create table missing_days as
select day_before + 1 as first_day, day - 1 as last_day
from known_day
where day - day_before > 1
order by first_day;

-- Boxes around edges that touch each other and are there on a known day but not on the known day before, or the other
-- way about. Normalized, an edge is the same in either direction, so a ring may be wound the other way or start elsewhere.
create temporary table changed_box as
with edge as (
  select number, side, ST_AsBinary(ST_Normalize(segment.geom)) as edge, count(*) as times
  from control_area
  join known_day using (day)
  cross join lateral ST_DumpSegments(ST_Force2D(geom)) as segment
  group by 1, 2, 3
),
presence as (
  select
    number,
    edge,
    lag(number) over same_edge as number_before,
    lead(number) over same_edge as number_after
  from edge
  window same_edge as (partition by side, edge, times order by number)
),
changed_edge as (
  select number, edge from presence where number_before is distinct from number - 1
  union all
  select number + 1, edge from presence where number_after is distinct from number + 1
),
changed_line as (
  select number, ST_GeomFromWKB(edge) as geom
  from changed_edge
  where number between 2 and (select max(number) from known_day)
),
clustered as (
  select number, geom, ST_ClusterDBSCAN(geom, eps := 0, minpoints := 1) over (partition by number) as cluster
  from changed_line
)
select number, ST_Envelope(ST_Collect(geom)) as box
from clustered
group by number, cluster;

-- Who holds what: all settlements on the first known day, then only those in a changed box. Areas come before points
-- in the join, so that PostGIS prepares each polygon once and not for every point.
create temporary table holding as
with asked as materialized (
  select known_day.day, known_day.number, settlement.id, settlement.geom
  from known_day cross join settlement
  where known_day.number = 1
  union
  select known_day.day, known_day.number, settlement.id, settlement.geom
  from changed_box
  join known_day using (number)
  join settlement on settlement.geom && ST_SetSRID(changed_box.box, ST_SRID(settlement.geom))
),
covered as (
  select distinct on (asked.number, asked.id) asked.number, asked.id, control_area.side
  from control_area
  join asked on asked.day = control_area.day and ST_Covers(control_area.geom, asked.geom)
  order by asked.number, asked.id, control_area.side_rank
)
select asked.day, asked.number, asked.id, coalesce(covered.side, nullif(:'default_side', '')) as side
from asked
left join covered using (number, id);

create table control_change as
select day, coalesce(day_before + 1, day) as first_day, id as settlement, side_before as from_side, side as to_side
from (
  select *, lag(side) over history as side_before, row_number() over history as turn
  from holding
  window history as (partition by id order by number)
) as held
join known_day using (day)
where turn > 1 and side is distinct from side_before
order by day, settlement;
