import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { askAgainAndAgain } from "../../src/open/ask-server.ts";

/** A server that says what the test has it say, and counts the questions. */
async function serveText() {
  const served = { text: "one", code: 200, asked: 0 };
  const server = createServer((request, response) => {
    served.asked += 1;
    const tag = `"${served.text}"`;
    const isKnown = request.headers["if-none-match"] === tag && served.code === 200;
    response.writeHead(isKnown ? 304 : served.code, { ETag: tag }).end(isKnown ? undefined : served.text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { served, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

function ask(address: string) {
  const page = { isAsleep: false, answers: [] as string[], reached: [] as boolean[] };
  const asking = askAgainAndAgain(address, {
    isAsleep: () => page.isAsleep,
    onAnswer: (text) => page.answers.push(text),
    onReach: (isReached) => page.reached.push(isReached),
  });
  onTestFinished(asking.stop);
  return { page, asking };
}

describe("a page that asks its server", () => {
  it("is told of each answer once", async () => {
    const { served, address } = await serveText();
    const { page } = ask(address);
    await vi.waitFor(() => expect(served.asked).toBeGreaterThan(2), { timeout: 5000 });
    expect(page.answers).toEqual(["one"]);
    served.text = "two";
    await vi.waitFor(() => expect(page.answers).toEqual(["one", "two"]), { timeout: 5000 });
    expect(page.reached).toEqual([]);
  });

  it("asks nothing while nobody looks at it, and at once when somebody does again", async () => {
    const { served, address } = await serveText();
    const { page, asking } = ask(address);
    await vi.waitFor(() => expect(page.answers).toEqual(["one"]));
    page.isAsleep = true;
    const { asked } = served;
    served.text = "two";
    await sleep(2500);
    expect(served.asked).toBe(asked);
    page.isAsleep = false;
    asking.now();
    await vi.waitFor(() => expect(page.answers).toEqual(["one", "two"]), { timeout: 400 });
  });

  it("says once that the server fails, and once that it does not any more", async () => {
    const { served, address } = await serveText();
    const { page } = ask(address);
    await vi.waitFor(() => expect(page.answers).toEqual(["one"]));
    served.code = 500;
    await vi.waitFor(() => expect(page.reached).toEqual([false]), { timeout: 5000 });
    await sleep(1500);
    served.code = 200;
    await vi.waitFor(() => expect(page.reached).toEqual([false, true]), { timeout: 5000 });
    expect(page.answers).toEqual(["one"]);
  });

  it("asks nothing any more once it is ended", async () => {
    const { served, address } = await serveText();
    const { asking, page } = ask(address);
    await vi.waitFor(() => expect(page.answers).toEqual(["one"]));
    asking.stop();
    asking.now();
    const { asked } = served;
    await sleep(1500);
    expect(served.asked).toBe(asked);
  });
});
