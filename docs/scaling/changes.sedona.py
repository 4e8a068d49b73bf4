"""Which settlements changed hands on which day, on Apache Sedona: what `frontline export --parquet` wrote, asked by changes.sedona.sql.

    spark-submit --packages org.apache.sedona:sedona-spark-shaded-3.5_2.12:1.8.1 \
      changes.sedona.py FOLDER OUT [DEFAULT_SIDE]

FOLDER and OUT may be on any storage that Spark reads. Writes OUT/control_change and OUT/missing_days as JSON lines.
Needs nothing of Python but PySpark.
"""

import pathlib
import re
import sys

from pyspark.sql import SparkSession

folder, out, *rest = sys.argv[1:]

spark = (
    SparkSession.builder.config("spark.sql.extensions", "org.apache.sedona.sql.SedonaSqlExtensions")
    .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
    .config("spark.kryo.registrator", "org.apache.sedona.core.serde.SedonaKryoRegistrator")
    .getOrCreate()
)

# The folders `day=2020-01-01` become a column of days.
for view, path in {"control_area": "areas", "settlement": "settlements.parquet"}.items():
    table = spark.read.format("geoparquet").load(f"{folder}/{path}")
    table.withColumnRenamed("geometry", "geom").createOrReplaceTempView(view)

spark.sql("SELECT CAST(:side AS STRING) AS side", args={"side": rest[0] if rest else None}).createOrReplaceTempView("default_side")

query = pathlib.Path(__file__).with_name("changes.sedona.sql").read_text(encoding="utf-8")
for statement in re.sub(r"--.*", "", query).split(";"):
    if statement.strip():
        spark.sql(statement)

for view, order in {"control_change": ["day", "settlement"], "missing_days": ["first_day"]}.items():
    spark.table(view).orderBy(*order).write.mode("overwrite").json(f"{out}/{view}")
spark.stop()
