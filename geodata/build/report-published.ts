import type { Figure } from "../../src/core/records.ts";
import { addDays, countDaysBetween, type Day, listDays } from "../../src/core/day.ts";
import { measureGround } from "../../src/core/measure/ground.ts";
import { measureDay, type RegionMeasures } from "../../src/core/measure/measures.ts";
import { describeDifference, writeFigure } from "./report-difference.ts";
import type { ReportInput } from "./report-input.ts";
import { writeCount, writeDay, writeDays, writeNumber, writeTable } from "./report-text.ts";

const HEADERS = ["published", "who says so", "as of", "computed>", "difference"];

/** What is reckoned from the areas for a figure of this measure; `undefined` for a figure that is not about ground. */
type Reckon = (input: ReportInput, figure: Figure) => number | undefined;

const RECKONED: Partial<Record<Figure["measure"], Reckon>> = {
  "share-of-governorate": (input, { lastDay, concerns }) => {
    const share = measureChief(input, lastDay)?.share.get(concerns);
    return share === undefined ? undefined : share * 100;
  },
  "highway-captured": (input, { concerns, lastDay }) => measureM5InChief(input, concerns, lastDay),
  "highway-remaining": (input, { concerns, lastDay }) => measureM5InChief(input, concerns, lastDay),
  "area-captured": (input, { lastDay }) => sumGovernment(input, lastDay) - sumGovernment(input, input.eve),
};

/** Criterion 5, as far as it is about ground and roads; the counts of places are another section. */
export function reportPublished(input: ReportInput): string {
  const { figures } = input.atlas.dataset;
  const rows = figures.flatMap((figure) => {
    const computed = RECKONED[figure.measure]?.(input, figure);
    if (computed === undefined) return [];
    const unit = { km: " km", km2: " km²", percent: " %" }[figure.unit] ?? "";
    return [
      [
        `${writeFigure(figure)} (${figure.id}: ${figure.measure.replaceAll("-", " ")}, ${figure.concerns})`,
        figure.attribution,
        writeDay(figure.lastDay),
        writeNumber(computed) + unit,
        describeDifference(figure, computed),
      ],
    ];
  });
  const areas = figures.filter(({ measure }) => measure === "area-captured");
  return `## 5. It agrees with published numbers, or says by how much it does not

Published numbers are shown, not fitted: none of them is an input of the lines. Ground captured by a day is reckoned
since the day before the first (${writeDay(input.eve)}), because the documents do not say since when they count. Lengths
of the M5 are those within Idlib governorate, of which the sentences before them speak, and what is captured is all that the
government holds there.

${writeTable(HEADERS, rows)}

${reportSum(input)}

${figures.flatMap((figure) => reportPassing(input, figure) ?? []).join("\n")}
${areas.map((figure) => reportBestStart(input, figure)).join("\n")}

### The M5

${reportM5(input)}`;
}

/** From which day on the ground gained comes nearest to the figure: what its unsaid start may have been. */
function reportBestStart(input: ReportInput, figure: Figure): string {
  const { firstDay } = input.atlas.dataset;
  const atEnd = sumGovernment(input, figure.lastDay);
  const starts = listDays(firstDay, figure.lastDay).map((day) => ({
    day,
    gainedKm2: atEnd - sumGovernment(input, addDays(day, -1)),
  }));
  const distance = (gainedKm2: number) => Math.abs(gainedKm2 - figure.value);
  const best = starts.reduce((a, b) => (distance(b.gainedKm2) <= distance(a.gainedKm2) ? b : a));
  return `- ${writeFigure(figure)} by ${writeDay(figure.lastDay)} (${figure.id}): counted from ${writeDay(best.day)} on, the
  computed gain is ${writeNumber(best.gainedKm2)} km²; no other start comes nearer.`;
}

function measureChief({ atlas }: ReportInput, day: Day): RegionMeasures | undefined {
  const { regions, chiefRegion } = atlas.dataset;
  const within = regions.filter(({ id }) => id === chiefRegion);
  const [region] = measureDay(atlas, day, { within }).regions.values();
  return region;
}

function measureM5InChief(input: ReportInput, side: string, day: Day): number {
  return measureChief(input, day)?.highways.get("m5")?.km.get(side) ?? 0;
}

function measureM5({ atlas }: ReportInput, side: string, day: Day): number {
  return measureGround(atlas, day).highways.get("m5")?.km.get(side) ?? 0;
}

function sumGovernment({ atlas }: ReportInput, day: Day): number {
  return measureGround(atlas, day).areaKm2.get("government") ?? 0;
}

/** The captured and the remaining length, as published, beside the length there is and what was held before the first day. */
function reportSum(input: ReportInput): string {
  const { figures } = input.atlas.dataset;
  const published = figures.filter(
    ({ measure }) => measure === "highway-captured" || measure === "highway-remaining",
  );
  const sum = published.reduce((total, { value }) => total + value, 0);
  const onEve = (side: string) => measureM5InChief(input, side, input.eve);
  const wholeKm = measureM5(input, "government", input.eve) + measureM5(input, "opposition", input.eve);
  const ids = published.map(({ id }) => id).join(" and ");
  return `The published lengths of the M5 (${ids}) add up to ${writeNumber(sum)} km or more. Idlib governorate has
${writeNumber(onEve("government") + onEve("opposition"), 1)} km of it, the theatre ${writeNumber(wholeKm, 1)} km, so they
fit the governorate. Of its stretch the government held ${writeNumber(onEve("government"), 1)} km on
${writeDay(input.eve)} already; the documents do not say since when "captured" counts.`;
}

/** The first day on which the areas have what a figure says, for the figures that only grow or only fall at first. */
function reportPassing(input: ReportInput, figure: Figure): string | undefined {
  const reckon = RECKONED[figure.measure];
  if (!reckon || figure.measure === "area-captured") return undefined;
  const isFalling = figure.concerns === "opposition";
  const passed = input.atlas.days.find((day) => {
    const computed = reckon(input, { ...figure, lastDay: day }) ?? Number.NaN;
    return isFalling ? computed <= figure.value : computed >= figure.value;
  });
  const when = passed === undefined ? "on no day of the story" : `first on ${writeDay(passed)}`;
  return `- ${writeFigure(figure)} (${figure.id}): the areas reach this ${when}.`;
}

/** Less than a step of the measurement is nothing. */
const SOME_KM = 0.05;

function reportM5(input: ReportInput): string {
  const { atlas } = input;
  const isHeld = (day: Day) => measureM5(input, "opposition", day) > SOME_KM;
  const whole = atlas.days.find((day) => !isHeld(day));
  const cut = atlas.days.find((day) => whole !== undefined && day > whole && isHeld(day));
  const restored = atlas.days.find((day) => cut !== undefined && day > cut && !isHeld(day));
  const told = [...atlas.dataset.events, ...atlas.dataset.claims];
  const row = (what: string, computed: Day | undefined, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const record = told.find((item) => item.id === id);
      if (!record) return [];
      const { attribution, firstDay, lastDay, certainty } = record;
      return [
        [
          `${what} (${id}, ${certainty})`,
          attribution,
          writeDays(firstDay, lastDay),
          computed === undefined ? "never" : writeDay(computed),
          computed === undefined ? "told, and not computed" : describeDays(computed, firstDay),
        ],
      ];
    });
  const rows = [
    ...row("whole M5 under government forces", whole, ["e0162"]),
    ...row("whole M5, as the article takes it", whole, ["e0172"]),
    ...row("cut at Saraqib", cut, ["e0234"]),
    ...row("parts of Saraqib back, and so the road", restored, ["c0248"]),
    ...row("all of Saraqib back", restored, ["c0262"]),
  ];
  const days = [input.eve, whole, cut, restored].filter((day) => day !== undefined);
  const kilometres = days.map((day) => [
    writeDay(day),
    ...(["government", "opposition"] as const).map(
      (side) => `${writeNumber(measureM5(input, side, day), 1)} km`,
    ),
  ]);
  return `Computed is the first day at whose end none of the M5 lies in the opposition's area, then the first on which some
does again, then the first on which none does again.

${writeTable(HEADERS.with(3, "computed"), rows)}

${reportContradiction(input, whole)}

${writeTable(["M5 within the theatre, end of", "government>", "opposition>"], kilometres)}`;
}

function reportContradiction({ atlas }: ReportInput, whole: Day | undefined): string {
  const denial = atlas.dataset.events.find(({ id }) => id === "e0163");
  if (!denial) return "";
  const isWhole = whole !== undefined && whole <= denial.firstDay;
  return `Against ${denial.contradicts.join(" and ")}, ${denial.attribution} say that fighting goes on along it
(${denial.id}, ${writeDay(denial.firstDay)}); the areas ${isWhole ? "have the highway whole at the end of that day" : "agree with them"}.`;
}

function describeDays(computed: Day, told: Day): string {
  const days = countDaysBetween(told, computed);
  if (days === 0) return "none";
  return `computed ${writeCount(Math.abs(days), "day")} ${days < 0 ? "earlier" : "later"}`;
}
