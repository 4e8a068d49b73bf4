-- Which settlements changed hands on which day, by the areas alone: the question of changes.postgis.sql for Apache
-- Sedona 1.8 on Spark SQL 3.5, for archives that are spread over many machines.
--
-- Reads three tables or views; changes.sedona.py makes them of what `frontline export --parquet` wrote:
--   control_area (day date, side string, side_rank int, geom geometry)   one row per area and day it holds
--   settlement   (id string, geom geometry)                              points
--   default_side (side string)                                           one row: who holds what lies outside all areas, or null
-- The geometries must be valid. side_rank settles an edge between two sides: the lower rank holds it.
--
-- Makes two views, whose rows are found when they are asked for:
--   control_change (day, first_day, settlement, from_side, to_side)      null = outside all areas
--   missing_days   (first_day, last_day)                                 spans between known days without any data
--
-- A day without rows in control_area is missing, never "no change": see changes.postgis.sql.
--
-- Sedona has no clusters of touching edges day by day, so settlements to look at again are found as src/core does it:
-- whether a point lies in an area depends on the edges that cross the line from it due east, or that it lies on. Only a
-- settlement that sees an edge come or go on that line can have changed hands. Pairs are found by strips of latitude,
-- as Spark joins on equal numbers far faster than on ranges.

CREATE OR REPLACE TEMPORARY VIEW known_day AS
SELECT day, LAG(day) OVER (ORDER BY day) AS day_before, ROW_NUMBER() OVER (ORDER BY day) AS number
FROM (SELECT DISTINCT day FROM control_area);

-- Asked for by nearly every query below, and small: all files are looked through for it once.
CACHE TABLE known_day;

CREATE OR REPLACE TEMPORARY VIEW missing_days AS
SELECT DATE_ADD(day_before, 1) AS first_day, DATE_SUB(day, 1) AS last_day
FROM known_day
WHERE DATEDIFF(day, day_before) > 1;

-- Every edge of every day with the number of times it is there, low end first, so that direction does not matter.
-- Structs are compared field by field: by longitude, then latitude.
CREATE OR REPLACE TEMPORARY VIEW edge AS
WITH polygon AS (
  SELECT number, side, EXPLODE(ST_Dump(ST_Force_2D(geom))) AS geom
  FROM control_area JOIN known_day USING (day)
),
ring AS (
  SELECT number, side, ST_ExteriorRing(geom) AS geom FROM polygon
  UNION ALL
  SELECT
    number,
    side,
    EXPLODE(
      IF(
        ST_NumInteriorRings(geom) > 0,
        TRANSFORM(SEQUENCE(0, ST_NumInteriorRings(geom) - 1), hole -> ST_InteriorRingN(geom, hole)),
        ARRAY()
      )
    ) AS geom
  FROM polygon
),
corner AS (
  SELECT number, side, TRANSFORM(ST_DumpPoints(geom), p -> NAMED_STRUCT('lng', ST_X(p), 'lat', ST_Y(p))) AS corners
  FROM ring
),
pair AS (
  SELECT
    number,
    side,
    EXPLODE(
      TRANSFORM(SEQUENCE(0, SIZE(corners) - 2), i -> NAMED_STRUCT('one', corners[i], 'other', corners[i + 1]))
    ) AS ends
  FROM corner
)
SELECT number, side, LEAST(ends.one, ends.other) AS low, GREATEST(ends.one, ends.other) AS high, COUNT(*) AS times
FROM pair
GROUP BY number, side, LEAST(ends.one, ends.other), GREATEST(ends.one, ends.other);

-- Edges that are there on a known day but not on the known day before, or the other way about.
CREATE OR REPLACE TEMPORARY VIEW changed_edge AS
WITH presence AS (
  SELECT
    number,
    low,
    high,
    LAG(number) OVER same_edge AS number_before,
    LEAD(number) OVER same_edge AS number_after
  FROM edge
  WINDOW same_edge AS (PARTITION BY side, low, high, times ORDER BY number)
),
turn AS (
  SELECT number, low, high FROM presence WHERE NOT (number_before <=> number - 1)
  UNION ALL
  SELECT number + 1, low, high FROM presence WHERE NOT (number_after <=> number + 1)
)
SELECT number, high.lng AS east, LEAST(low.lat, high.lat) AS south, GREATEST(low.lat, high.lat) AS north
FROM turn
WHERE number > 1 AND number <= (SELECT MAX(number) FROM known_day);

-- All settlements on the first known day; later those that see a changed edge due east. Strips are 0.01 degree high.
CREATE OR REPLACE TEMPORARY VIEW asked AS
WITH strip_of_edge AS (
  SELECT *, EXPLODE(SEQUENCE(CAST(FLOOR(south * 100) AS INT), CAST(FLOOR(north * 100) AS INT))) AS strip
  FROM changed_edge
),
strip_of_settlement AS (
  SELECT id, ST_X(geom) AS lng, ST_Y(geom) AS lat, CAST(FLOOR(ST_Y(geom) * 100) AS INT) AS strip FROM settlement
)
SELECT 1 AS number, id FROM settlement
UNION
SELECT e.number, s.id
FROM strip_of_edge e
JOIN strip_of_settlement s ON s.strip = e.strip AND s.lat BETWEEN e.south AND e.north AND s.lng <= e.east;

CREATE OR REPLACE TEMPORARY VIEW holding AS
WITH point AS (
  SELECT day, number, id, geom FROM asked JOIN known_day USING (number) JOIN settlement USING (id)
),
covered AS (
  SELECT p.number, p.id, MIN_BY(a.side, a.side_rank) AS side
  FROM point p JOIN control_area a ON a.day = p.day AND ST_Covers(a.geom, p.geom)
  GROUP BY p.number, p.id
)
SELECT p.day, p.number, p.id, COALESCE(c.side, (SELECT MAX(side) FROM default_side)) AS side
FROM point p LEFT JOIN covered c ON c.number = p.number AND c.id = p.id;

CREATE OR REPLACE TEMPORARY VIEW control_change AS
SELECT
  h.day,
  COALESCE(DATE_ADD(k.day_before, 1), h.day) AS first_day,
  h.id AS settlement,
  h.side_before AS from_side,
  h.side AS to_side
FROM (
  SELECT *, LAG(side) OVER history AS side_before, ROW_NUMBER() OVER history AS turn
  FROM holding
  WINDOW history AS (PARTITION BY id ORDER BY number)
) h
JOIN known_day k ON k.number = h.number
WHERE h.turn > 1 AND NOT (h.side <=> h.side_before);
