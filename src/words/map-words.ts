import type { PostState } from "../core/records.ts";
import type { Language } from "../core/view.ts";

/** The states of a post that is on the map. */
export type StandingState = Exclude<PostState, "evacuated">;

/** The texts of the map and of exported pictures that the rest of the interface does not share. */
export interface MapWords {
  /** Label of the map for those who cannot see it. `day` is the full date. */
  readonly mapLabel: (day: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly credits: string;
  readonly licence: string;
  /** Legend of the stretches of the front that rest on no documented place nearby. */
  readonly inferredLine: string;
  /** Legend of a line between sides that do not fight each other. */
  readonly quietLine: string;
  /** Legend of a security corridor; the width is that to either side of the highway. */
  readonly corridor: (highway: string, widthKm: number) => string;
  /** Legend of patrols, by the name that the data set gives them. */
  readonly patrols: (name: string, highway: string) => string;
  /** What an observation post is on a day, under its name. */
  readonly postStates: Readonly<Record<StandingState, string>>;
  readonly kilometres: string;
  readonly metres: string;
  /** The map cannot be drawn at all, or has stopped. */
  readonly noGraphics: string;
  readonly graphicsLost: string;
  /** Why a picture could not be made. */
  readonly pictureEmpty: string;
  readonly pictureTimedOut: string;
  readonly pictureTooLarge: (widthPx: number, heightPx: number) => string;
}

const en: MapWords = {
  mapLabel: (day) => `Map of control at the end of ${day}`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  credits: "Credits",
  licence: "Licence",
  inferredLine: "Front line, inferred",
  quietLine: "Line between sides not at war",
  corridor: (highway, widthKm) => `${highway} security corridor, ${widthKm} km each side`,
  patrols: (name, highway) => `${name}, ${highway}`,
  postStates: {
    established: "Observation post",
    encircled: "Observation post, encircled",
    relieved: "Observation post, relieved",
  },
  kilometres: "km",
  metres: "m",
  noGraphics: "The map cannot be drawn because this browser offers no WebGL 2.",
  graphicsLost:
    "The map has stopped because the graphics processor was reset. Reload the page to draw it again.",
  pictureEmpty:
    "The picture came out empty because the map could not be drawn. Reload the page and try again.",
  pictureTimedOut: "The picture took too long to draw. Try a smaller size.",
  pictureTooLarge: (widthPx, heightPx) =>
    `This browser cannot draw a picture of ${widthPx} × ${heightPx} pixels. Try a smaller size.`,
};

const ar: MapWords = {
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
  noGraphics: "يتعذّر رسم الخريطة لأن هذا المتصفح لا يوفّر WebGL 2.",
  graphicsLost: "توقفت الخريطة لأن معالج الرسوميات أعيد ضبطه. أعد تحميل الصفحة لرسمها من جديد.",
  pictureEmpty: "خرجت الصورة فارغة لأن الخريطة لم تُرسَم. أعد تحميل الصفحة وحاول مرة أخرى.",
  pictureTimedOut: "استغرق رسم الصورة وقتاً طويلاً. جرّب حجماً أصغر.",
  pictureTooLarge: (widthPx, heightPx) =>
    `لا يستطيع هذا المتصفح رسم صورة بحجم ${widthPx} × ${heightPx} بكسل. جرّب حجماً أصغر.`,
};

export const mapWords: Readonly<Record<Language, MapWords>> = { en, ar };
