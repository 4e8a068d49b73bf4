import type { OwnWords } from "../own-words.ts";
import { isolate, plural } from "./forms.ts";

const CHANGES = {
  one: "تغيير واحد غير محفوظ",
  two: "تغييران غير محفوظين",
  few: "# تغييرات غير محفوظة",
  many: "# تغييراً غير محفوظ",
  other: "# تغيير غير محفوظ",
};

/** The Arabic words for the reader's own data. */
export const arOwn: OwnWords = {
  edit: {
    addClaim: "إضافة رواية",
    move: "نقل هذا المكان",
    starting: "جارٍ قراءة الملفات…",
    whyNot: {
      compiled: "لا يمكن تغيير ملف مُجمَّع هنا: افتح المجلد أو الأرشيف الذي صُنع منه.",
      kept: "لا يمكن تغيير ما حفظه هذا المتصفح: افتح مجلده أو أرشيفه من جديد.",
      served: "تعرض هذه الصفحة ما لدى الخادم، ولا يمكن تغييره هنا.",
    },
    copyNote: "أنت تغيّر نسخة. تبقى الملفات الأصلية كما هي.",
    claimAbout: (place) => `رواية عن ${isolate(place)}`,
    moveOf: (place) => `موقع ${isolate(place)}`,
    firstDay: "اليوم",
    lastDay: "حتى",
    lastDayHint: "فقط إن لم يُعرف اليوم: آخر يوم يمكن أن يكون قد حدث فيه.",
    side: "الطرف",
    noSide: "لا أحد",
    action: "ما حدث",
    source: "المصدر",
    sourceHint: "وثيقة من مجموعة البيانات، أو عنوان على الويب.",
    summary: "ما تقوله",
    noColumn: "لا عمود لهذا في جدول الروايات.",
    lng: "خط الطول",
    lat: "خط العرض",
    moveHint: "اسحب الدبوس على الخريطة، أو اكتب الدرجات.",
    add: "إضافة",
    moveHere: "نقل",
    cancel: "إلغاء",
    refused: "لم يتم: سيكون في مجموعة البيانات عندئذٍ مشكلة ليست فيها الآن.",
    added: "أُضيفت الرواية.",
    moved: "نُقل المكان.",
    bar: "تغييرات البيانات",
    unsaved: (count) => plural(count, CHANGES),
    allSaved: "كل التغييرات محفوظة",
    working: "جارٍ العمل…",
    undo: "تراجع",
    redo: "إعادة",
    saveFolder: "حفظ في المجلد",
    saveNewFolder: "حفظ كمجلد…",
    saveZip: "حفظ كأرشيف",
    savedFolder: (folder, files) =>
      `حُفظ في المجلد ${isolate(folder)}: ${plural(files, { one: "كُتب ملف واحد", two: "كُتب ملفان", few: "كُتبت # ملفات", many: "كُتب # ملفاً", other: "كُتب # ملف" })}.`,
    savedZip: "حُفظ كأرشيف يُفتح هنا من جديد.",
    notSaved: (reason) => `لم يُحفظ: ${isolate(reason)}`,
    unsavedTitle: "تغييرات غير محفوظة",
    unsavedText: (count) =>
      `في البيانات المعروضة ${plural(count, CHANGES)}. فتح بيانات أخرى يعني التخلي عن ذلك.`,
    discard: "التخلي عنها والمتابعة",
    keep: "البقاء هنا",
  },
  follow: {
    hint: "تتابع الصفحة المجلد: حين يتغيّر ملف تتغيّر اللوحة معه.",
    changed: "تغيّرت الملفات في المجلد.",
    apply: "أخذها مع تغييراتي",
    takeTheirs: "أخذها من دون تغييراتي",
    noPermission: (folder) =>
      `لم يعد المتصفح يسمح لهذه الصفحة بقراءة المجلد ${isolate(folder)}. افتحه من جديد لمتابعته.`,
    gone: (folder) => `لم يعد المجلد ${isolate(folder)} موجوداً. تبقى الصفحة كما هي.`,
  },
  address: {
    title: "فتح بيانات من عنوان",
    question: "الرابط الذي اتبعته يطلب من هذه الصفحة جلب بيانات من مكان آخر.",
    host: "المضيف",
    whole: "العنوان",
    requests: (isDeclaration) =>
      isDeclaration
        ? "سيطلب متصفحك هذا الملف والملفات المجاورة التي يسمّيها."
        : "سيطلب متصفحك هذا الملف وحده.",
    nothingElse: "يعرف المضيف عنوانك على الشبكة ولا يعرف شيئاً مما تفعله هنا. لا يُطلب شيء آخر ولا يُرسل شيء.",
    pinned: `يحدد الرابط المحتوى المقصود (${isolate("SHA-256")})، ولا يُفتح سواه.`,
    open: "جلب وفتح",
    not: "عدم الفتح",
    fetching: "جارٍ الجلب…",
    fault: (fault, detail) =>
      ({
        "not-http": `لا تُفتح إلا عناوين تبدأ بـ ${isolate("https://")} أو ${isolate("http://")}، وليس هذا منها: ${isolate(detail)}`,
        unreachable: `لم يصل شيء. إما أنه لا شبكة أو لا مضيف كهذا، وإما أن المضيف لا يسمح لصفحات من أماكن أخرى بقراءة ملفاته (${isolate("CORS")}): اسأل من يديره، أو نزّل الملف وافتحه هنا.`,
        redirected: "يحيل المضيف إلى عنوان آخر لم تُسأل عنه. استعمل ذلك العنوان في الرابط.",
        refused: `أجاب المضيف ${isolate(detail)}.`,
        "too-large": `الملف أكبر من ${isolate(detail)}، وهو أقصى ما يُفتح هنا.`,
        "other-hash": `المحتوى غير الذي يحدده الرابط. بصمته ${isolate("SHA-256")} هي ${isolate(detail)}. لم يُفتح شيء.`,
        "no-hash": `لا تستطيع هذه الصفحة التحقق من المحتوى لأنها لم تُفتح من ${isolate("https")}. لم يُفتح شيء.`,
        outside: `تسمّي مجموعة البيانات ملفاً لا يقع بجوارها: ${isolate(detail)}`,
      })[fault],
    came: `بصمة ${isolate("SHA-256")} لما وصل`,
    pin: "رابط إلى هذا المحتوى بعينه",
    show: "العرض في اللوحة",
  },
};
