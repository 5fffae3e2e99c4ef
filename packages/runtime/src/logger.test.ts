import { Fault } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Logger, createLogger } from "./logger.ts";

const lineSchema = z.looseObject({ level: z.int(), time: z.iso.datetime(), service: z.string(), pid: z.int() });
const errorSchema = z.looseObject({ code: z.string().optional(), message: z.string(), type: z.string() });

/** What a logger writes, parsed line by line. */
function written(log: (logger: Logger) => void, level = "info"): z.infer<typeof lineSchema>[] {
  const lines: string[] = [];
  log(createLogger({ service: "extractor", level, destination: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => {
    expect(line.endsWith("\n")).toBe(true);
    return lineSchema.parse(JSON.parse(line));
  });
}

describe("the logger", () => {
  it("writes one JSON object a line, with service, process and time", () => {
    const lines = written((logger) => {
      logger.child({ runId: "r-1", attempt: 2 }).info({ noticeId: "n-1" }, "read");
      logger.warn("一行\n两行");
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      level: 30,
      service: "extractor",
      pid: process.pid,
      runId: "r-1",
      attempt: 2,
      noticeId: "n-1",
      msg: "read",
    });
    expect(lines[1]).toMatchObject({ level: 40, msg: "一行\n两行" });
  });

  it("keeps quiet below its level", () => {
    const say = (logger: Logger): void => {
      logger.debug("a");
      logger.info("b");
      logger.error("c");
    };
    expect(written(say, "error")).toHaveLength(1);
    expect(written(say, "debug")).toHaveLength(3);
    expect(written(say, "silent")).toHaveLength(0);
  });

  it("masks contact details wherever they stand, also behind a line break, and leaves figures figures", () => {
    const [line] = written((logger) =>
      logger.info(
        {
          text: "电话0990-5550123",
          nested: { list: ["第一行\n13800138000", 'say "a@b.example"'] },
          bytes: 13_912_345_678,
        },
        "a@b.example",
      ),
    );
    expect(line).toMatchObject({
      text: "电话****",
      nested: { list: ["第一行\n****", 'say "****"'] },
      bytes: 13_912_345_678,
      msg: "****",
    });
  });

  it("hides passwords: of fields, of URLs, of messages of errors, of what a fault says of them", () => {
    const why = "can't fetch https://u:secret@h/x, nor https://h/x?access_token=secret";
    const lines = written((logger) => {
      logger.warn({ why }, "redis://u:secret@h is down");
      logger.info({ password: "secret", authorization: "Basic secret", url: "redis://u:secret@h:1" }, "connect");
      logger.error({ err: new Error("connect mongodb://u:secret@h/ failed") }, "down");
    });
    expect(JSON.stringify(lines)).not.toContain("secret");
    expect(lines[0]?.["msg"]).toBe("redis://***@h is down");
    expect(lines[1]?.["url"]).toBe("redis://***@h:1");
  });

  it("says the code and value of a fault, what caused it, and the code of an error of Node's", () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const lines = written((logger) => {
      logger.error({ err: new Fault("E3001", { value: "mongodb://u:secret@h", cause: refused }) }, "down");
      logger.error({ err: refused }, "down");
      logger.error({ err: new Error("plain") }, "down");
    });
    const [fault, node, plain] = lines.map((line) => errorSchema.parse(line["err"]));
    expect(fault).toMatchObject({ type: "Fault", code: "E3001", value: "mongodb://***@h" });
    expect(fault?.message).toContain("ECONNREFUSED");
    expect(node).toMatchObject({ code: "ECONNREFUSED", message: "connect ECONNREFUSED" });
    expect(plain?.code).toBeUndefined();
  });

  it.each([
    ["a string", "a string"],
    [42, "42"],
    [null, "null"],
    [undefined, "unhandled rejection"],
  ])("logs a thrown %j that is no error, instead of failing itself", (thrown, words) => {
    const [line] = written((logger) => logger.fatal({ err: thrown }, "unhandled rejection"));
    expect(line).toMatchObject({ level: 60, msg: "unhandled rejection" });
    expect(JSON.stringify(line)).toContain(words);
  });
});
