import { describe, expect, it } from "vitest";
import { type Problem, reportOn } from "../../src/data/problem.ts";
import { findSystem, parseSystem, type SystemSaid } from "../../src/import/systems.ts";

async function find(said: SystemSaid) {
  const problems: Problem[] = [];
  const system = await findSystem(said, reportOn(problems, "a.shp"));
  return { ...system, codes: problems.map(({ severity, code }) => `${severity} ${code}`) };
}

/** How far a position in a system lies from 37 east, 36 north, in metres. */
async function measure(said: SystemSaid, x: number, y: number): Promise<number> {
  const { project } = await find(said);
  const [lng, lat] = project?.(x, y) ?? [x, y];
  return Math.hypot((lng - 37) * Math.cos((36 * Math.PI) / 180), lat - 36) * 111_320;
}

// All as `gdaltransform` of GDAL 3.6 gives them for 37 east, 36 north, and definitions as `gdalsrsinfo` writes them.
const PULKOVO =
  'PROJCS["Pulkovo_1942_GK_Zone_7",GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",7500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const UTM =
  'PROJCS["WGS_1984_UTM_Zone_37N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const LAMBERT = (datum: string, unit: string) =>
  `PROJCS["A Lambert",GEOGCS["A",DATUM["${datum}",SPHEROID["Clarke 1880 (IGN)",6378249.2,293.466021293627]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]${unit}],PROJECTION["Lambert_Conformal_Conic_1SP"],PARAMETER["latitude_of_origin",34.65],PARAMETER["central_meridian",37.35],PARAMETER["scale_factor",0.9996256],PARAMETER["false_easting",300000],PARAMETER["false_northing",300000],UNIT["metre",1]]`;

describe("a system of coordinates", () => {
  it.each<readonly [string, SystemSaid, number, number, number]>([
    ["UTM by its number", { code: 32_637 }, 319_733.341877621, 3_985_798.20825858, 0.01],
    ["UTM by its definition", { definition: UTM }, 319_733.341877621, 3_985_798.20825858, 0.01],
    ["Web Mercator by an old number", { code: 900_913 }, 4_118_821.15935112, 4_300_621.37204427, 0.01],
    ["Web Mercator by that of ArcGIS", { code: 102_100 }, 4_118_821.15935112, 4_300_621.37204427, 0.01],
    ["World Mercator", { code: 3395 }, 4_118_821.15935112, 4_275_504.93423315, 0.01],
    ["Pulkovo 1942 by its number", { code: 28_407 }, 7_319_771.87608608, 3_987_492.94616721, 5],
    ["Pulkovo 1942 as ArcGIS writes it", { definition: PULKOVO }, 7_319_771.87608608, 3_987_492.94616721, 5],
    [
      "a datum that is known by its number alone",
      { definition: LAMBERT("D1", ',AUTHORITY["EPSG","4227"]') },
      268_323.452265795,
      449_837.819525566,
      20,
    ],
  ])("%s leads to degrees as GDAL does", async (_, said, x, y, most) => {
    expect(await measure(said, x, y)).toBeLessThan(most);
    expect((await find(said)).codes).toEqual([]);
  });

  it("of which nobody knows how far it lies from WGS 84 is read and warned of", async () => {
    const said = { definition: LAMBERT("D1", "") };
    expect(await measure(said, 268_323.452265795, 449_837.819525566)).toBeGreaterThan(100);
    expect(await find(said)).toMatchObject({
      name: "A Lambert",
      isUnknown: false,
      codes: ["warning unknown-coordinate-system"],
    });
  });

  it("that is longitude and latitude is left as it is, and an unknown one named", async () => {
    const degrees =
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
    for (const said of [{ code: 4326 }, { code: 4258 }, { definition: degrees }])
      expect(await find(said)).toMatchObject({ project: undefined, isUnknown: false, codes: [] });
    for (const said of [
      { code: 99_999 },
      { code: 32_661 },
      { definition: "nonsense" },
      { definition: "PROJCS[" },
      {},
    ])
      expect(await find(said)).toMatchObject({ isUnknown: true, codes: ["error unknown-coordinate-system"] });
  });

  it.each([
    ["EPSG:32637", 32_637],
    ["epsg:3857", 3857],
    ["urn:ogc:def:crs:EPSG::32637", 32_637],
    ["urn:ogc:def:crs:EPSG:6.9:32637", 32_637],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", 4326],
    ["http://www.opengis.net/def/crs/EPSG/0/3857", 3857],
    ["WGS 84", 4326],
    ["102100", 102_100],
    ["my own", undefined],
    ["EPSG:", undefined],
  ])("called %s has its number", (name, code) => {
    expect(parseSystem(name)).toBe(code);
  });
});
