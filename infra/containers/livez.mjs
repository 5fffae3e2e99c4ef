// Health check of a container: exits 0 where the service in it answers /livez. The image has no curl.
const url = `http://127.0.0.1:${process.env.HEALTH_PORT ?? "9464"}/livez`;
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
