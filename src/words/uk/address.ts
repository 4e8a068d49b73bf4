import { day, parseDay } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import type { LaterWords } from "../later-words.ts";
import { dates } from "./forms.ts";

/** What the Ukrainian interface says of a value of the address that cannot be used. */
export const ukViewProblem: LaterWords["viewProblem"] = ({ parameter, found, used }) => {
  const asked = `«${found}»`;
  switch (parameter) {
    case "day": {
      const fault = parseDay(found) ? "він поза цією історією" : "це не день";
      return `Адреса просила день ${asked}, але ${fault}; показано ${dates.long(day(used))}.`;
    }
    case "with":
      return `Адреса просила порівняти з «${found}», а такого дня в цьому наборі даних немає.`;
    case "compare":
      return `Адреса просила порівняння ${asked}, якого немає; показано різницю.`;
    case "ground":
      return `Адреса просила територію ${asked}, чого немає; показано, хто її утримує.`;
    case "since":
      return `Адреса просила здобуте від ${asked}, але це не день цього набору даних.`;
    case "trail":
      return `Адреса просила лінії за ${asked} днів, чого немає.`;
    case "from":
    case "to":
      return `Адреса просила межу відтворення «${found}», якою це не може бути.`;
    case "chart":
      return `Адреса просила діаграму «${found}», для якої в цьому наборі немає чисел.`;
    case "drawer":
      return `Адреса просила діаграми у вигляді «${found}», чого немає.`;
    case "place":
      return `Адреса просила населений пункт ${asked}, якого немає в цьому наборі даних.`;
    case "post":
      return `Адреса просила пост «${found}», якого немає в цьому наборі даних або який названо поруч з іншим вибором.`;
    case "highway":
      return `Адреса просила трасу «${found}», якої немає в цьому наборі даних або яку названо поруч з іншим вибором.`;
    case "source":
      return `Адреса просила джерело «${found}», якого немає в цьому наборі даних або яке названо поруч з іншим вибором.`;
    case "side":
      return `Адреса просила лише сторону «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
    case "said":
      return `Адреса просила лише сказане джерелом «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
    case "sure":
      return `Адреса просила лише певність «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
    case "kind":
      return `Адреса просила лише події виду «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
    case "story":
      return `Адреса просила крок історії «${found}», якого немає в цьому наборі даних.`;
    case "wall":
      return `Адреса просила режим для стіни «${found}»; його значення «1», і не разом з історією чи двома картами.`;
    case "lang":
      return `Адреса просила мову ${asked}, якої немає; показано англійською.`;
    case "theme":
      return `Адреса просила тему ${asked}, якої немає.`;
    case "labels":
      return `Адреса просила назви письмом ${asked}, якого немає; показано обидва письма.`;
    case "hide":
      return `Адреса просила сховати ${asked}, але такого шару на карті немає.`;
    case "at":
      return `Адреса просила положення карти ${asked}, але це не положення.`;
  }
};

/** What the Ukrainian interface says of an address that was made for other data. */
export const ukDataProblem: LaterWords["dataProblem"] = ({ found, match, title, mark, lost }) => {
  const shown = `«${pickName(title, "uk")}»${mark === "" ? "" : ` (${mark})`}`;
  const meant = {
    changed: `Це посилання зроблено для іншого стану даних, ${found}; показано ${shown}`,
    other: `Це посилання зроблено для іншого набору даних, ${found}; показано ${shown}`,
    unsure: `Це посилання зроблено для ${found}: можливо, це інший набір даних або інший стан показаного, ${shown}`,
    unreadable: `Це посилання називає свої дані «${found}», що обрізано або записано з помилкою; показано ${shown}`,
  }[match];
  const rest =
    lost.length === 0
      ? "і все інше, про що просить посилання, тут є"
      : `і цього, про що просить посилання, тут немає: ${lost.join(", ")}`;
  return `${meant}, ${rest}.`;
};
