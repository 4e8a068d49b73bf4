import { describe, expect, it } from "vitest";
import { checkTexts } from "../../../src/data/text/check-text.ts";
import { type Problem, reportOn } from "../../../src/data/problem.ts";

function findKind(text: string): string | undefined {
  const problems: Problem[] = [];
  checkTexts({ name: text }, reportOn(problems, "x.csv"));
  return /HTML|formula/.exec(problems[0]?.found ?? "")?.[0];
}

describe("checkTexts", () => {
  it.each(["<b>Aba</b>", "Aba<br/>", "<img src=x onerror=alert(1)>", "<!-- note -->", "<SCRIPT>"])(
    "takes %j for HTML",
    (text) => expect(findKind(text)).toBe("HTML"),
  );

  it.each(["=1+1", " =1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-cmd"])("takes %j for a formula", (text) =>
    expect(findKind(text)).toBe("formula"),
  );

  it.each([
    "Aba",
    "",
    "-12.5",
    "+7 km",
    "- a remark",
    "-",
    "a < b > c",
    "<3",
    "1=1",
    "me@example.org",
    "سراقب",
  ])("takes %j for plain text", (text) => expect(findKind(text)).toBeUndefined());
});
