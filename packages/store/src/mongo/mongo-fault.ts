import { Fault } from "@zhenggai/notice";
import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoErrorLabel,
  MongoMissingCredentialsError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerClosedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoStalePrimaryError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} from "mongodb";

const unreachableErrors = [
  MongoClientClosedError,
  MongoNetworkError, // and its subclasses: time-outs of sockets, cleared pools
  MongoNotConnectedError,
  MongoServerClosedError,
  MongoServerSelectionError,
  MongoStalePrimaryError,
  MongoTopologyClosedError,
  MongoWriteConcernError, // majority not reached in time: the outcome is unknown
];

/** The driver does not export its class for a pool that stays exhausted. */
const poolExhaustedName = "MongoWaitQueueTimeoutError";

/** Codes of a server that is going down, stepping down or cut off (MongoDB's error_codes.yml, category RetriableError). */
const unavailableCodes = new Set([6, 7, 89, 91, 134, 189, 262, 317, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Unauthorized, AuthenticationFailed, Atlas' own. */
const refusedLoginCodes = new Set([13, 18, 8000]);

/**
 * What the driver threw, as a Fault where it is about reaching the server or its login: told by class, code and label, never
 * by message. Anything else (a duplicate key, a refused document, a bug) is returned as it is.
 */
export function mongoFault(error: unknown, redactedUrl: string): unknown {
  if (!(error instanceof MongoError)) return error;
  const detail = { value: redactedUrl, why: error.message, cause: error };
  if (isRefusedLogin(error)) return new Fault("E3003", detail);
  if (isUnreachable(error)) return new Fault("E3001", detail);
  return error;
}

function isRefusedLogin(error: MongoError): boolean {
  if (error instanceof MongoMissingCredentialsError) return true;
  return error instanceof MongoServerError && refusedLoginCodes.has(Number(error.code));
}

function isUnreachable(error: MongoError): boolean {
  if (error.name === poolExhaustedName) return true;
  if (unreachableErrors.some((kind) => error instanceof kind)) return true;
  if (error instanceof MongoBulkWriteError && error.result.getWriteConcernError() !== undefined) return true;
  if (error.hasErrorLabel(MongoErrorLabel.RetryableWriteError)) return true;
  return error instanceof MongoServerError && unavailableCodes.has(Number(error.code));
}
