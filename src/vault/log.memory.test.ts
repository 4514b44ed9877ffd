import { describe } from "vitest";
import { describeLog } from "./log.contract.ts";
import { openMemoryLog } from "./log.memory.ts";

describe("the log in memory", () => describeLog(async () => openMemoryLog()));
