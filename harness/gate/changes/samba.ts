import { isDeepStrictEqual } from 'node:util'
import { configOf, READ, restOf, type SmbConfig } from '../../collectors/smb/configuration.ts'
import { smbConfig } from '../../collectors/smb-config.ts'
import { BadInput } from '../../model/bad-input.ts'
import { isAsked } from '../../model/collector.ts'
import { Unseen } from '../../model/unseen.ts'
import { change } from '../change.ts'
import type { ChangeFile, Prediction } from '../prediction.ts'

/**
 * The configuration of a Samba server as it would be, every default told by that server's own release.
 * A folder that no share leads to today has been seen by nobody.
 *
 * @source testparm(1) of Samba 4.17
 */
export const samba = change({
  option: '--samba <file@host>',
  describe: 'a smb.conf, as `testparm -s -v FILE` of the file server resolves it',
  host: (name, { inventory }) =>
    inventory.hosts.some((host) => host.name === name && isAsked(smbConfig, host, inventory)),
  apply: (file, prediction, server) => {
    const text = parametersOf(file)
    const from = { file, ask: 'the configuration' }
    const before = prediction.before('smbConfig', server)
    prediction.revise('smbConfig', server, from, (now) =>
      configured(file, text, (path) => {
        const folder = now.shares.find((share) => share.path === path)
        if (!folder) throw new Unseen('not asked', `nobody has looked at ${path} yet`)
        const { realPath, mode, owner, group, hasAcl } = folder
        return { realPath, mode, owner, group, hasAcl }
      }),
    )
    const after = prediction.value('smbConfig', server)
    if (before && isDeepStrictEqual(after, before)) return
    forget(prediction, server, from)
    if (before?.rest !== restOf(file.text)) forgetWays(prediction, server, from)
  },
})

/** What was tried on the wire was tried under the old configuration. */
function forget(
  prediction: Prediction,
  server: string,
  from: { readonly file: ChangeFile; readonly ask: string },
): void {
  const unseen = () => {
    throw new Unseen('not asked', 'what the server does under another configuration shows a try')
  }
  prediction.revise('smbSessions', server, from, unseen)
  const { matrixFrom } = prediction.inventory.smb ?? {}
  if (matrixFrom === undefined) return
  for (const fact of ['smbDialects', 'smbMatrix', 'smbStrangers'] as const)
    prediction.revise(fact, matrixFrom, from, unseen)
}

/** Where it waits and who may come is said by parameters that no fact is about: any of them may have changed. */
function forgetWays(
  prediction: Prediction,
  server: string,
  from: { readonly file: ChangeFile; readonly ask: string },
): void {
  const unseen = () => {
    throw new Unseen('not asked', 'where the server waits, and for whom, shows once it runs')
  }
  prediction.revise('listeners', server, from, unseen)
  for (const { name } of prediction.inventory.vantages)
    prediction.revise('openPorts', name, from, unseen)
}

/** @throws BadInput when the file is nothing that testparm prints with all defaults */
function parametersOf({ path, text }: ChangeFile): string {
  const shown = new RegExp(`^(?:\\[.+\\]$|\\s+(?:${READ.join('|')}) =)`)
  const lines = text.split('\n').filter((line) => shown.test(line))
  const isWhole = /^\[global\]$/m.test(text) && /^\s+server min protocol = /m.test(text)
  if (!isWhole)
    throw new BadInput([
      `${path}: the defaults of the server are not in it: give what \`testparm -s -v FILE\` prints on the file server`,
    ])
  return lines.map((line) => line.trim()).join('\n')
}

/** A parameter that is not shown is a fault of the file, not something that only the server knows. */
function configured(
  { path, text: whole }: ChangeFile,
  text: string,
  folderAt: Parameters<typeof configOf>[2],
): SmbConfig {
  try {
    return configOf(text, restOf(whole), folderAt)
  } catch (error) {
    if (error instanceof Unseen && error.reason === 'not understood')
      throw new BadInput([`${path}: ${error.message}`])
    throw error
  }
}
