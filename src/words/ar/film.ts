import type { FilmWords } from "../film-words.ts";
import { isolate, plural } from "./forms.ts";

export const arFilm: FilmWords = {
  series: { name: "سلسلة صور", hint: "صورة لكل يوم، في أرشيف واحد" },
  film: { name: "فيلم", hint: "الأيام واحدًا تلو الآخر" },
  saveSeries: "حفظ السلسلة",
  saveFilm: "صنع الفيلم",
  from: "أول يوم",
  to: "آخر يوم",
  wrongOrder: "أول يوم يأتي بعد آخر يوم.",
  onlyChanges: "فقط الأيام التي تغيّرت فيها السيطرة على أماكن",
  noChanges: "لم تتغيّر السيطرة على أي مكان في هذه الأيام.",
  size: "الحجم",
  sizes: { "720p": "720p", "1080p": "1080p", square: "مربع", story: "9:16" },
  format: "الصيغة",
  missing: (format) => `${isolate(format)}، ليست في هذا المتصفح`,
  pace: "ثوانٍ لكل يوم",
  paceOption: (seconds) => isolate(String(seconds)),
  motion: "تتحرك الأرض من يوم إلى يوم",
  motionNote: "ما بين يومين مرسوم وغير معروف، والفيلم يقول ذلك حين يعرضه.",
  motionCompared: "عند المقارنة بين يومين تبقى الأرض ثابتة.",
  stops: "البقاء أطول عند الأيام التي فيها تغيّرات",
  cards: "العنوان في البداية والمصادر في النهاية",
  pictures: (count) =>
    plural(count, {
      one: "صورة واحدة",
      two: "صورتان",
      few: "# صور",
      many: "# صورة",
      other: "# صورة",
    }),
  seconds: (count) =>
    plural(count, {
      one: "ثانية واحدة",
      two: "ثانيتان",
      few: "# ثوانٍ",
      many: "# ثانية",
      other: "# ثانية",
    }),
  frames: (count) =>
    plural(count, {
      one: "إطار واحد",
      two: "إطاران",
      few: "# إطارات",
      many: "# إطارًا",
      other: "# إطار",
    }),
  megabytes: (count) => `نحو ${count} ميغابايت`,
  atPicture: (number, count) => `الصورة ${number} من ${count}`,
  atFrame: (number, count) => `الإطار ${number} من ${count}`,
  secondsLeft: (count) =>
    plural(count, {
      one: "بقيت ثانية واحدة",
      two: "بقيت ثانيتان",
      few: "بقيت # ثوانٍ",
      many: "بقيت # ثانية",
      other: "بقيت # ثانية",
    }),
  minutesLeft: (count) =>
    plural(count, {
      one: "بقيت نحو دقيقة",
      two: "بقيت نحو دقيقتين",
      few: "بقيت نحو # دقائق",
      many: "بقيت نحو # دقيقة",
      other: "بقيت نحو # دقيقة",
    }),
  made: (format) => `صيغة الفيلم ${isolate(format)}.`,
  unsupported: (format) => `لا يستطيع هذا المتصفح صنع ${isolate(format)}.`,
  brokenFormat: (format) => `قال هذا المتصفح إنه يستطيع صنع ${isolate(format)}، ولم يفلح.`,
  noFormat: "لم يستطع هذا المتصفح صنع فيلم بهذا الحجم. اختر حجمًا أصغر، أو سلسلة صور.",
  noRoom: "لم تبقَ مساحة كافية على هذا الجهاز. أفسح بعضها، أو اختر أيامًا أقل أو حجمًا أصغر.",
  days: (count) =>
    plural(count, { one: "يوم واحد", two: "يومان", few: "# أيام", many: "# يومًا", other: "# يوم" }),
  sources: "المصادر",
  noSources: "لا تذكر مجموعة البيانات مصادر ولا ترخيصًا.",
};
