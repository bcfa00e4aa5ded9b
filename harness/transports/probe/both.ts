import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { ProbeAnswer, ProbeRequest } from '../../model/probe.ts'
import { type ProbeSettings, parseProbe, probe, probeCommand } from '../probe.ts'

/** One of the two probes, as the tests of their common contract call it. */
export type Looking = (request: ProbeRequest, settings?: ProbeSettings) => Promise<ProbeAnswer>

async function fromHere(
  request: ProbeRequest,
  { ssdp, ...settings }: ProbeSettings = {},
): Promise<ProbeAnswer> {
  return probe(request, {
    ...settings,
    signal: AbortSignal.timeout(60_000),
    route: (address) => (address === '239.255.255.250' ? ssdp : undefined),
  })
}

async function fromPython(request: ProbeRequest, settings: ProbeSettings = {}) {
  return parseProbe(await run(probeCommand(request, settings)), request)
}

/** What a shell prints for a script on its stdin, as a host runs it. */
export async function run(script: string): Promise<string> {
  const shell = spawn('sh', ['-s'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(shell, 'close')
  shell.stdin.end(`${script}\n`)
  const [said, complained] = await Promise.all([text(shell.stdout), text(shell.stderr)])
  const [status] = await ended
  if (status !== 0) throw new Error(`the script ended with ${status}: ${complained}`)
  return said
}

/** Shell lines after which python3 is the only tool there is. */
export const onlyPython =
  'python=$(python3 -c "import sys;print(sys.executable)")\nexport PATH=/nonexistent\npython3() { "$python" "$@"; }\n'

/** Both probes, by where they run. */
export const both: readonly (readonly [name: string, look: Looking])[] = [
  ['from Node', fromHere],
  ['from Python', fromPython],
]
