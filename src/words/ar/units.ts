import type { PluralForms } from "../plural.ts";

/** What a number counts, in the form that stands after the number. */
export const UNITS: ReadonlyMap<string, PluralForms> = new Map([
  ["persons", { one: "شخص", two: "شخصان", few: "أشخاص", many: "شخصاً", other: "شخص" }],
  ["persons a day", { few: "أشخاص في اليوم", many: "شخصاً في اليوم", other: "شخص في اليوم" }],
  ["settlements", { one: "موقع", two: "موقعان", few: "مواقع", many: "موقعاً", other: "موقع" }],
  ["km2", { other: "كم²" }],
  ["km", { other: "كم" }],
  ["percent", { other: "٪" }],
  ["vehicles", { one: "مركبة", two: "مركبتان", few: "مركبات", many: "مركبة", other: "مركبة" }],
  ["aircraft", { one: "طائرة", two: "طائرتان", few: "طائرات", many: "طائرة", other: "طائرة" }],
  ["weapons", { one: "قطعة سلاح", two: "قطعتا سلاح", few: "قطع سلاح", other: "قطعة سلاح" }],
  ["facilities", { one: "منشأة", two: "منشأتان", few: "منشآت", many: "منشأة", other: "منشأة" }],
  ["strikes", { one: "ضربة", two: "ضربتان", few: "ضربات", many: "ضربة", other: "ضربة" }],
  ["targets", { one: "هدف", two: "هدفان", few: "أهداف", many: "هدفاً", other: "هدف" }],
  ["posts", { one: "نقطة", two: "نقطتان", few: "نقاط", many: "نقطة", other: "نقطة" }],
  ["bombs", { one: "قنبلة", two: "قنبلتان", few: "قنابل", many: "قنبلة", other: "قنبلة" }],
  ["missiles", { one: "صاروخ", two: "صاروخان", few: "صواريخ", many: "صاروخاً", other: "صاروخ" }],
  ["corridors", { one: "ممر", two: "ممران", few: "ممرات", many: "ممراً", other: "ممر" }],
  ["sites", { one: "موقع", two: "موقعان", few: "مواقع", many: "موقعاً", other: "موقع" }],
  ["systems", { one: "منظومة", two: "منظومتان", few: "منظومات", many: "منظومة", other: "منظومة" }],
  ["states", { one: "دولة", two: "دولتان", few: "دول", many: "دولة", other: "دولة" }],
  ["unit", { one: "وحدة", two: "وحدتان", few: "وحدات", many: "وحدة", other: "وحدة" }],
  ["violations", { one: "خرق", two: "خرقان", few: "خروق", many: "خرقاً", other: "خرق" }],
]);
