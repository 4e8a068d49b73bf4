const PATHS = {
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  back: "M14.5 6l-6 6 6 6",
  forward: "M9.5 6l6 6-6 6",
  previousChange: "M18 6l-6 6 6 6M8 6v12",
  nextChange: "M6 6l6 6-6 6M16 6v12",
  up: "M6 14.5l6-6 6 6",
  down: "M6 9.5l6 6 6-6",
  loop: "M17 4l3 3-3 3M20 7H8a4 4 0 0 0-4 4v1M7 20l-3-3 3-3M4 17h12a4 4 0 0 0 4-4v-1",
  plus: "M12 6.5v11M6.5 12h11",
  minus: "M6.5 12h11",
  whole: "M4 12h16M7.5 8.5L4 12l3.5 3.5M16.5 8.5L20 12l-3.5 3.5",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  layers: "M12 4l8.5 4.5L12 13 3.5 8.5zM3.5 13L12 17.5l8.5-4.5",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  table: "M4 6h16v12H4zM4 10.5h16M10 10.5V18",
  calendar: "M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4",
  compare: "M4 7.5h11M11.5 4l3.5 3.5-3.5 3.5M20 16.5H9M12.5 13L9 16.5l3.5 3.5",
  download: "M12 4v10.5M7.5 10.5L12 15l4.5-4.5M5 19.5h14",
  arrow: "M5 12h13.5M13.5 7l5 5-5 5",
  keyboard: "M3.5 7h17v10h-17zM7 10.5h.01M10.3 10.5h.01M13.7 10.5h.01M17 10.5h.01M8 14h8",
  filter: "M4.5 6.5h15M7.5 12h9M10.5 17.5h3",
  folder: "M3.5 18.5v-13h6l2 2.5h9v10.5z",
  panel: "M4 5.5h16v13H4zM14.5 5.5v13",
  story: "M12 7v12.5M12 7C10 5.4 7.4 5 4 5v12.5c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2z",
  signpost: "M12 3.5V20.5M5 6h11l3 3-3 3H5zM9 20.5h6",
  wall: "M3.5 5h17v11h-17zM9 19.5h6M12 16v3.5",
  warning: "M12 4.5L3.5 19h17zM12 10v4M12 16.5v.01",
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line of time or text; they turn round where text runs from right to left. */
const DIRECTED: ReadonlySet<IconName> = new Set([
  "play",
  "back",
  "forward",
  "previousChange",
  "nextChange",
  "arrow",
  "panel",
]);

/** Decoration only: the button around it carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  const classes = ["icon", `icon-${name}`, DIRECTED.has(name) ? "icon-directed" : ""].join(" ").trimEnd();
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
