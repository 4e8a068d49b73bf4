import { expect, it } from "vitest";
import { nameConcerned } from "../../src/core/sides.ts";

it("names whom a figure concerns, and by the id where there is no name, whatever the id is", () => {
  const concerned = { aid: { en: "Aid workers", ar: "عمال إغاثة" } };
  expect(nameConcerned({ concerned }, "aid", "ar")).toBe("عمال إغاثة");
  expect(nameConcerned({ concerned }, "aid", "fr")).toBe("Aid workers");
  for (const id of ["press", "constructor", "__proto__"])
    expect(nameConcerned({ concerned }, id, "en")).toBe(id);
});
