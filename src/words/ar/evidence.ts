import { dates, isolate, plural } from "./forms.ts";
import { UNITS } from "./units.ts";
import { formatKm, type EvidenceWords } from "../evidence-words.ts";

const digits = new Intl.NumberFormat("ar-SY", { numberingSystem: "latn" });
const PLACES = { one: "موقع واحد", two: "موقعين", few: "# مواقع", many: "# موقعاً", other: "# موقع" };

/** The Arabic words for events, figures and what is computed. */
export const arEvidence: EvidenceWords = {
  events: "أحداث",
  eventKind: (kind) =>
    ({
      ceasefire: "وقف إطلاق نار",
      talks: "محادثات",
      operation: "عملية",
      strike: "ضربة",
      post: "نقطة مراقبة",
      highway: "طريق دولي",
      airspace: "مجال جوي",
      humanitarian: "شأن إنساني",
      reinforcement: "تعزيزات",
      statement: "تصريح",
      patrol: "دورية",
      other: "غير ذلك",
    })[kind],
  since: (day) => `منذ ${dates.short(day)}`,
  figures: "المعروف في ذلك اليوم",
  measure: (measure) =>
    ({
      displaced: "نازحون",
      "civilians-killed": "قتلى مدنيون",
      "civilians-wounded": "جرحى مدنيون",
      "fighters-killed": "قتلى من المقاتلين",
      "fighters-wounded": "جرحى من المقاتلين",
      "settlements-captured": "مواقع جرت السيطرة عليها",
      "area-captured": "أراضٍ جرت السيطرة عليها",
      "share-of-governorate": "نسبة من المحافظة",
      "highway-captured": "ما جرت السيطرة عليه من الطريق",
      "highway-remaining": "ما بقي تحت السيطرة من الطريق",
      strikes: "ضربات",
      troops: "قوات",
      "equipment-lost": "خسائر في العتاد",
      "facilities-struck": "منشآت تعرضت للضربات",
      "people-affected": "متضررون",
      other: "أرقام أخرى",
    })[measure],
  qualifier: (qualifier) =>
    ({
      exactly: "",
      about: "نحو",
      "at-least": "ما لا يقل عن",
      over: "أكثر من",
      "up-to": "ما يصل إلى",
      nearly: "ما يقارب",
    })[qualifier],
  number: (value) => digits.format(value),
  unit: (unit, count) => plural(count, UNITS.get(unit) ?? { other: isolate(unit) }),
  asOf: (day) => `حتى ${dates.short(day)}`,
  recordCount: ({ side, firstDay, lastDay, named, implied }) => {
    const days = firstDay === lastDay ? `في ${dates.short(lastDay)}` : dates.window(firstDay, lastDay);
    const verb = named === 0 ? "لا يذكر" : "يذكر";
    const places = named === 0 ? "أي موقع" : plural(named, PLACES);
    const more = implied > 0 ? `، وعلى ${plural(implied, PLACES)} ضمنياً` : "";
    return `${verb} السجل انتقال السيطرة على ${places} إلى ${side} ${days}${more}.`;
  },
  contradictedBy: (attribution) => `يناقض ذلك ${attribution}:`,
  contradictEachOther: "هذه الأرقام متناقضة.",
  showAll: (count) => `عرض الكل (${count})`,
  showFewer: "عرض أقل",
  highways: "الطرق الدولية",
  heldLength: (lengthKm, totalKm, side) =>
    `${formatKm(lengthKm)} من ${formatKm(totalKm)} كم تحت سيطرة ${side}`,
  furtherLength: (lengthKm, side) => `${formatKm(lengthKm)} تحت سيطرة ${side}`,
  outsideLength: (lengthKm) => `${formatKm(lengthKm)} خارج مساحات الخريطة`,
  computed: "محسوب",
  ceasefire: "هدنة",
};
