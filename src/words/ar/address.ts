import { day, parseDay } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import type { LaterWords } from "../later-words.ts";
import { dates, isolate, isolateFirst } from "./forms.ts";

/** What the Arabic interface says of a value of the address that cannot be used. */
export const arViewProblem: LaterWords["viewProblem"] = ({ parameter, found, used }) => {
  const asked = `«${isolate(found)}»`;
  switch (parameter) {
    case "day": {
      const fault = parseDay(found) ? "وهو خارج هذه الفترة" : "وهو ليس تاريخاً صحيحاً";
      return `طلب العنوان اليوم ${asked}، ${fault}؛ المعروض هو ${dates.long(day(used))}.`;
    }
    case "with":
      return `طلب العنوان المقارنة بـ“${found}”، وهو ليس يوماً من هذه المجموعة.`;
    case "compare":
      return `طلب العنوان طريقة المقارنة ${asked}، وهي غير متاحة؛ المعروض هو الفرق.`;
    case "ground":
      return `طلب العنوان إظهار الأرض بطريقة ${asked}، وهي غير متاحة؛ المعروض من يسيطر عليها.`;
    case "since":
      return `طلب العنوان ما كُسب منذ ${asked}، وليس يوماً من أيام هذه البيانات.`;
    case "trail":
      return `طلب العنوان خطوط ${asked} من الأيام، وهو غير متاح.`;
    case "from":
    case "to":
      return `طلب العنوان حدّاً لمدة التشغيل هو ${asked}، ولا يصلح لها.`;
    case "chart":
      return `طلب العنوان الرسم البياني ${asked}، وليس في هذه البيانات أرقام له.`;
    case "drawer":
      return `طلب العنوان عرض الرسوم البيانية بطريقة ${asked}، وهي غير متاحة.`;
    case "place":
      return `طلب العنوان الموقع ${asked}، وهو غير موجود في هذه البيانات.`;
    case "post":
      return `طلب العنوان نقطة المراقبة «${isolate(found)}»، وهي ليست في هذه البيانات أو طُلب معها شيء آخر.`;
    case "highway":
      return `طلب العنوان الطريق «${isolate(found)}»، وهو ليس في هذه البيانات أو طُلب معه شيء آخر.`;
    case "source":
      return `طلب العنوان المصدر «${isolate(found)}»، وهو ليس في هذه البيانات أو طُلب معه شيء آخر.`;
    case "side":
      return `طلب العنوان الاقتصار على الطرف «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
    case "said":
      return `طلب العنوان الاقتصار على ما يقوله «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
    case "sure":
      return `طلب العنوان الاقتصار على درجة اليقين «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
    case "kind":
      return `طلب العنوان الاقتصار على الأحداث من نوع «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
    case "story":
      return `طلب العنوان الخطوة «${isolate(found)}» من القصة، وهي غير موجودة في هذه البيانات.`;
    case "wall":
      return `طلب العنوان العرض على الجدار بالقيمة ${asked}، وقيمته ${isolate("1")}، ولا يكون مع القصة ولا مع خريطتين.`;
    case "lang":
      return `طلب العنوان اللغة ${asked}، وهي غير متاحة؛ المعروض هو الإنكليزية.`;
    case "theme":
      return `طلب العنوان المظهر ${asked}، وهو غير متاح.`;
    case "labels":
      return `طلب العنوان كتابة الأسماء ${asked}، وهي غير متاحة؛ المعروض كلتا الكتابتين.`;
    case "hide":
      return `طلب العنوان إخفاء ${asked}، وليست طبقة من طبقات هذه الخريطة.`;
    case "at":
      return `طلب العنوان موضع الخريطة ${asked}، وهو غير صحيح.`;
  }
};

/** What the Arabic interface says of an address that was made for other data. */
export const arDataProblem: LaterWords["dataProblem"] = ({ found, match, title, mark, lost }) => {
  const asked = isolate(found);
  const shown = `«${isolateFirst(pickName(title, "ar"))}»${mark === "" ? "" : ` (${isolate(mark)})`}`;
  const meant = {
    changed: `أُعدّ هذا الرابط لحالة أخرى من البيانات هي ${asked}؛ والمعروض هو ${shown}`,
    other: `أُعدّ هذا الرابط لمجموعة بيانات أخرى هي ${asked}؛ والمعروض هو ${shown}`,
    unsure: `أُعدّ هذا الرابط لبيانات اسمها ${asked}، وقد تكون مجموعة أخرى أو حالة أخرى من المعروضة، ${shown}`,
    unreadable: `يسمّي هذا الرابط بياناته «${asked}»، وهو اسم مقطوع أو فيه خطأ؛ والمعروض هو ${shown}`,
  }[match];
  const rest =
    lost.length === 0
      ? "وكل ما عدا ذلك مما يطلبه الرابط موجود"
      : `وهذا مما يطلبه الرابط غير موجود: ${lost.map(isolate).join("، ")}`;
  return `${meant}، ${rest}.`;
};
