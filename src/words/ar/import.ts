import type { ImportWords } from "../import-words.ts";
import { dates, isolate, isolateFirst, plural } from "./forms.ts";

const languages = new Intl.DisplayNames("ar", { type: "language" });

const ROWS = { one: "صف واحد", two: "صفان", few: "# صفوف", many: "# صفاً", other: "# صف" };
const AREAS = {
  zero: "لا مناطق",
  one: "منطقة واحدة",
  two: "منطقتان",
  few: "# مناطق",
  many: "# منطقة",
  other: "# منطقة",
};
const PLACES = {
  zero: "لا مواقع",
  one: "موقع واحد",
  two: "موقعان",
  few: "# مواقع",
  many: "# موقعاً",
  other: "# موقع",
};

/** The Arabic words of the import assistant. */
export const arImport: ImportWords = {
  steps: "الخطوات",
  step: { files: "الملفات", meaning: "المعنى", check: "التحقق", open: "الفتح" },
  lead: {
    files: "ما قُرئ، ورقةً ورقة.",
    meaning: "كيف فُهمت الملفات. صحّح ما هو خطأ، فتتغيّر الخريطة فوراً.",
    check: "ما ينتج عنها، وما تعذّر استعماله.",
    open: "اعرضها في اللوحة، أو احفظها مجموعةَ بيانات.",
  },
  undo: "تراجع",
  next: (step) => `التالي: ${step}`,
  working: "جارٍ العمل…",
  upToDate: "كل شيء محدَّث.",
  problems: (count) =>
    plural(count, {
      zero: "لا مشكلات",
      one: "مشكلة واحدة",
      two: "مشكلتان",
      few: "# مشكلات",
      many: "# مشكلة",
      other: "# مشكلة",
    }),
  questions: (count) =>
    plural(count, {
      zero: "لا أسئلة",
      one: "سؤال واحد",
      two: "سؤالان",
      few: "# أسئلة",
      many: "# سؤالاً",
      other: "# سؤال",
    }),
  failed: (reason) => `تعذّرت قراءة الملفات: ${isolateFirst(reason)}`,
  tryAgain: "اختيار ملفات أخرى",

  map: "خريطة صغيرة",
  mapEmpty: "لا شيء يمكن رسمه بعد.",
  mapDay: "اليوم على الخريطة الصغيرة",
  mapAlt: (day, areas, places) => `${dates.long(day)}: ${plural(areas, AREAS)}، ${plural(places, PLACES)}`,

  rows: (count) => plural(count, ROWS),
  columns: (count) =>
    plural(count, { one: "عمود واحد", two: "عمودان", few: "# أعمدة", many: "# عموداً", other: "# عمود" }),
  points: (count) =>
    plural(count, { one: "نقطة واحدة", two: "نقطتان", few: "# نقاط", many: "# نقطة", other: "# نقطة" }),
  lines: (count) =>
    plural(count, { one: "خط واحد", two: "خطان", few: "# خطوط", many: "# خطاً", other: "# خط" }),
  areas: (count) => plural(count, AREAS),
  files: (count) =>
    plural(count, { one: "ملف واحد", two: "ملفان", few: "# ملفات", many: "# ملفاً", other: "# ملف" }),
  nothingRead: "لم يُعثر في هذه الملفات على أي جدول أو شكل.",
  encodingOf: (file) => `ترميز ${isolateFirst(file)}`,
  noteOf: (note) => {
    switch (note.kind) {
      case "encoding-guessed":
        return `لا يذكر الملف ترميز حروفه؛ قُرئ على أنه ${isolate(note.encoding)}. إن بدت الأسماء خاطئة فاختر ترميزاً آخر.`;
      case "reprojected":
        return `كانت الإحداثيات في نظام آخر (${isolate(note.system)}) فحُوِّلت إلى خطوط الطول والعرض.`;
      case "placed-by-columns":
        return `أُخذت المواضع من: ${note.columns.map(isolateFirst).join("، ")}.`;
      case "rows-above-header":
        return `تُرك فوق أسماء الأعمدة: ${plural(note.count, ROWS)}.`;
      case "no-header":
        return "ليس في الصف الأول أسماء، فرُقّمت الأعمدة.";
      case "row-of-tags":
        return "تُرك صف الوسوم تحت أسماء الأعمدة.";
      case "found-within":
        return `وُجدت الصفوف في «${isolateFirst(note.path)}».`;
      case "files-passed-over":
        return `تُركت، إذ لا تُطلب فيها بيانات: ${note.paths.map(isolateFirst).join("، ")}.`;
    }
  },
  problemsOfFiles: "مشكلات القراءة",

  dataTitle: "العنوان",
  nameLanguage: "لغة الأسماء",
  openQuestions: "بانتظار جوابك",
  noQuestions: "لا حاجة إلى أي سؤال.",
  question: ({ about, wanted, sample }) => {
    const example = sample === "" ? "" : ` مثلاً: ${isolateFirst(sample)}.`;
    return {
      kind: "ماذا في هذه الورقة؟",
      column: `أي عمود يقول هذا: ${wanted}؟`,
      side:
        sample === "" ? "لمن هذه المناطق أو المواقع؟" : `إلى أي طرف تشير القيمة «${isolateFirst(sample)}»؟`,
      rest: "من يسيطر على كل ما لا يقع في أي منطقة؟",
      "day-order": `أيهما أولاً: اليوم أم الشهر؟${example}`,
      "day-numbers": `ماذا تعدّ الأرقام الدالة على الأيام؟${example}`,
      "day-end": `هل يُحسب اليوم الأخير من الصف؟${example}`,
      day: "في أي يوم كان هذا؟ لا يذكره عمود ولا اسم ملف.",
    }[about];
  },
  choose: "اختر…",
  takeBack: "كما خُمِّن",
  isWhat: "ما هي",
  kind: {
    settlements: "مواقع",
    "held-places": "مواقع ومن يسيطر عليها",
    areas: "مناطق سيطرة",
    lines: "خط الجبهة",
    highways: "طرق سريعة",
    regions: "محافظات أو مناطق إدارية",
    claims: "روايات: من سيطر على ماذا",
    events: "أحداث",
    figures: "أرقام",
    ignored: "غير مستعملة",
  },
  column: {
    place: "اسم الموقع",
    place_id: "رمز الموقع",
    governorate: "المحافظة",
    district: "المنطقة الإدارية",
    precision: "الدقة",
    spellings: "كتابات أخرى",
    place_kind: "نوع الموقع",
    population: "عدد السكان",
    importance: "الأهمية",
    note: "ملاحظة",
    side: "الطرف",
    side_by_day: "الطرف، عمود لكل يوم",
    day: "اليوم",
    first_day: "اليوم الأول",
    last_day: "اليوم الأخير",
    id: "رقم السجل",
    source: "المصدر",
    attribution: "من يقول ذلك",
    certainty: "درجة اليقين",
    summary: "الملخص",
    action: "ما جرى للموقع",
    extent: "أي جزء من الموقع",
    actor: "من فعل ذلك",
    kind: "النوع",
    title: "العنوان",
    other_actor: "بمن",
    fatalities: "القتلى",
    fatalities_low: "القتلى، على الأقل",
    fatalities_high: "القتلى، على الأكثر",
    day_precision: "دقة اليوم",
    measure: "ما يُعدّ",
    value: "العدد",
    value_high: "أعلى عدد",
    unit: "الوحدة",
    concerns: "من يعنيه",
  },
  nameIn: (language) => `الاسم بلغة: ${languages.of(language) ?? isolate(language)}`,
  notUsed: "غير مستعمل",
  meaningOf: (column) => `معنى ${isolateFirst(column)}`,
  row: "الصف",
  firstRows: (sheet) => `أولى صفوف ${isolateFirst(sheet)}`,
  why: (reason, detail) =>
    ({
      told: "أنت قلت ذلك.",
      recipe: `الأعمدة هي أعمدة ${isolateFirst(detail)}.`,
      "column-name": `من الاسم «${isolateFirst(detail)}».`,
      values: detail === "" ? "من القيم." : `من قيم مثل «${isolateFirst(detail)}».`,
      shapes: "من الأشكال.",
      columns: "من الأعمدة.",
      "file-name": `من اسم الملف: ${isolateFirst(detail)}.`,
      "only-reading": `لا تُقرأ «${isolateFirst(detail)}» إلا هكذا.`,
      format: "هكذا تنص الصيغة.",
      usual: "تخمين: هكذا معظم الملفات.",
      nothing: "تخمين: لا شيء يدل عليه.",
    })[reason],
  sheets: "الأوراق",
  order: "اليوم والشهر",
  orders: { "day-month": "اليوم أولاً: 31/12", "month-day": "الشهر أولاً: 12/31" },
  numbers: "ما تعدّه الأرقام",
  numberKinds: {
    milliseconds: "أجزاء الألف من الثانية منذ 1970",
    seconds: "الثواني منذ 1970",
    serial: "أيام جدول بيانات",
    digits: "السنة والشهر واليوم أرقاماً",
  },
  end: "اليوم الأخير من الصف",
  ends: { inclusive: "يُحسب", exclusive: "لا يُحسب" },
  dayOfAll: "يوم كل الصفوف",
  sides: "الأطراف",
  colourOf: (side) => `لون ${isolateFirst(side)}`,
  nameOf: (side) => `اسم ${isolateFirst(side)}`,
  values: "القيم",
  sideOf: (value) => `طرف «${isolateFirst(value)}»`,
  contested: "متنازَع عليه",
  leftOut: "يُترك",
  anotherSide: "طرف آخر…",
  newSide: "اسم الطرف الآخر",
  use: "استعمله",
  nobody: "لا يُعرف من",
  rest: "ما لا يقع في أي منطقة يسيطر عليه",
  sheetSide: "طرف كل الصفوف",

  span: (first, last, count) =>
    count === 1
      ? `يوم واحد: ${dates.long(first)}.`
      : `${plural(count, { two: "يومان", few: "# أيام", many: "# يوماً", other: "# يوم" })}: من ${dates.long(first)} إلى ${dates.long(last)}.`,
  contents: "ما ينتج",
  settlements: (count) => plural(count, PLACES),
  phases: (count) =>
    plural(count, {
      one: "حالة واحدة للمناطق",
      two: "حالتان للمناطق",
      few: "# حالات للمناطق",
      many: "# حالة للمناطق",
      other: "# حالة للمناطق",
    }),
  claims: (count) =>
    plural(count, { one: "رواية واحدة", two: "روايتان", few: "# روايات", many: "# رواية", other: "# رواية" }),
  events: (count) =>
    plural(count, { one: "حدث واحد", two: "حدثان", few: "# أحداث", many: "# حدثاً", other: "# حدث" }),
  figures: (count) =>
    plural(count, { one: "رقم واحد", two: "رقمان", few: "# أرقام", many: "# رقماً", other: "# رقم" }),
  names: "الأسماء كما تظهر، ومن يسيطر على الموقع في اليوم الأخير",
  noProblems: "لا مشكلات: استُعمل كل شيء.",
  showRow: "إظهار الصف",
  rowOf: (record) => `في الملف: ${isolateFirst(record)}`,
  noRow: "هذا يخص الملف كله.",
  furtherProblems: (count) =>
    plural(count, {
      one: "وواحدة أخرى غير مدرجة.",
      two: "واثنتان أخريان غير مدرجتين.",
      few: "و# أخرى غير مدرجة.",
      other: "و# أخرى غير مدرجة.",
    }),

  cannotOpen: "لا شيء يمكن عرضه بعد: لم ينتج يوم ولا موقع ولا منطقة. ارجع إلى خطوة «المعنى».",
  openQuestionsLeft: (count) =>
    `${plural(count, {
      one: "بقي سؤال واحد بلا جواب",
      two: "بقي سؤالان بلا جواب",
      few: "بقيت # أسئلة بلا جواب",
      many: "بقي # سؤالاً بلا جواب",
      other: "بقي # سؤال بلا جواب",
    })}؛ ويُعمل بالتخمين حتى تجيب.`,
  openNow: "الفتح في اللوحة",
  saveZip: "حفظ مجموعةَ بيانات (أرشيف مضغوط)",
  saveFolder: "حفظ كمجلد…",
  savedFolder: (folder) => `حُفظ في المجلد ${isolate(folder)}.`,
  saveHelp: `في الأرشيف الملفات كما كانت، وملف ${isolate("dataset.json")} يقول ما تعنيه: إذا أُفلت على هذه الصفحة، أو فُكّ وأُعطي لسطر الأوامر، فُتح بلا سؤال.`,
};
