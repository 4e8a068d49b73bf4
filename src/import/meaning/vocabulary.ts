import { CLAIM_ACTIONS, CLAIM_CERTAINTIES, EVENT_KINDS, FIGURE_MEASURES } from "../../core/records.ts";

/** What people write for what happened to a place, by our words. */
const ACTIONS: readonly (readonly [RegExp, (typeof CLAIM_ACTIONS)[number]])[] = [
  [/^(?:re-?captured?|re-?taken?|re-?took|regained?|recovered)/i, "recaptured"],
  [
    /^(?:captur|taken?\b|took|seiz|liberat|occup|gain|conquer|overran|fell\b|control|secur|advance|prise?\b|captur|libér|سيطر|تحرير|احتلال|захоп|звільн|окупа|захват|освобо)/i,
    "captured",
  ],
  [/^(?:enter|стали|دخل|зайш|entr)/i, "entered"],
  [/^(?:withdr|retreat|pull(?:ed)? out|left\b|retrait|انسح|відст|вийш|отступ)/i, "withdrew"],
  [/^(?:repel|repuls|foil|відбит|отбит|صد\b)/i, "repelled"],
  [/^(?:attack|assault|storm|offensive|هجوم|атак|штурм|attaqu)/i, "attacked"],
  [/^(?:held\b|holds?\b|defend|утрим|удерж|tenu)/i, "held"],
  [/^(?:bomb|shell|strike|struck|airstrike|قصف|обстр|удар|frapp)/i, "bombarded"],
  [/^(?:encircl|besieg|surround|оточ|окруж|حصار|encercl)/i, "encircled"],
  [/^(?:contest|clash|fight|battle|disput|اشتباك|бої|бои|combat)/i, "contested"],
];

const KINDS: readonly (readonly [RegExp, (typeof EVENT_KINDS)[number]])[] = [
  [/cease.?fire|truce|armistice|cessez|هدنة|وقف إطلاق|перемир|прекращение огня/i, "ceasefire"],
  [/\btalks?\b|negotiat|summit|agreement|pourparlers|محادثات|مفاوضات|перегов/i, "talks"],
  [/patrol|патрул|دورية/i, "patrol"],
  [/humanitarian|\baid\b|evacuat|displac|إغاثة|إنساني|гуманітар|гуманитар|евакуа/i, "humanitarian"],
  [/reinforce|deploy|convoy|تعزيزات|підкріп|подкреп/i, "reinforcement"],
  [/statement|declar|announce|بيان|заява|заявлени/i, "statement"],
  [/no.?fly|airspace|airport clos/i, "airspace"],
  [
    /air|drone|shell|artiller|missile|rocket|bomb|strike|explosi|remote violence|mine\b|ied\b|grenade|قصف|غارة|انفجار|обстріл|удар|обстрел|вибух|frappe/i,
    "strike",
  ],
  [/battle|clash|armed|offensive|assault|operation|ambush|اشتباك|معارك|бій|бої|бои|combat/i, "operation"],
];

/** Our word for what happened to a place; the text itself where there is none, which is then told. */
export function toAction(text: string): string {
  const folded = text.trim().toLowerCase();
  return (
    CLAIM_ACTIONS.find((action) => action === folded) ??
    ACTIONS.find(([form]) => form.test(folded))?.[1] ??
    text
  );
}

/** Our word for a kind of event, `other` where there is none. */
export function toEventKind(text: string): string {
  const folded = text.trim().toLowerCase();
  return (
    EVENT_KINDS.find((kind) => kind === folded) ?? KINDS.find(([form]) => form.test(folded))?.[1] ?? "other"
  );
}

/** Our word for what a number counts, `other` where there is none. */
export function toMeasure(text: string): string {
  const folded = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  return FIGURE_MEASURES.find((measure) => measure === folded) ?? "other";
}

/** Our word for how sure a claim is; empty where the text is none of them. */
export function toCertainty(text: string): string {
  const folded = text.trim().toLowerCase();
  return CLAIM_CERTAINTIES.find((certainty) => certainty === folded) ?? "";
}
