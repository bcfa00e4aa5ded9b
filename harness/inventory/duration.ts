const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

const BYTES = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

/**
 * Milliseconds of `500ms`, `60s`, `15m`, `26h`, `90d` or `2w`. A number without a unit is refused.
 *
 * @throws Error with the units that are known
 */
export const parseDuration = (text: string): number =>
  measure(text, MILLISECONDS, 'duration', '15m, 26h or 90d')

/** Seconds of the same. */
export const parseSeconds = (text: string): number => parseDuration(text) / 1000

/**
 * Bytes of `4096B`, `16MiB` (1024²) or `20GB` (1000³). A number without a unit is refused.
 *
 * @throws Error with the units that are known
 */
export const parseSize = (text: string): number => measure(text, BYTES, 'size', '16MiB or 20GiB')

function measure(
  text: string,
  units: Readonly<Record<string, number>>,
  what: string,
  examples: string,
): number {
  const found = /^(\d{1,12}(?:\.\d{1,6})?)([A-Za-z]+)$/.exec(text.trim())
  const factor = Object.hasOwn(units, found?.[2] ?? '') ? units[found?.[2] ?? ''] : undefined
  const value = Number(found?.[1]) * (factor ?? Number.NaN)
  if (!Number.isSafeInteger(Math.round(value)))
    throw new Error(
      `"${text}" is no ${what}: write a number and one of ${Object.keys(units).join(', ')}, such as ${examples}`,
    )
  return Math.round(value)
}
