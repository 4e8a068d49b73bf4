import { dates, isolate, plural } from "./forms.ts";
import { formatSize, type OpeningWords, type OpenWords } from "../open-words.ts";

const moment = new Intl.DateTimeFormat("ar-SY-u-nu-latn", { dateStyle: "medium", timeStyle: "short" });
const digits = new Intl.NumberFormat("en");

const PROBLEMS = { one: "مشكلة واحدة", two: "مشكلتان", few: "# مشكلات", many: "# مشكلة", other: "# مشكلة" };
const ERRORS = { one: "خطأ واحد", two: "خطآن", few: "# أخطاء", many: "# خطأً", other: "# خطأ" };
const WARNINGS = { one: "تنبيه واحد", two: "تنبيهان", few: "# تنبيهات", many: "# تنبيهاً", other: "# تنبيه" };
const NOTES = { one: "ملاحظة واحدة", two: "ملاحظتان", few: "# ملاحظات", many: "# ملاحظة", other: "# ملاحظة" };
const FILES = { one: "ملف واحد", two: "ملفان", few: "# ملفات", many: "# ملفاً", other: "# ملف" };

/** The Arabic words for opening data of one's own. */
export const arOpen: OpenWords & OpeningWords = {
  button: "فتح بيانات",
  title: "فتح بيانات",
  introduction: `اعرض نزاعاً آخر في هذه اللوحة: مجموعة بيانات، أو ملفات من أي نوع، كالجداول و${isolate("GeoJSON")} و${isolate("KML")} و${isolate("shapefile")}. وما لا تقوله الملفات نفسها يُسأل عنه.`,
  privacy: "تُقرأ الملفات على هذا الحاسوب. لا يُرفع منها شيء.",
  openFolder: "فتح مجلد…",
  openFiles: "فتح أرشيف أو ملفات…",
  orDrop: "أو أفلتها في أي مكان من هذه الصفحة.",
  dropHere: "أفلت للفتح",
  dropHint: "مجلد أو أرشيف مضغوط أو ملفات من أي نوع. يبقى المعروض الآن حتى تجهز البيانات الجديدة.",
  pictureHint: `الصورة أو ملف ${isolate("PDF")} المصدَّر من هنا يعيدك إلى العرض الذي فيه.`,
  pictureShown: (day, match) => {
    const shown = `هذا هو عرض الصورة: ${dates.long(day)}.`;
    return {
      same: shown,
      changed: `${shown} تغيّرت البيانات منذ صُنعت الصورة، فقد يختلفان.`,
      unsure: `${shown} لا يُعرف هل تغيّرت البيانات منذ ذلك الحين.`,
    }[match];
  },
  pictureOther: (title) => `الصورة من «${isolate(title)}»`,
  pictureOtherHelp: (day) =>
    `فيها ${dates.long(day)} من مجموعة بيانات غير المعروضة في الصفحة. افتح تلك المجموعة أدناه ليظهر عرض الصورة.`,
  story: "القصة المرفقة",
  showStory: "عرض القصة المرفقة",
  recent: "فُتحت من قبل، محفوظة في هذا المتصفح",
  noRecent: "لا شيء بعد. ما تفتحه يُحفظ في هذا المتصفح ليُفتح ثانيةً من دون ملفاته.",
  noStorage: "لا يحفظ هذا المتصفح بيانات لهذه الصفحة، كما في النافذة الخاصة.",
  recentNote: (source, openedAt, sizeBytes) =>
    [source === "" ? "" : isolate(source), moment.format(openedAt), formatSize(sizeBytes, ["ك.ب", "م.ب"])]
      .filter((part) => part !== "")
      .join(" · "),
  shown: "معروضة الآن",
  forget: "نسيان",
  forgetOne: (title) => `نسيان ${isolate(title)}`,
  forgetAll: "نسيان الكل",
  forgotten: "نُسيت.",
  opening: (name) => (name === "" ? "جارٍ الفتح" : `جارٍ فتح ${isolate(name)}`),
  finding: (count) => `عُثر على ${plural(count, { ...FILES, two: "ملفين" })}`,
  progress: ({ stage, done, total }) => {
    const of = `${isolate(digits.format(done))} من ${isolate(digits.format(total))}`;
    return {
      reading: `قُرئ ${of} من الملفات`,
      checking: `فُحص ${of} من الأيام`,
      compiling: "جارٍ التجميع…",
    }[stage];
  },
  stage: (stage) => ({ reading: "القراءة", checking: "الفحص", compiling: "التجميع" })[stage],
  problemsSoFar: (count) => `${plural(count, PROBLEMS)} حتى الآن`,
  preparing: "جارٍ تجهيز اللوحة…",
  cancel: "إلغاء",
  cancelled: "أُلغي الفتح. ما كان معروضاً لا يزال معروضاً.",
  contents: ({ settlements, days, firstDay, lastDay }) => {
    const places = plural(settlements, {
      one: "موقع واحد",
      two: "موقعان",
      few: "# مواقع",
      many: "# موقعاً",
      other: "# موقع",
    });
    const span = plural(days, {
      one: "يوم واحد",
      two: "يومان",
      few: "# أيام",
      many: "# يوماً",
      other: "# يوم",
    });
    return `${places}، ${span}: من ${dates.long(firstDay)} إلى ${dates.long(lastDay)}.`;
  },
  counts: (errors, warnings, notes) =>
    [
      errors > 0 ? plural(errors, ERRORS) : "",
      warnings > 0 ? plural(warnings, WARNINGS) : "",
      notes > 0 ? plural(notes, NOTES) : "",
    ]
      .filter((part) => part !== "")
      .join("، "),
  soundIsShown: "تُترك السجلات التي فيها أخطاء، ويُعرض ما سواها.",
  show: "العرض في اللوحة",
  keepPresent: "إبقاء المعروض الآن",
  refused: (name) => (name === "" ? "يتعذّر عرض هذه الملفات." : `يتعذّر عرض ${isolate(name)}.`),
  presentStays: "ما كان معروضاً لا يزال معروضاً.",
  furtherProblems: (count) => `${plural(count, PROBLEMS)} أخرى في التقرير المحفوظ.`,
  saveCsv: `حفظ بصيغة ${isolate("CSV")}`,
  saveJson: `حفظ بصيغة ${isolate("JSON")}`,
  failed: (name, reason) => `تعذّر فتح ${name === "" ? "البيانات" : isolate(name)}: ${isolate(reason)}`,
  opened: (title) => `المعروض الآن: ${isolate(title)}. لم يغادر شيء هذا الحاسوب.`,
  notKept: (title, hasNoRoom) =>
    hasNoRoom
      ? `المعروض الآن: ${isolate(title)}، لكن لا مكان في هذا المتصفح لحفظه. انسَ مجموعات أخرى لإفساح المكان.`
      : `المعروض الآن: ${isolate(title)}، لكن هذا المتصفح لا يحفظ بيانات لهذه الصفحة. احتفظ بالملفات لفتحها ثانيةً.`,
  notHere:
    "يسمّي العنوان مجموعة بيانات غير محفوظة في هذا المتصفح. لا تعمل هذه الروابط إلا حيث فُتحت البيانات؛ المعروض هو القصة المرفقة.",
  notForgotten: "رفض المتصفح نسيان البيانات. امسح بيانات هذه الصفحة من إعدادات المتصفح.",
  followed: "تغيّرت الملفات: هذا هو وضعها الجديد.",
  held: "تغيّرت الملفات وفيها الآن أخطاء. المعروض هو آخر وضع سليم لها.",
  lost: "لم يعد الخادم يجيب. تبقى الصفحة كما هي ولا تتبع الملفات إلى أن يُشغَّل الخادم من جديد.",
  reached: "عاد الخادم إلى الإجابة: الصفحة تتبع الملفات.",
};
