#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { main } from "./main.ts";

/** The command line as an installed package has it: compiled, with the built dashboard beside it. */
await main(() => fileURLToPath(new URL("../dist/", import.meta.url)));
