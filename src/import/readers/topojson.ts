import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { describeValue, reportOn, toOneLine } from "../../data/problem.ts";
import { isRecord, type RawRecord } from "../../data/text/record.ts";
import { flattenProperties } from "../flatten.ts";
import type { Reading } from "../reading.ts";
import { buildSheet } from "../sheet-builder.ts";
import type { Sheet } from "../sheet.ts";

export function isTopology(value: unknown): value is RawRecord {
  return isRecord(value) && value["type"] === "Topology" && isRecord(value["objects"]);
}

/** A sheet for each object of a topology, its arcs put together to shapes. */
export async function readTopology(topology: RawRecord, reading: Reading): Promise<readonly Sheet[]> {
  const objects = isRecord(topology["objects"]) ? topology["objects"] : {};
  const sheets: Sheet[] = [];
  for (const [name, object] of Object.entries(objects)) {
    const builder = buildSheet(reading, {
      name: toOneLine(name.trim() || "object"),
      format: "topojson",
      rowWord: "feature",
    });
    const members =
      isRecord(object) && Array.isArray(object["geometries"])
        ? (object["geometries"] as unknown[])
        : [object];
    for (const [index, member] of members.entries()) {
      await reading.pacer.pace("reading", index, members.length);
      const made = makeFeature(topology, member);
      if (!made) {
        const reporter = reportOn(reading.problems, reading.file, `feature ${index + 1}`);
        const found = isRecord(member)
          ? `a shape of type ${describeValue(member["type"])} that cannot be put together`
          : describeValue(member);
        reporter.error(
          "broken-shape",
          found,
          "a geometry whose arcs the topology has",
          "export the layer again",
        );
        continue;
      }
      if (!builder.add(index + 1, made.values, made.geometry)) break;
    }
    sheets.push(builder.finish());
  }
  return sheets;
}

function makeFeature(topology: RawRecord, member: unknown) {
  if (!isRecord(member)) return undefined;
  const properties = isRecord(member["properties"]) ? member["properties"] : {};
  const values = flattenProperties(properties);
  const { id } = member;
  if ((typeof id === "string" || typeof id === "number") && !values.some(([key]) => key === "id"))
    values.unshift(["id", id]);
  if (member["type"] === null || member["type"] === undefined) return { values, geometry: undefined };
  try {
    // The package takes the file at its word and fails on what is not there.
    const made = feature(topology as unknown as Topology, member as unknown as GeometryObject);
    return { values, geometry: made.type === "Feature" ? made.geometry : undefined };
  } catch {
    return undefined;
  }
}
