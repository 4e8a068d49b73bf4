import { day, parseDay } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import type { LaterWords } from "../later-words.ts";
import { dates } from "./forms.ts";

/** What the English interface says of a value of the address that cannot be used. */
export const enViewProblem: LaterWords["viewProblem"] = ({ parameter, found, used }) => {
  switch (parameter) {
    case "day": {
      const fault = parseDay(found) ? "outside this story" : "not a day";
      return `The address asked for day ${found}, which is ${fault}; showing ${dates.long(day(used))}.`;
    }
    case "with":
      return `The address asked to compare with “${found}”, which is not a day of this data set.`;
    case "compare":
      return `The address asked to compare as “${found}”, which is not offered; showing the difference.`;
    case "ground":
      return `The address asked for the ground as “${found}”, which is not offered; showing who holds it.`;
    case "since":
      return `The address asked for what was gained since “${found}”, which is not a day of this data set.`;
    case "trail":
      return `The address asked for earlier lines of “${found}” days, which is not offered.`;
    case "from":
    case "to":
      return `The address asked to play ${parameter} “${found}”, which is no day that the range can have.`;
    case "chart":
      return `The address asked for the chart “${found}”, for which this data set has no numbers.`;
    case "drawer":
      return `The address asked for the charts to be “${found}”, which is not offered.`;
    case "place":
      return `The address asked for the place “${found}”, which is not in this data set.`;
    case "post":
      return `The address asked for the post “${found}”, which is not in this data set or stands beside another selection.`;
    case "highway":
      return `The address asked for the highway “${found}”, which is not in this data set or stands beside another selection.`;
    case "source":
      return `The address asked for the source “${found}”, which is not in this data set or stands beside another selection.`;
    case "side":
      return `The address asked for sides “${found}” only, which this data set does not have; nothing is left out for it.`;
    case "said":
      return `The address asked for what “${found}” says only, which this data set does not have; nothing is left out for it.`;
    case "sure":
      return `The address asked for the certainty “${found}” only, which this data set does not have; nothing is left out for it.`;
    case "kind":
      return `The address asked for events of the kind “${found}” only, which this data set does not have; nothing is left out for it.`;
    case "story":
      return `The address asked for the step “${found}” of the story, which this data set does not have.`;
    case "wall":
      return `The address asked for wall mode as “${found}”; it is “1”, and never beside the story or two maps.`;
    case "lang":
      return `The address asked for the language “${found}”, which is not offered; showing English.`;
    case "theme":
      return `The address asked for the theme “${found}”, which is not offered.`;
    case "labels":
      return `The address asked for names in “${found}”, which is not offered; showing both scripts.`;
    case "hide":
      return `The address asked to hide “${found}”, which is no layer of this map.`;
    case "at":
      return `The address asked for the map position “${found}”, which is not one.`;
  }
};

/** What the English interface says of an address that was made for other data. */
export const enDataProblem: LaterWords["dataProblem"] = ({ found, match, title, mark, lost }) => {
  const shown = `“${pickName(title, "en")}”${mark === "" ? "" : ` (${mark})`}`;
  const meant = {
    changed: `This link was made for another state of the data, ${found}, and what is shown is ${shown}`,
    other: `This link was made for another data set, ${found}, and what is shown is ${shown}`,
    unsure: `This link was made for ${found}, which may be another data set or another state of the one shown, ${shown}`,
    unreadable: `This link says “${found}” of the data it was made for, which is cut off or mistyped, and what is shown is ${shown}`,
  }[match];
  const rest =
    lost.length === 0
      ? "all else that it asks for is here"
      : `of what it asks for, this is not here: ${lost.join(", ")}`;
  return `${meant}; ${rest}.`;
};
