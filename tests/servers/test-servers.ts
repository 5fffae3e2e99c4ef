/** Addresses of the servers that `npm test` started; null, said loudly, where there are none. CI must have them. */
export function testServers(): { readonly redisUrl: string; readonly mongodbUrl: string } | null {
  const redisUrl = process.env["ZHENGGAI_TEST_REDIS_URL"];
  const mongodbUrl = process.env["ZHENGGAI_TEST_MONGODB_URL"];
  if (redisUrl !== undefined && mongodbUrl !== undefined) return { redisUrl, mongodbUrl };
  if (process.env["CI"] !== undefined) throw new Error("CI must run the tests on real servers: npm test starts them");
  process.stderr.write("跳过：没有真实服务器；用 npm test 运行 / skipped: no real servers; run npm test\n");
  return null;
}
