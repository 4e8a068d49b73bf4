import { arNotices } from "./notices.ts";
import { dates, isolate, isolateFirst, plural } from "./forms.ts";
import { arCharts } from "./charts.ts";
import { arLayers } from "./layers.ts";
import { arLater } from "./later.ts";
import { arMap } from "./map.ts";
import { arFilter } from "./filter.ts";
import { arOpen } from "./open.ts";
import { arNarrative } from "./narrative.ts";
import { arSelection } from "./selection.ts";
import { arEvidence } from "./evidence.ts";
import { arProblems } from "./problems.ts";
import { OWN_WORDS } from "../../core/records.ts";
import type { Words } from "../types.ts";

const PLACES = {
  zero: "# مواقع",
  one: "موقع واحد",
  two: "موقعين",
  few: "# مواقع",
  many: "# موقعاً",
  other: "# موقع",
};

/** The interface in Modern Standard Arabic. */
export const words: Words = {
  language: "ar",
  direction: "rtl",
  comma: "، ",
  dates,
  timeline: {
    region: "الخط الزمني",
    slider: "اليوم",
    play: "تشغيل",
    pause: "إيقاف مؤقت",
    previousDay: "اليوم السابق",
    nextDay: "اليوم التالي",
    previousChange: "التغيّر السابق",
    nextChange: "التغيّر التالي",
    speed: "السرعة بالأيام في الثانية",
    speedOption: (daysPerSecond) => `${daysPerSecond}×`,
    goToDate: "الانتقال إلى تاريخ",
    between: (window) => `${window}: مرسوم وغير معروف`,
    outsideStory: (first, last) => `بين ${dates.long(first)} و${dates.long(last)}`,
    showChart: "إظهار الرسم البياني",
    hideChart: "إخفاء الرسم البياني",
    chart: "المواقع المكتسبة كل يوم (الأفتح لوناً: ضمني أو مختلَف فيه)",
  },
  day: {
    region: "اليوم",
    changedHands: (count) => `تغيّرت السيطرة على ${plural(count, PLACES)}`,
    gain: (side, count) => `${side} ${isolate(`+${count}`)}`,
    nothingChanged: "لم يُسجَّل في هذا اليوم تغيّر في السيطرة على أي موقع.",
    groundChanged: "تغيّرت السيطرة على أراضٍ",
    gainedKm2: (side, km2) => `${side} ${isolate(`+${km2}`)} كم²`,
    vacatedKm2: (km2) => `${isolate(km2)} كم² تركتها جميع الأطراف`,
    noGroundChanged: "لم يُسجَّل في هذا اليوم تغيّر في السيطرة على أي أرض.",
    missing: "لا تتضمّن البيانات مناطق لهذا اليوم، فلا يُعرف من كان يسيطر على ماذا.",
    changedAndBack: (count) => `تغيّرت السيطرة على ${plural(count, PLACES)} ثم عادت كما كانت في اليوم نفسه`,
    sentence: (head, parts) => (parts.length > 0 ? `${head}: ${parts.join("، ")}.` : `${head}.`),
    changes: "تغيّر السيطرة",
    contested: "متنازَع عليها",
    alsoReported: "ورد أيضاً",
    index: "أقسام اليوم",
    previousChanges: (day) => `قبله: ${dates.short(day)}`,
    nextChanges: (day) => `بعده: ${dates.short(day)}`,
    balance: (count) => `السيطرة في نهاية اليوم على ${plural(count, PLACES)}`,
    unknownHolder: "غير معروف",
    withinDay: "عادت كما كانت في اليوم نفسه",
  },
  gazetteer: {
    said: (text, name) => `${text} (من معجم الأماكن ${isolate(name)} لا من البيانات)`,
  },
  selection: arSelection,
  narrative: arNarrative,
  filter: arFilter,
  settlement: {
    kind: (kind) =>
      ({
        city: "مدينة",
        town: "بلدة",
        village: "قرية",
        suburb: "ضاحية",
        hill: "تل",
        base: "قاعدة",
        site: "موقع",
      })[kind],
    whereabouts: (kind, governorate) => (governorate === "" ? kind : `${kind}، ${isolateFirst(governorate)}`),
  },
  record: {
    certainty: (certainty) =>
      ({
        stated: "مذكور",
        reported: "منقول",
        disputed: "مختلَف فيه",
        implied: "ضمني",
        inferred: "مستنتَج",
        contested: "متنازَع عليه",
      })[certainty],
    certaintyMeaning: (certainty) =>
      ({
        stated: "تذكره وثيقة صراحةً",
        reported: "منقول عن جهة تسمّيها الوثيقة أو تشير إليها",
        disputed: "رواية أخرى تقول غير ذلك",
        implied: "لا تذكره أي وثيقة، لكن ما تقوله إحداها يفترضه",
        inferred: "لا تتناوله أي رواية، وهو مستنتَج من مناطق السيطرة المرسومة",
        contested: "لا يمكن القول إن طرفاً بعينه يسيطر عليه",
      })[certainty],
    impliedBy: (reason) =>
      ({
        "revealed-by-recapture": "ضمني: استعادة لاحقة تدل على أن السيطرة عليه فُقدت قبلها",
        presupposed: "ضمني: رواية لاحقة تفترض أن السيطرة عليه قد تغيّرت",
        "passed-by-the-front": "ضمني: تجاوزته الجبهة، ولا تذكر أي وثيقة في أي يوم",
        "shared-with-neighbour": "ضمني: شارك مصير الموقع الموثَّق المجاور له",
        "said-of-its-ground": "ضمني: تقوله وثيقة عن المنطقة كلها التي يقع فيها",
      })[reason],
    action: (action) =>
      ({
        captured: "سيطرة",
        recaptured: "استعادة",
        entered: "دخول",
        attacked: "هجوم",
        repelled: "صدّ هجوم",
        withdrew: "انسحاب",
        held: "احتفاظ بالسيطرة",
        bombarded: "قصف",
        encircled: "تطويق",
        relieved: "فكّ تطويق",
        contested: "تنازُع",
      })[action],
    attribution: (attribution, publisher) =>
      attribution === OWN_WORDS
        ? `نص ${isolate(publisher)}`
        : attribution === ""
          ? "بلا نسبة"
          : isolate(attribution),
    claims: (count) =>
      plural(count, {
        one: "رواية واحدة",
        two: "روايتان",
        few: "# روايات",
        many: "# رواية",
        other: "# رواية",
      }),
    saysOtherwise: "تقول غير ذلك",
    line: (line) => `السطر ${line}`,
    printedAs: (spelling) => `مكتوب «${isolate(spelling)}»`,
    saidOf: (ground) => `قيل عن «${isolate(ground)}» التي يقع فيها`,
    nobody: "غير معروف",
    translated: (original) => `نصوص السجل مترجمة؛ لغتها الأصلية: ${original}.`,
    showOriginals: "إظهار النصوص الأصلية",
    hideOriginals: "إخفاء النصوص الأصلية",
    translationMissing: "تعذّر تحميل ترجمات السجل؛ تُعرض النصوص الأصلية.",
  },
  chrome: {
    title: "أطلس خطوط الجبهة",
    search: "البحث عن موقع",
    searchHint: (example) => `ابحث: ${example}`,
    openSearch: "فتح البحث",
    noMatch: (query) => `لم يُعثر على موقع باسم «${query}»`,
    matches: (count) =>
      plural(count, {
        one: "عُثر على موقع واحد",
        two: "عُثر على موقعين",
        few: "عُثر على # مواقع",
        many: "عُثر على # موقعاً",
        other: "عُثر على # موقع",
      }),
    layers: "الطبقات",
    table: "جدول",
    more: "المزيد",
    language: "اللغة",
    languageMissing: (language) =>
      `تعذّر تحميل نصوص اللغة ${isolate(language)}. حاول من جديد عند توفّر الاتصال.`,
    exportPicture: "تصدير",
    shareLink: "مشاركة الرابط",
    help: "اختصارات لوحة المفاتيح",
    close: "إغلاق",
    showPanel: "إظهار اللوحة",
    hidePanel: "إخفاء اللوحة",
    enlarge: "تكبير اللوحة",
    shrink: "تصغير اللوحة",
    legend: "مفتاح الخريطة",
    tour: "جولة في دقيقة",
  },
  map: arMap,
  layers: arLayers,
  charts: arCharts,
  evidence: arEvidence,
  open: arOpen,
  opening: arOpen,
  later: arLater,
  notices: arNotices,
  problems: arProblems,
};
