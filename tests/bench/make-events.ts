/** Tables of events of any length for benchmarks: made up, with places around towns, as those of real sources lie. */
import { addDays, day } from "../../src/core/day.ts";
import { EVENT_KINDS } from "../../src/core/records.ts";
import { createRandom } from "./random.ts";

export interface EventsOptions {
  readonly events: number;
  readonly days: number;
  readonly seed: number;
}

const FIRST_DAY = day("2020-01-01");
const PLACES = 400;
const [WEST, SOUTH, WIDTH, HEIGHT] = [30, 46, 8, 5] as const;
const ACTORS = ["Army of the West", "Army of the East", "Militia", "Unknown armed group", "Civilians"];
const PRECISIONS = ["", "settlement", "vicinity", "district"] as const;
const PRECISION_KM = ["", "1", "10", "30"] as const;

const HEADER =
  "id,kind,first_day,last_day,title,lng,lat,precision_km,precision,actors,fatalities,fatalities_low,fatalities_high,source,summary";

/** A CSV table of events; the same options give the same text. Most are of one day, one in twenty of up to five. */
export function makeEventTable({ events, days, seed }: EventsOptions): string {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const places = Array.from(
    { length: PLACES },
    () => [WEST + WIDTH * random(), SOUTH + HEIGHT * random()] as const,
  );
  const lines = Array.from({ length: events }, (_, index) => {
    const first = Math.floor(random() * days);
    const last = Math.min(days - 1, first + (random() < 0.05 ? 1 + Math.floor(random() * 4) : 0));
    const [lng, lat] = pick(places);
    const spread = 0.15;
    const precision = Math.floor(random() ** 3 * PRECISIONS.length);
    const best = Math.floor(random() ** 8 * 60);
    return [
      `e${index + 1}`,
      pick(EVENT_KINDS),
      addDays(FIRST_DAY, first),
      addDays(FIRST_DAY, last),
      `Event ${index + 1}`,
      (lng + spread * (random() - 0.5)).toFixed(4),
      (lat + spread * (random() - 0.5)).toFixed(4),
      PRECISION_KM[precision],
      PRECISIONS[precision],
      `${pick(ACTORS)}|${pick(ACTORS)}`,
      best,
      Math.max(0, best - 2),
      best + 3,
      "made up",
      `"What was said of event ${index + 1}, in a sentence of usual length that a person might read."`,
    ].join(",");
  });
  return `${HEADER}\n${lines.join("\n")}\n`;
}
