import {
  createLogger,
  createMetrics,
  logLevelOf,
  portFault,
  readSettings,
  requireServers,
  runService,
  startHealthServer,
} from "@zhenggai/runtime";
import { connectMongoStore } from "@zhenggai/store";
import { createConsole } from "./create-console.ts";

const logger = createLogger({ service: "console", level: logLevelOf(process.env, "info") });

await runService({
  logger,
  verbose: process.argv.includes("--verbose"),
  start: async (register) => {
    const settings = readSettings(process.env);
    const { mongodbUrl } = requireServers(settings);
    const store = await connectMongoStore({ url: mongodbUrl, databaseName: settings.MONGODB_DATABASE });
    register({ name: "store", stop: () => store.close() });
    const health = await startHealthServer({
      host: settings.HEALTH_HOST,
      port: settings.HEALTH_PORT,
      metrics: createMetrics("console"),
      ready: store.ping,
    });
    register({ name: "health", stop: () => health.close() });
    const server = createConsole(store, logger);
    const address = { host: settings.CONSOLE_HOST, port: settings.CONSOLE_PORT };
    const url = await server.listen(address).catch((error: unknown) => Promise.reject(portFault(error, address)));
    register({ name: "console", stop: () => server.close() });
    logger.info({ healthPort: health.port, url }, "ready");
  },
});
