import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Chromium as the system has it; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)))
    .find((path) => existsSync(path))
