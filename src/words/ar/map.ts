import { isolate } from "./forms.ts";
import type { MapWords } from "../map-words.ts";

/** The Arabic words of the map and of exported pictures. */
export const arMap: MapWords = {
  mapLabel: (day) => `خريطة السيطرة في نهاية ${day}`,
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  credits: "المصادر والحقوق",
  licence: "الترخيص",
  inferredLine: "خط الجبهة، مستنتَج",
  quietLine: "خط بين أطراف غير متحاربة",
  corridor: (highway, widthKm) => `ممر ${highway} الأمني، ${widthKm} كم من كل جانب`,
  patrols: (name, highway) => `${name}، ${highway}`,
  postStates: {
    established: "نقطة مراقبة",
    encircled: "نقطة مراقبة محاصرة",
    relieved: "نقطة مراقبة فُكّ الحصار عنها",
  },
  kilometres: "كم",
  metres: "م",
  noGraphics: `يتعذّر رسم الخريطة لأن هذا المتصفح لا يوفّر ${isolate("WebGL 2")}.`,
  graphicsLost: "توقفت الخريطة لأن معالج الرسوميات أعيد ضبطه. أعد تحميل الصفحة لرسمها من جديد.",
  pictureEmpty: "خرجت الصورة فارغة لأن الخريطة لم تُرسَم. أعد تحميل الصفحة وحاول مرة أخرى.",
  pictureTimedOut: "استغرق رسم الصورة وقتاً طويلاً. جرّب حجماً أصغر.",
  pictureTooLarge: (widthPx, heightPx) =>
    `لا يستطيع هذا المتصفح رسم صورة بحجم ${widthPx} × ${heightPx} بكسل. جرّب حجماً أصغر.`,
};
