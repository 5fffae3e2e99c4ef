// `pnpm services`: every service as a process on real servers, without Docker, until Ctrl-C. For developers.
import { startService, serviceNames } from "./service-processes.ts";
import { startMongo } from "./start-mongo.ts";
import { startRedis } from "./start-redis.ts";

const redis = await startRedis();
const mongo = await startMongo();
if (redis === null || mongo === null) process.exit(3);
process.stderr.write(`Redis:   ${redis.description}\nMongoDB: ${mongo.description}\n`);

const environment = { REDIS_URL: redis.url, MONGODB_URL: mongo.url };
const services = [];
for (const name of serviceNames) {
  const service = await startService(name, environment);
  services.push(service);
  process.stderr.write(`✓ ${name}  ${service.url ?? ""}  ${service.healthUrl}/readyz\n`);
}
process.stdout.write(
  `\n另开一个终端 in another terminal:\n  export REDIS_URL='${redis.url}' MONGODB_URL='${mongo.url}'\n  npm run -s zhenggai -- status\n\nCtrl-C 结束 ends it all\n`,
);

const interrupted = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
});
await interrupted;
await Promise.all(services.map(({ kept }) => kept.stop()));
await Promise.all([redis.stop(), mongo.stop()]);
process.exit(0);
