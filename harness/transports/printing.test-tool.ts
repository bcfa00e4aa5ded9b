import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a collector's command where `tailscale` prints this, and gives back what would travel. */
export function printing(command: unknown, printed: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  try {
    writeFileSync(join(folder, 'printed'), printed)
    writeFileSync(join(folder, 'tailscale'), `#!/bin/sh\ncat '${folder}/printed'\n`)
    chmodSync(join(folder, 'tailscale'), 0o755)
    const env = { PATH: `${folder}:/usr/bin:/bin`, LC_ALL: 'C' }
    return execFileSync('sh', ['-c', String(command)], { encoding: 'utf8', env })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
