import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Order, OrderNews } from "../export/pages/order.ts";
import { createDashboardServer } from "./dashboard-server.ts";
import { UsageError } from "./io.ts";

/** What is to be made of what. */
export interface DeskWish {
  /** The folder of the built dashboard. */
  readonly dashboard: string;
  /** The data set in its compiled form. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
  readonly order: Order;
  /** Where the page can be found by everybody: drawn in. */
  readonly url: string | undefined;
}

/** What becomes of what is handed in. */
export interface DeskListener {
  /** A file, by its name and not its path; the next one comes once this is done. */
  readonly onFile: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly onNews: (news: Extract<OrderNews, { kind: "progress" | "note" }>) => void;
}

/** Where a page asks for an order and hands in what it has made. */
export interface OrderDesk {
  /** Of the page, which nobody else can guess. */
  readonly address: string;
  /** Whether the page has come for its order. */
  readonly hasBegun: () => boolean;
  /** Resolves once all is handed in; rejects with a UsageError if that cannot be, or with what the listener rejects with. */
  readonly done: Promise<void>;
  readonly close: () => void;
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

function defer(): Deferred {
  let settle: Pick<Deferred, "resolve" | "reject"> | undefined;
  const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, resolve: () => settle?.resolve(), reject: (reason) => settle?.reject(reason) };
}

const LOOPBACK = "127.0.0.1";
const DESK = "orders/";

/** Serves the dashboard with a data set and an order, to this machine alone and under an address that was thrown. */
export async function openOrderDesk(wish: DeskWish, listener: DeskListener): Promise<OrderDesk> {
  const { dashboard, bytes, hash, order, url } = wish;
  const state = { bytes, hash, errors: 0 };
  const status = { hash, isHeld: false, problems: [] };
  const live = { state: () => state, status: () => status };
  const pages = createDashboardServer(dashboard, live, LOOPBACK, { orders: DESK, url });
  const prefix = `/${randomBytes(16).toString("hex")}/`;
  let hasBegun = false;
  const done = defer();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = request.url ?? "";
    if (!asked.startsWith(prefix)) return void response.writeHead(404).end();
    const path = asked.slice(prefix.length);
    if (!path.startsWith(DESK)) {
      request.url = `/${path}`;
      pages.emit("request", request, response);
      return undefined;
    }
    const { pathname, searchParams } = new URL(path.slice(DESK.length), "http://desk/");
    switch (pathname) {
      case "/watch":
        response.writeHead(200).flushHeaders();
        response.on("close", () => done.reject(new UsageError("the browser gave up in the middle of it")));
        return undefined;
      case "/order":
        hasBegun = true;
        response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(order));
        return undefined;
      case "/file":
        await listener.onFile(searchParams.get("name") ?? "", request);
        break;
      case "/news":
        hear(JSON.parse(await text(request)) as OrderNews);
        break;
    }
    response.writeHead(204).end();
  }

  function hear(news: OrderNews): void {
    if (news.kind === "done") done.resolve();
    else if (news.kind === "failed") done.reject(new UsageError(news.reason.replace(/\.$/, "")));
    else listener.onNews(news);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // What cannot be written here is no fault of the page: whoever waits is told, and the page ends with it.
      done.reject(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // It is waited for later than it may fail.
  done.promise.catch(() => {});
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.address() as AddressInfo; // It listens at a port, not at a pipe.
  return {
    address: `http://${LOOPBACK}:${port}${prefix}`,
    hasBegun: () => hasBegun,
    done: done.promise,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
