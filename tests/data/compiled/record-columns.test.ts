import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createByteReader, createByteWriter } from "../../../src/core/byte-columns.ts";
import type { Dataset } from "../../../src/core/dataset.ts";
import type { Position } from "../../../src/core/geometry.ts";
import { putPositions, takePositions } from "../../../src/data/compiled/placed-records.ts";
import { decodePositions, encodePositions } from "../../../src/data/compiled/positions.ts";
import { fromTables, toTables } from "../../../src/data/compiled/record-columns.ts";

/** As JSON takes it along. */
const carry = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const text = fc.string({ maxLength: 4 });
const names = fc.dictionary(fc.constantFrom("en", "ar", "fr", "uk"), text, { noNullPrototype: true });
const row = fc.record(
  {
    id: text,
    name: text,
    names,
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    list: fc.array(names),
  },
  { requiredKeys: ["id", "name", "names"], noNullPrototype: true },
);

describe("records as tables", () => {
  it("come back as they were, with their names in the same order", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.array(names, { maxLength: 4 }),
        text,
        (rows, others, title) => {
          const members = carry({ rows, others, title, box: [1, 2, 3, 4] });
          const written = carry(toTables(members));
          const back = fromTables(written.members, written.lists);
          expect(back).toEqual(members);
          const orders = (list: unknown) => (list as typeof rows).map((one) => Object.keys(one.names));
          expect(orders(back["rows"])).toEqual(orders(members.rows));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("have a name that is the first of its names only once", () => {
    const rows = [{ name: "Kyiv", names: { uk: "Kyiv", en: "Kiev" } }];
    expect(JSON.stringify(toTables({ rows })).match(/Kyiv/g)).toHaveLength(1);
  });
});

describe("positions as bytes", () => {
  const degrees = (limit: number) =>
    fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((units) => Number(`${units}e-7`));
  const list = fc.array(fc.tuple(degrees(180), degrees(90)));

  it("are the same numbers that were read from a text of seven decimals", () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const bytes = encodePositions([one, other]);
        expect(bytes && decodePositions(bytes, 2)).toEqual([one, other]);
      }),
    );
  });

  it("are none where one is finer, or has a height", () => {
    expect(encodePositions([[[36.123_456_78, 35]]])).toBeUndefined();
    expect(encodePositions([[[36, 35, 400] as unknown as Position]])).toBeUndefined();
  });

  it("are read however many lie in one place", () => {
    const same = Array.from({ length: 1000 }, (): Position => [0, 0]);
    expect(decodePositions(encodePositions([same]) ?? new Uint8Array(), 1)).toEqual([same]);
  });
});

describe("records without their positions", () => {
  const position = fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -89, max: 89 }));
  const ring = fc.array(position, { minLength: 1, maxLength: 5 });
  const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
  const geometry = fc.oneof(
    polygon.map((coordinates) => ({ type: "Polygon", coordinates })),
    fc.array(polygon, { minLength: 1, maxLength: 3 }).map((coordinates) => ({
      type: "MultiPolygon",
      coordinates,
    })),
  );

  it("get them back, each its own, and refuse fewer or more", () => {
    fc.assert(
      fc.property(
        fc.array(position),
        fc.array(ring, { minLength: 1 }),
        fc.array(geometry),
        fc.array(fc.option(position, { nil: undefined })),
        (places, courses, outlines, spots) => {
          const records = {
            settlements: places.map((place, id) => ({ id, position: place })),
            highways: courses.map((course, id) => ({ id, course })),
            regions: outlines.map((outline, id) => ({ id, geometry: outline })),
            // Of events some have a position of their own.
            events: spots.map((spot, id) => ({ id, ...(spot && { position: spot }) })),
          };
          const taken = takePositions(records as unknown as Dataset);
          const read = () => carry(taken?.members ?? {}) as typeof records;
          const bytes = taken?.bytes ?? new Uint8Array();
          expect(JSON.stringify(taken?.members)).not.toContain('"position":[');
          const members = read();
          putPositions(members, bytes);
          expect(members).toEqual(records);
          expect(() => putPositions(read(), bytes.slice(0, -1))).toThrow(RangeError);
          const more = { ...read(), highways: [...read().highways, { id: -1, course: 1 }] };
          expect(() => putPositions(more, bytes)).toThrow(RangeError);
        },
      ),
    );
  });
});

describe("numbers in planes", () => {
  it("come back up to 2^52 in either direction", () => {
    const whole = fc.oneof(
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 }),
    );
    fc.assert(
      fc.property(fc.array(whole), (values) => {
        const writer = createByteWriter();
        writer.writePlanes(values);
        expect(
          [...createByteReader(writer.toBytes()).readPlanes(values.length)].map((value) => value + 0),
        ).toEqual(values.map((value) => value + 0));
      }),
    );
  });
});
