import { SIDE_COLOURS, type SideColour } from "../src/core/records.ts";
import type { Theme } from "../src/core/view.ts";

/** One colour of a side in its three strengths. */
export interface Tones {
  /** Marks and highways: at least 3:1 on land. */
  readonly mark: string;
  /** Text on panels: at least 4.5:1. */
  readonly text: string;
  /** Ground, with its own opacity. */
  readonly tint: string;
  readonly tintOpacity: number;
}

/** Every colour of one theme. Interface and map read the same value; nothing else in the project names a colour. */
export interface Palette {
  readonly scheme: "light" | "dark";
  /** For readers who need more contrast: text 7:1, marks, lines and controls 4.5:1. */
  readonly isStrong: boolean;
  readonly paper: string;
  readonly panel: string;
  readonly raised: string;
  readonly rule: string;
  readonly ink: string;
  readonly muted: string;
  readonly focus: string;
  readonly land: string;
  readonly foreignLand: string;
  readonly sea: string;
  readonly river: string;
  /** Names of rivers and seas. */
  readonly waterLabel: string;
  readonly border: string;
  readonly road: string;
  readonly frontLine: string;
  readonly casing: string;
  readonly label: string;
  readonly labelHalo: string;
  /** Changed today, contested. */
  readonly amber: string;
  readonly amberText: string;
  readonly warning: string;
  /** The named colours of sides; `side-tones.ts` adds those that a data set gives by number. */
  readonly sides: Readonly<Record<SideColour, Tones>>;
  /** What an agreement sets apart: corridors and the patrols along them. */
  readonly corridor: string;
  readonly corridorText: string;
  /** Ground, highways and places outside all areas. */
  readonly unknown: string;
  /** How strong the patterns of sides are on their ground, from 0 to 1, where it is not as usual in the scheme. */
  readonly patternOpacity?: number;
}

const light: Palette = {
  scheme: "light",
  isStrong: false,
  paper: "#f6f3ec",
  panel: "#fbf9f4",
  raised: "#ffffff",
  rule: "#d9d3c6",
  ink: "#1d2329",
  muted: "#5f656d",
  focus: "#2457a6",
  land: "#f6f3ec",
  foreignLand: "#ece8de",
  sea: "#cfdbe2",
  river: "#a9c1cf",
  waterLabel: "#44667a",
  border: "#8d8779",
  road: "#d8d1c2",
  frontLine: "#1d2329",
  casing: "#fbf9f4",
  label: "#1d2329",
  labelHalo: "#fbf9f4",
  amber: "#e0a100",
  amberText: "#7a5600",
  warning: "#a4341c",
  sides: {
    vermilion: { mark: SIDE_COLOURS.vermilion, text: "#a93f1e", tint: "#c9502b", tintOpacity: 0.15 },
    green: { mark: SIDE_COLOURS.green, text: "#0b6b52", tint: "#0f8a6a", tintOpacity: 0.11 },
    ochre: { mark: SIDE_COLOURS.ochre, text: "#7a6900", tint: "#b8962e", tintOpacity: 0.16 },
    violet: { mark: SIDE_COLOURS.violet, text: "#5d3f8f", tint: "#6f4fa0", tintOpacity: 0.12 },
    azure: { mark: SIDE_COLOURS.azure, text: "#1f66b8", tint: "#408eeb", tintOpacity: 0.14 },
    claret: { mark: SIDE_COLOURS.claret, text: "#7d1544", tint: "#871749", tintOpacity: 0.13 },
    umber: { mark: SIDE_COLOURS.umber, text: "#503b28", tint: "#6f5439", tintOpacity: 0.16 },
    slate: { mark: SIDE_COLOURS.slate, text: "#5f6168", tint: "#82848b", tintOpacity: 0.16 },
  },
  corridor: "#6f4fa0",
  corridorText: "#5d3f8f",
  unknown: "#8a8a86",
};

const dark: Palette = {
  scheme: "dark",
  isStrong: false,
  paper: "#1b232c",
  panel: "#202a34",
  raised: "#293541",
  rule: "#3a4754",
  ink: "#eceae4",
  muted: "#a3adb7",
  focus: "#8ab4f0",
  land: "#25303b",
  foreignLand: "#1e2832",
  sea: "#141c24",
  river: "#47606f",
  waterLabel: "#8fb0c2",
  border: "#7d8894",
  road: "#374350",
  frontLine: "#f4f1ea",
  casing: "#141b22",
  label: "#eceae4",
  labelHalo: "#1b232c",
  amber: "#f2b824",
  amberText: "#f2c24a",
  warning: "#ff9a7d",
  sides: {
    vermilion: { mark: "#f07a52", text: "#f59a7a", tint: "#e8623a", tintOpacity: 0.17 },
    green: { mark: "#37bd97", text: "#5fd0b0", tint: "#1fa67f", tintOpacity: 0.14 },
    ochre: { mark: "#e3c56e", text: "#e9d08a", tint: "#c9a53d", tintOpacity: 0.14 },
    violet: { mark: "#a98bd8", text: "#bda5e4", tint: "#8a68c4", tintOpacity: 0.18 },
    azure: { mark: "#7bd8ff", text: "#94dfff", tint: "#55b6e4", tintOpacity: 0.15 },
    claret: { mark: "#cb4c8d", text: "#ea8fbd", tint: "#b8407c", tintOpacity: 0.2 },
    umber: { mark: "#8e746e", text: "#bba49d", tint: "#8e746e", tintOpacity: 0.22 },
    slate: { mark: "#dfe3ec", text: "#dfe3ec", tint: "#b9bfca", tintOpacity: 0.16 },
  },
  corridor: "#a98bd8",
  corridorText: "#bda5e4",
  unknown: "#8b939b",
};

/** Black on white. Roads of the base map stay at 3:1: they are no more than a help to find one's way. */
const contrast: Palette = {
  scheme: "light",
  isStrong: true,
  paper: "#ffffff",
  panel: "#ffffff",
  raised: "#ffffff",
  rule: "#6b6b6b",
  ink: "#000000",
  muted: "#3d4147",
  focus: "#0a49b0",
  land: "#ffffff",
  foreignLand: "#efefef",
  sea: "#cddfea",
  river: "#2f6a8a",
  waterLabel: "#0b4058",
  border: "#4a4a4a",
  road: "#949494",
  frontLine: "#000000",
  casing: "#ffffff",
  label: "#000000",
  labelHalo: "#ffffff",
  amber: "#9a6400",
  amberText: "#6b4a00",
  warning: "#8f2812",
  sides: {
    vermilion: { mark: "#c74e29", text: "#9f2d00", tint: "#c74e29", tintOpacity: 0.22 },
    green: { mark: "#008263", text: "#006149", tint: "#008263", tintOpacity: 0.18 },
    ochre: { mark: "#544700", text: "#544700", tint: "#8a7600", tintOpacity: 0.22 },
    violet: { mark: "#6f4fa0", text: "#674696", tint: "#6f4fa0", tintOpacity: 0.2 },
    azure: { mark: "#0072db", text: "#0056a8", tint: "#0072db", tintOpacity: 0.2 },
    claret: { mark: "#88184a", text: "#88184a", tint: "#88184a", tintOpacity: 0.2 },
    umber: { mark: "#433528", text: "#433528", tint: "#6f5439", tintOpacity: 0.22 },
    slate: { mark: "#73747b", text: "#54555b", tint: "#73747b", tintOpacity: 0.22 },
  },
  corridor: "#674696",
  corridorText: "#674696",
  unknown: "#6a6a6a",
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark, contrast };
