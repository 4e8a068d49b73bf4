"""The same question asked of the same files by DuckDB, in the plainest way: every settlement in every area of every day.

    python ask-duckdb.py FOLDER [DEFAULT_SIDE]

Prints a JSON object: the rows of the changes, and what DuckDB takes the columns for.
"""

import json
import sys

import duckdb
from duckdb_extensions import import_extension

folder, *rest = sys.argv[1:]
import_extension("spatial")
database = duckdb.connect()
database.execute("LOAD spatial")
areas = f"read_parquet('{folder}/areas/*/*.parquet', hive_partitioning = true)"
settlements = f"read_parquet('{folder}/settlements.parquet')"

database.execute("CREATE TABLE default_side AS SELECT ?::VARCHAR AS side", [rest[0] if rest else None])
rows = database.execute(
    f"""
    WITH known AS (SELECT day, LAG(day) OVER (ORDER BY day) AS before FROM (SELECT DISTINCT day FROM {areas})),
    place AS (SELECT known.*, id, geometry AS point FROM known, {settlements}),
    held AS (
      SELECT place.day, place.before, id, ARG_MIN(side, side_rank) AS side
      FROM place LEFT JOIN {areas} AS area ON area.day = place.day AND ST_Covers(area.geometry, place.point)
      GROUP BY ALL
    ),
    step AS (
      SELECT day, before, id, COALESCE(side, (SELECT side FROM default_side)) AS side,
        LAG(COALESCE(side, (SELECT side FROM default_side))) OVER (PARTITION BY id ORDER BY day) AS side_before
      FROM held
    )
    SELECT day::TEXT, (before + 1)::TEXT, id, COALESCE(side_before, ''), COALESCE(side, '') FROM step
    WHERE before IS NOT NULL AND side IS DISTINCT FROM side_before
    ORDER BY ALL
    """
).fetchall()
types = {
    name: {column: kind for column, kind, *_ in database.execute(f"DESCRIBE SELECT * FROM {table}").fetchall()}
    for name, table in {
        "areas": areas,
        "settlements": settlements,
        "claims": f"read_parquet('{folder}/claims.parquet')",
    }.items()
}
invalid = database.execute(f"SELECT COUNT(*) FROM {areas} WHERE NOT ST_IsValid(geometry)").fetchone()[0]
json.dump({"rows": rows, "types": types, "invalid": invalid}, sys.stdout)
