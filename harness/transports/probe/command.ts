import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { ProbeRequest } from '../../model/probe.ts'
import type { ProbeOptions } from './look.ts'
import { gatewaySearches, natPmpRequest, payloads, pcpAnnounceHead } from './payloads.ts'

/** What the Python probe can be told; the rest of the options exists on this machine only. */
export type ProbeSettings = Omit<ProbeOptions, 'signal' | 'route' | 'from'> & {
  /** Where SSDP searches for everybody go instead of 239.255.255.250:1900. */
  readonly ssdp?: { readonly address: string; readonly port: number }
}

/** One argument of a Linux command line holds less than 128 KiB. */
const limitBytes = 128 * 1024 - 1024

/** Parts of the program in the order of their imports, loaded as the package `probe`; the program itself comes last. */
const parts = ['look', 'addresses', 'tcp', 'udp', 'web', 'ssh_methods', 'igd', 'dns']
const sources = Object.fromEntries(
  parts.map((part) => [
    `probe.${part}`,
    readFileSync(new URL(`${part}.py`, import.meta.url), 'utf8'),
  ]),
)
const main = readFileSync(new URL('../probe.py', import.meta.url), 'utf8')

/** One Python text that needs no file. JSON of texts is also Python. */
const source = `import sys,types
sys.modules['probe']=types.ModuleType('probe')
for name,text in ${JSON.stringify(sources)}.items():
 module=sys.modules[name]=types.ModuleType(name)
 exec(compile(text,name,'exec'),module.__dict__)
exec(compile(${JSON.stringify(main)},'probe','exec'))`

/**
 * One line of POSIX sh that asks the same from where it runs; needs python3 (3.7 or later) there, and
 * for the SSH questions ssh and ssh-keyscan. It prints what `parseProbe` reads.
 *
 * @throws Error when the request is too long for a command line
 */
export function probeCommand(request: ProbeRequest, settings: ProbeSettings = {}): string {
  const ask = { request, settings: { ...settings, ...datagrams() } }
  const program = deflateSync(source, { level: 9 }).toString('base64')
  const argument = deflateSync(JSON.stringify(ask)).toString('base64')
  const run = `import base64,zlib;exec(zlib.decompress(base64.b64decode("${program}")))`
  const line = `python3 -c '${run}' ${argument}`
  if (line.length > limitBytes)
    throw new Error(
      `a probe request of ${argument.length} characters does not fit a command line: ask in parts`,
    )
  return line
}

/** Both probes send the same bytes. */
function datagrams() {
  const hex = Object.entries(payloads).map(([name, bytes]) => [name, bytes.toString('hex')])
  return {
    payloads: Object.fromEntries(hex),
    searches: gatewaySearches.map((bytes) => bytes.toString('hex')),
    natPmp: natPmpRequest.toString('hex'),
    pcp: pcpAnnounceHead.toString('hex'),
  }
}
