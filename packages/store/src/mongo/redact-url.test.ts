import { describe, expect, it } from "vitest";
import { redactUrl } from "./redact-url.ts";

describe("a redacted MongoDB address", () => {
  it.each([
    ["mongodb://127.0.0.1:27017/zhenggai?replicaSet=rs0", "mongodb://127.0.0.1:27017/zhenggai"],
    ["mongodb://ops:s3cret@a:1,b:2/x", "mongodb://***@a:1,b:2/x"],
    ["mongodb://ops:s3cr@t@a:1/x", "mongodb://***@a:1/x"],
    [
      "mongodb+srv://ops:s3cret@cluster.example/?tlsCertificateKeyFilePassword=s3cret",
      "mongodb+srv://***@cluster.example/",
    ],
    ["mongodb://ops:s3/cr@a/x?y=@z", "mongodb://***@z"],
    ["localhost:27017", "(not a MongoDB address)"],
  ])("%s is shown as %s", (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });
});
