import type * as v from "valibot";
import { type Side, SIDE_COLOURS } from "../../core/records.ts";
import { toHex } from "../../core/side-colour.ts";
import { findConfusion, listFurtherColours } from "./colours.ts";
import type { Names } from "../../core/names.ts";
import { describeValue, nameRecord, type Problem, type Reporter, reportOn } from "../problem.ts";
import { type Locate, readRecord } from "../schema/read-record.ts";
import { isRecord } from "../text/record.ts";
import { SIDE } from "../schema/declaration.ts";

interface SidesContext {
  readonly file: string;
  readonly problems: Problem[];
  readonly locate: Locate;
}

/**
 * The sides that `dataset.json` declares, with what they leave out filled in. A side with an id of its own is kept even
 * where its name or colour had to be reported and replaced: without it every record that names it would be lost too.
 */
export function parseSides(value: unknown, { file, problems, locate }: SidesContext): Side[] {
  if (!Array.isArray(value) || value.length === 0) {
    const found = value === undefined ? "no sides" : `sides ${describeValue(value)}`;
    const remedy = "declare at least one side";
    reportOn(problems, file).error("no-sides", found, "a list of sides", remedy, locate(["sides"]));
    return [];
  }
  const drafts: Draft[] = [];
  for (const [index, record] of value.entries()) {
    const declaredId = isRecord(record) ? record["id"] : undefined;
    const reporter = reportOn(problems, file, nameRecord("side", index, declaredId), () =>
      locate(["sides", index]),
    );
    const draft = parseSide(record, reporter, (path) => locate(["sides", index, ...path]));
    if (!draft) continue;
    if (drafts.some(({ id }) => id === draft.id)) {
      const remedy = "rename or delete one of the two";
      reporter.error("repeated-id", `id ${describeValue(draft.id)} again`, "an id of its own", remedy);
    } else drafts.push(draft);
  }
  const declaredIds = new Set<unknown>(value.map((side) => (isRecord(side) ? side["id"] : undefined)));
  for (const draft of drafts) checkOpponents(draft, declaredIds);
  return fillIn(drafts);
}

type Draft = Partial<v.InferOutput<typeof SIDE>> & { readonly id: string; readonly reporter: Reporter };

function parseSide(record: unknown, reporter: Reporter, locate: Locate): Draft | undefined {
  if (!isRecord(record)) {
    reporter.error(
      "not-an-object",
      describeValue(record),
      "an object with the id of the side",
      "write it as an object",
    );
    return undefined;
  }
  const { members } = readRecord(SIDE, record, reporter, { locate });
  return members.id === undefined ? undefined : { ...members, id: members.id, reporter };
}

function checkOpponents({ id, opponents = [], reporter }: Draft, declaredIds: ReadonlySet<unknown>): void {
  for (const opponent of opponents) {
    if (declaredIds.has(opponent) && opponent !== id) continue;
    reporter
      .about("opponents")
      .error(
        "unknown-side",
        `opponent ${describeValue(opponent)}`,
        "the id of another side",
        "correct opponents",
      );
  }
}

function fillIn(drafts: readonly Draft[]): Side[] {
  const unused = chooseColours(drafts);
  const isKept = (id: string, self: string) => id !== self && drafts.some((draft) => draft.id === id);
  const sides = drafts.map((draft): Side => {
    const { id } = draft;
    const name: Names = draft.name ?? { en: id };
    const holders = drafts.filter(({ holds_ground: holdsGround }) => holdsGround ?? true);
    const opponents = draft.opponents ?? holders.map((holder) => holder.id);
    return {
      id,
      name,
      shortName: draft.short_name ?? name,
      holdsGround: draft.holds_ground ?? true,
      opponents: opponents.filter((opponent) => isKept(opponent, id)),
      colour: draft.colour ?? unused.shift() ?? toHex("slate"),
    };
  });
  checkColours(sides, drafts);
  return sides;
}

/** A colour for each side that declares none: the named ones that no side has, then others far from all. */
function chooseColours(drafts: readonly Draft[]): string[] {
  const declared = drafts.flatMap(({ colour }) => colour ?? []);
  const wanted = drafts.length - declared.length;
  const named = Object.keys(SIDE_COLOURS).filter((name) => !declared.includes(name));
  if (named.length >= wanted) return named;
  const taken = [...declared, ...named].map(toHex);
  return [...named, ...listFurtherColours(taken, wanted - named.length)];
}

/** Patterns tell sides apart even so, but only where there is room for one. */
function checkColours(sides: readonly Side[], drafts: readonly Draft[]): void {
  for (const [index, { id, colour }] of sides.entries()) {
    const draft = drafts[index];
    if (draft?.colour === undefined) continue;
    for (const other of sides.slice(0, index)) {
      const sight = findConfusion(toHex(colour), toHex(other.colour));
      if (sight === undefined) continue;
      const found = `colour ${describeValue(colour)}, hardly another than ${describeValue(other.colour)} of ${describeValue(other.id)} for ${sight}`;
      draft.reporter.warn(
        "colours-alike",
        found,
        "a colour that everybody can tell apart",
        `choose another for ${id}`,
      );
      break;
    }
  }
}
