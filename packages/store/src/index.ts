export { type EmbeddedOptions, openEmbeddedStore } from "./embedded/open-embedded-store.ts";
export { connectMongoStore, type MongoOptions } from "./mongo/connect-mongo.ts";
export * from "./store.ts";
