import "../../../styles/page/charts.css";
import { memo } from "react";
import { placeAt } from "../state/axis.ts";
import { useAtlas } from "../state/dashboard.ts";
import { lookOf } from "../state/sides.ts";
import type { ChartShapes, DotShape } from "./layout.ts";

/**
 * Grid, computed lines and reported dots. Lines are stretched to the plot, which is why their strokes do not scale and why dots
 * lie beside the drawing. Drawn from left to right and turned round by the style sheet where text runs the other way.
 */
export const Shapes = memo(function Shapes({ shapes }: { readonly shapes: ChartShapes }) {
  const { dataset } = useAtlas();
  return (
    <>
      <svg className="shapes" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {shapes.grid.map(({ value, y }) => (
          <line key={value} className="shape-grid" x1={0} x2={100} y1={y} y2={y} />
        ))}
        {shapes.lines.map(({ side, path }) => (
          <path key={side} className="shape-line" d={path} {...lookOf(dataset, side)} />
        ))}
      </svg>
      {shapes.dots.map((dot) => (
        <Dot key={dot.figure.id} dot={dot} />
      ))}
    </>
  );
});

function Dot({ dot: { figure, x, y, from, yHigh } }: { readonly dot: DotShape }) {
  const { dataset } = useAtlas();
  const look = (at: number, more: Record<string, string>) =>
    lookOf(dataset, figure.concerns, placeAt(at, more));
  return (
    <>
      {from < x && <span className="shape-days" {...look(from, { top: `${y}%`, width: `${x - from}%` })} />}
      {yHigh < y && (
        <span className="shape-range" {...look(x, { top: `${yHigh}%`, height: `${y - yHigh}%` })} />
      )}
      <span className="shape-dot" {...look(x, { top: `${y}%` })} />
    </>
  );
}
